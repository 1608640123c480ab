import type { Refusal } from '#domain/refusal.ts'

/** Carries a refusal out of a transaction, which rolls back; the one place that turns it into an answer is bind.ts. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Throws when the domain said no. */
export function insist(refusal: Refusal | undefined): void {
  if (refusal) throw new Refused(refusal)
}
