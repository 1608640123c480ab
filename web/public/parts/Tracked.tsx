/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { keyOf, type Opened, type Tracking } from '../api.ts'
import { myPath, personPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import type { Watched } from '../tracked.ts'
import { atWords } from '../when.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Link } from './Link.tsx'
import { Petition } from './Petition.tsx'
import { Rated, RateForm } from './RateForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Standing } from './Standing.tsx'
import { Steps } from './Steps.tsx'
import { TrackedFiles } from './TrackedFiles.tsx'

type Props = { opened: Opened; watched: Watched & { tracking: Tracking } }

/** One appeal like a parcel: whose turn and until when, what can be done now, then what happened and what was said. */
export function Tracked({ opened, watched }: Props) {
  const { say, language } = useSay()
  const { tracking: t, seenAt, outcome, look } = watched
  const [done, setDone] = useState(false)
  const isStale = outcome !== undefined && !('ok' in outcome)
  const isAway = outcome !== undefined && 'unreached' in outcome && outcome.unreached === 'network'
  const when = atWords(seenAt, Date.now(), language)
  const move = {
    opened,
    onDone: () => {
      setDone(true)
      void look()
    },
  }
  return (
    <>
      {isStale && (
        <p class="notice" role="status">
          {say(isAway ? trackWords.stale : trackWords.staleBusy, { when })}
        </p>
      )}
      <Standing tracking={t} />
      {t.petition && <Petition petition={t.petition} />}
      <p class="notice good" role="status">
        {done && say(trackWords.done)}
      </p>
      {t.question !== null && t.may.includes('answer') && (
        <AnswerForm key={t.question} {...move} question={t.question} />
      )}
      {t.result !== null && (
        <section class="sheet" aria-labelledby="result-title">
          <h2 id="result-title">{say(trackWords.result)}</h2>
          <p class="words">{t.result}</p>
        </section>
      )}
      {/* Whoever withdrew is not asked how it was handled. */}
      {t.may.includes('rate') && t.closureKind !== 'withdrawn' && <RateForm {...move} />}
      {t.rating && <Rated rating={t.rating} />}
      {t.may.includes('askReopen') && <ReasonForm {...move} verb="askReopen" />}
      <Steps tracking={t} opened={opened} />
      <section class="sheet" aria-labelledby="words-title">
        <h2 id="words-title">{say(trackWords.yourWords)}</h2>
        <p class="words">{t.words}</p>
        {t.placeText && <p class="hint">{say(trackWords.place, { place: t.placeText })}</p>}
        <TrackedFiles files={t.files} opened={opened} />
      </section>
      {t.may.includes('withdraw') && <ReasonForm {...move} verb="withdraw" />}
      <p class="foot">
        <Link to={personPath(opened.district, keyOf(opened))}>{say(trackWords.person)}</Link>
      </p>
      <p class="foot hint">
        {say(trackWords.updated, { when })} ·{' '}
        {'queryCode' in opened ? (
          <Link to={`/t/${opened.district}`}>{say(trackWords.otherCode)}</Link>
        ) : (
          <Link to={myPath(opened.district)}>{say(startWords.my)}</Link>
        )}
      </p>
    </>
  )
}
