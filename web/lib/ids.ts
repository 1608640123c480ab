import { uuidv7 } from '#domain/id.ts'

/** A new id, made here so that nothing is swapped after being offline and a command sent twice is one command. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
