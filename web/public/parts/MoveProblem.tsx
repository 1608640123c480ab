/** @jsxImportSource preact */
import type { Outcome } from '../api.ts'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import { trackWords } from '../words/track.ts'

/** Why something was not sent, and that it is still there. */
export function MoveProblem({
  problem,
  words,
}: {
  problem: Outcome<unknown> | undefined
  words?: string | undefined
}) {
  const { say, language } = useSay()
  const text =
    words ??
    (problem && 'refused' in problem
      ? refusedWords(problem.refused, language)
      : problem && `${say(trackWords.notSent)} ${say(unreachedWords(problem))}`)
  return (
    <p class="error" role="alert">
      {text}
    </p>
  )
}
