/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { handOut } from '#web/lib/hand-out.ts'
import type { Opened } from '../api.ts'
import type { AboutMe } from '../person-api.ts'
import { useSay } from '../reader.ts'
import { personWords, readerWords } from '../words/person.ts'
import { TrackedFiles } from './TrackedFiles.tsx'

/** What is held, what it is used for, who had it and may see it, and how long it is kept; with a copy to take along. */
export function HeldData({ opened, about }: { opened: Opened; about: AboutMe }) {
  const { say } = useSay()
  const { party, files, units, readers, reveals } = about
  return (
    <section class="sheet" aria-labelledby="held-title">
      <h2 id="held-title">{say(personWords.held)}</h2>
      <dl class="held">
        <Fact name={say(personWords.name)}>{about.name}</Fact>
        <Fact name={say(personWords.phone)}>{about.phone}</Fact>
        {about.senderName && <Fact name={say(personWords.sender)}>{about.senderName}</Fact>}
        {party && <Fact name={say(personWords.party)}>{party.name}</Fact>}
        {party?.phone && <Fact name={say(personWords.partyPhone)}>{party.phone}</Fact>}
        {party?.address && <Fact name={say(personWords.address)}>{party.address}</Fact>}
        <Fact name={say(personWords.place)}>{about.placeText}</Fact>
        <Fact name={say(personWords.words)}>{about.words}</Fact>
        <Fact name={say(personWords.photos)}>{files.length === 0 ? '' : String(files.length)}</Fact>
      </dl>
      <TrackedFiles files={files} opened={opened} />
      {about.isConfidential && <p class="hint">{say(personWords.confidential)}</p>}
      <h3>{say(personWords.used)}</h3>
      <p>{say(personWords.usedFor)}</p>
      <h3>{say(personWords.handled)}</h3>
      <ul class="plain">
        {units.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
      <h3>{say(personWords.seenBy)}</h3>
      <ul class="plain">
        {readers.map((reader) => (
          <li key={reader}>{say(readerWords[reader])}</li>
        ))}
      </ul>
      <p class="hint">{say(personWords.reveals, { count: reveals })}</p>
      <h3>{say(personWords.kept)}</h3>
      <Kept retention={about.retention} />
      <button type="button" class="wide" onClick={() => download(about)}>
        {say(personWords.download)}
      </button>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  const { say } = useSay()
  return (
    <>
      <dt>{name}</dt>
      <dd>{children || <span class="hint">{say(personWords.none)}</span>}</dd>
    </>
  )
}

function Kept({ retention: { code, years, from } }: Pick<AboutMe, 'retention'>) {
  const { say } = useSay()
  if (code === null) return <p>{say(personWords.keptOpen)}</p>
  if (years === null || from === null) return <p>{say(personWords.keptForEver)}</p>
  return <p>{say(personWords.keptYears, { years, from })}</p>
}

/** The copy says by itself what it is, so that another product can read it. */
function download(about: AboutMe): void {
  const { may: _may, ...data } = about
  const copy = { format: 'maple-bridge.person.v1', takenAt: new Date().toISOString(), ...data }
  handOut(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }), `${about.number}.json`)
}
