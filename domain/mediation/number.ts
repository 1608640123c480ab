/**
 * The word number of a file: year, committee, 人调字, running number (official format of 2010, domain rules §1.4). In: the
 * short name of the committee.
 */
export function fileNumber({ year, no }: { year: number; no: number }, committee: string): string {
  return `〔${year}〕${committee}人调字第${no}号`
}

/** The number of an agreement: that of its file, and from the second on its own behind it. */
export function agreementNumber(file: string, no: number): string {
  return no === 1 ? file : file.replace(/号$/, `-${no}号`)
}
