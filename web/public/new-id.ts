import { uuidv7 } from '#domain/id.ts'

/** A new id. `crypto.randomUUID` is missing on pages without https, as on a phone in the office network. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
