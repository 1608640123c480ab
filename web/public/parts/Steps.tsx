/** @jsxImportSource preact */
import type { Opened, Tracking } from '../api.ts'
import { useSay } from '../reader.ts'
import { atWords, exactly } from '../when.ts'
import { stepSentence } from '../words/steps.ts'
import { trackWords } from '../words/track.ts'
import { TrackedFiles } from './TrackedFiles.tsx'

type Props = { tracking: Tracking; opened: Opened }

/** What happened, the newest first, in whole sentences with their words and photos. */
export function Steps({ tracking, opened }: Props) {
  const { say, language } = useSay()
  const steps = tracking.steps
    .map((step, order) => ({ ...step, order, atMs: Date.parse(step.at), sentence: stepSentence(step) }))
    .filter((step) => step.sentence !== undefined)
    .sort((a, b) => b.atMs - a.atMs || b.order - a.order)
  return (
    <section class="sheet" aria-labelledby="steps-title">
      <h2 id="steps-title">{say(trackWords.steps)}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.order} class={step.byMe ? 'mine' : ''}>
            <time dateTime={step.at} title={exactly(step.atMs, language)}>
              {atWords(step.atMs, Date.now(), language)}
            </time>
            <p>{step.sentence && say(step.sentence, { unit: step.unitName ?? '' })}</p>
            {/* The first words stand in full below, under their own heading. */}
            {step.words && step.verb !== 'receive' && <blockquote>{step.words}</blockquote>}
            {step.verb !== 'receive' && <TrackedFiles files={step.files} opened={opened} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
