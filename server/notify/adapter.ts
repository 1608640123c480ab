import type { Language } from '#domain/language.ts'

/** What leaves the house. `id` stays the same however often it is sent, so that a receiver can drop doubles. */
export type Parcel = {
  id: string
  to: string
  subject: string
  text: string
  secret?: string
  language?: Language
}

/** One way out of the house. Resolves when the receiver has it; throws `NotSent` otherwise. */
export type Adapter = { send(parcel: Parcel): Promise<void> }

/** The ways out; without a gateway there is none for e-mail or for text messages. */
export type Adapters = { mail: Adapter | undefined; hook: Adapter; text?: Adapter | undefined }

/** Why something was not sent, in words that an administrator may read: codes and statuses, never an address or a text. */
export class NotSent extends Error {}
