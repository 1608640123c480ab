/** What is wrong with one cell of a workbook that comes in, and the facts of its sentence; `found` is shortened to 30 characters. */
export type CellProblem<Code extends string, Field extends string> = {
  readonly code: Code
  readonly field: Field
  readonly facts: Readonly<Record<string, string | number>>
}

/** The sentence of a problem: what was found and how to mend it. In: the sentences and the names of the fields in one language. */
export function describeCell<Code extends string, Field extends string>(
  { code, field, facts }: CellProblem<Code, Field>,
  sentences: Readonly<Record<Code, string>>,
  labels: Readonly<Record<Field, string>>,
): string {
  const all: Record<string, string | number> = { ...facts, field: labels[field] }
  return sentences[code].replace(/\{(\w+)\}/g, (hole, name: string) => String(all[name] ?? hole))
}
