import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { channelLabels, satisfactionLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { dueTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { shownFiles } from './files.ts'
import { formWords } from './form-words.ts'
import { purposesIn, RevealDialog } from './RevealDialog.tsx'
import { VoiceOrigin } from './VoiceOrigin.tsx'
import { matterWords as words } from './words.ts'

type Voice = MatterPage['voices'][number]

const atFirst = 5

/** Everybody who raised the matter, in their own words, with what may be seen of them. */
export function Voices({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const { voices } = matter
  const [isAll, setAll] = useState(false)
  const shown = isAll ? voices : voices.slice(0, atFirst)
  return (
    <section className="panel" aria-labelledby="voices-title">
      <header>
        <h2 id="voices-title">
          {voices.length > 1 ? say(words.voicesMany, { count: voices.length }) : say(words.voices)}
        </h2>
      </header>
      <ul className="voices">
        {shown.map((voice) => (
          <VoiceLine key={voice.id} voice={voice} matter={matter} isOnly={voices.length === 1} />
        ))}
      </ul>
      {voices.length > shown.length && (
        <div className="voices-more">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {say(words.moreVoices, { count: voices.length - shown.length })}
          </button>
        </div>
      )}
    </section>
  )
}

function VoiceLine({ voice, matter, isOnly }: { voice: Voice; matter: MatterPage; isOnly: boolean }) {
  const { language, say } = useWords()
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const contact = [voice.name, voice.phone].filter(Boolean).join(' · ')
  const who = voice.erasedAt
    ? words.erasedPerson
    : !voice.hasContact
      ? words.anonymous
      : voice.isConfidential
        ? words.hiddenFromYou
        : words.hiddenNow
  return (
    <li>
      <p className="voice-who">
        <b className="number">{contact || say(who)}</b>
        {voice.isConfidential && <FlagTag tone="near">{say(words.confidential)}</FlagTag>}
      </p>
      <p className="quiet voice-facts">
        {say(channelLabels[voice.channel])} · <When at={voice.submittedAt} />
        {voice.externalNo && (
          <span className="number"> · {say(words.externalNo, { no: voice.externalNo })}</span>
        )}
        {voice.externalDueAt && (
          <span className="number">
            {' · '}
            {say(words.externalDue, { due: dueTime(Date.parse(voice.externalDueAt), now, language) })}
          </span>
        )}
        {voice.repeats > 0 && ` · ${say(words.repeats, { count: voice.repeats })}`}
      </p>
      {!isOnly && voice.words !== matter.story && <blockquote>{voice.words}</blockquote>}
      {!isOnly && <FileGrid files={shownFiles(voice.files)} />}
      <VoiceOrigin matterId={matter.id} voice={voice} />
      {voice.satisfied && (
        <p>
          {say(words.rating)}：{say(voice.solved ? formWords.solvedYes : formWords.solvedNo)} ·{' '}
          {say(satisfactionLabels[voice.satisfied])}
        </p>
      )}
      {voice.ratingWords && <blockquote>{voice.ratingWords}</blockquote>}
      {voice.mayReveal && (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {say(words.reveal)}
        </button>
      )}
      {isOpen && (
        <RevealDialog
          offered={purposesIn(matter.state)}
          ask={(body) =>
            call('revealContact', { params: { id: matter.id }, body: { ...body, appealId: voice.id } })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
