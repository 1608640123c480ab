import { failureWords } from '#web/lib/failure-words.ts'
import { usePreferences } from '#web/lib/preferences.ts'
import type { Say } from '#web/lib/words.ts'
import { NotProved } from './not-proved.ts'
import { PasskeyNotUsed } from './passkey.ts'
import { proofWords as words } from './words.ts'

/** What went wrong in the reader's words; nothing where the person turned back. */
export function useProofFailure(say: Say): (error: unknown) => string | undefined {
  const { language } = usePreferences()
  return (error) =>
    error instanceof NotProved
      ? undefined
      : error instanceof PasskeyNotUsed
        ? say(words.passkeyFailed)
        : failureWords(error, language)
}
