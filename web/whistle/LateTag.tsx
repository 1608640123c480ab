import { latenessLabels } from '#contract/words/whistle.ts'
import type { Lateness } from '#domain/whistle/clocks.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'

const tones = { near: 'info', late: 'near', far: 'act' } as const satisfies Record<
  Exclude<Lateness, 'fine'>,
  Tone
>

/** How late something is, in words with a colour: late is yellow, more than twice the time red; nothing while it is fine. */
export function LateTag({ lateness }: { lateness: Lateness }) {
  const { say } = useWords()
  if (lateness === 'fine') return null
  return <FlagTag tone={tones[lateness]}>{say(latenessLabels[lateness])}</FlagTag>
}
