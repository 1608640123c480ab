/** What is wrong, so that a person knows where to look. */
export type Finding = {
  district: number
  log: string
  kind: 'changed' | 'missing' | 'inserted' | 'doubled' | 'broken' | 'unlocked'
  /** The id of the row, the number of the seal or anchor, or the matter and the number of its action. */
  what: string
  says: string
}

export type Tell = (finding: Finding) => void

export type Checked = {
  districts: number
  rows: number
  seals: number
  matters: number
  anchors: number
  waiting: number
}

/** A finding in one line. */
export const lineOf = ({ district, log, kind, what, says }: Finding): string =>
  `${district} ${log} ${kind} ${what}: ${says}`
