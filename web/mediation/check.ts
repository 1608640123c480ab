import { stepInputs } from '#contract/mediation-steps.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Issue, refusalOf } from '#web/matter/check.ts'

/** Where an error stands in the form. In: a path of the server such as `input.input.obligations.0.byId`. */
export const placeOf = (path: string | undefined): string => (path ?? '').replace(/^(input\.)+/, '')

/** What the contract says of a step's input before the server is asked: the first refusal at each place. */
export function checkStep(step: Step, input: Record<string, unknown>): Record<string, Refusal> {
  const result = stepInputs[step].safeParse(input)
  const refusals: Record<string, Refusal> = {}
  for (const issue of result.success ? [] : (result.error.issues as Issue[])) {
    const place = issue.path.map(String).join('.')
    const name = issue.path.map(String).findLast((part) => !/^\d+$/.test(part)) ?? ''
    refusals[place] ??= { ...refusalOf(issue, name), field: place }
  }
  return refusals
}

/** The error that stands beside a field: at its very place, or at a place within it. */
export function errorBeside(errors: Readonly<Record<string, string>>, place: string): string | undefined {
  const key = Object.keys(errors).find((one) => one === place || one.startsWith(`${place}.`))
  return key === undefined ? undefined : errors[key]
}
