import type { Refusal } from '#domain/refusal.ts'

/** Thrown while rows are read: the one refusal that may come after the first of them have been handed out. */
export class WorkbookRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(`Workbook refused: ${refusal.refused}`, { cause })
    this.refusal = refusal
  }
}
