/** @jsxImportSource preact */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { keyOf, type Opened, type Outcome } from '../api.ts'
import { AskPerson } from '../parts/AskPerson.tsx'
import { HeldData } from '../parts/HeldData.tsx'
import { Link } from '../parts/Link.tsx'
import { NotSeen, Seeking } from '../parts/NotSeen.tsx'
import { OwnRequests } from '../parts/OwnRequests.tsx'
import { myPath, trackPath } from '../paths.ts'
import { type AboutMe, openedBy, seePerson } from '../person-api.ts'
import { useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import { atWords } from '../when.ts'
import { personWords } from '../words/person.ts'
import '../styles/person.css'

type Props = { district: number; code: string }

/** What is held on the person behind one appeal, and what they may ask about it. */
export function Person({ district, code }: Props) {
  const [opened] = useState(() => openedBy(district, code))
  return opened ? <Opening key={code} opened={opened} /> : <Lost district={district} />
}

function Lost({ district, words }: { district: number; words?: string }) {
  const { say } = useSay()
  return (
    <section class="sheet" role="alert">
      <h1>{say(personWords.codeLost)}</h1>
      <p>{words ?? say(personWords.codeLostHint)}</p>
      <div class="row">
        <Link to={`/t/${district}`} class="button primary">
          {say(personWords.back)}
        </Link>
        <Link to={myPath(district)} class="button">
          {say(personWords.signIn)}
        </Link>
      </div>
    </section>
  )
}

function Opening({ opened }: { opened: Opened }) {
  const { language } = useSay()
  const [about, setAbout] = useState<AboutMe>()
  const [outcome, setOutcome] = useState<Outcome<AboutMe>>()
  const look = useCallback(async () => {
    const answer = await seePerson(opened)
    setOutcome(answer)
    if ('ok' in answer) setAbout(answer.ok)
  }, [opened])
  useEffect(() => {
    void look()
    const again = () => void look()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [look])
  if (outcome && 'refused' in outcome)
    return <Lost district={opened.district} words={refusedWords(outcome.refused, language)} />
  if (about) return <Shown opened={opened} about={about} onNew={setAbout} />
  return outcome ? <NotSeen outcome={outcome} look={look} /> : <Seeking />
}

type Shown = { opened: Opened; about: AboutMe; onNew: (about: AboutMe) => void }

function Shown({ opened, about, onNew }: Shown) {
  const { say, language } = useSay()
  const [isSent, setSent] = useState(false)
  const when = about.erasedAt ? atWords(Date.parse(about.erasedAt), Date.now(), language) : ''
  const back =
    'queryCode' in opened
      ? trackPath(opened.district, opened.queryCode)
      : myPath(opened.district, keyOf(opened))
  const tell = (next: AboutMe) => {
    setSent(true)
    onNew(next)
    // Where it stands now is further up.
    document.getElementById('person-sent')?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <p class="back">
        <Link to={back}>‹ {say(personWords.back)}</Link>
      </p>
      <section class="sheet">
        <h1>{say(personWords.title)}</h1>
        <p>{say(personWords.lead, { number: about.number })}</p>
        {about.isDestroyed ? (
          <p class="notice">{say(personWords.destroyed)}</p>
        ) : about.erasedAt ? (
          <p class="notice">{say(personWords.erased, { when })}</p>
        ) : (
          !about.isWhole && (
            <p class="hint">
              {say(personWords.masked)} <Link to={myPath(opened.district)}>{say(personWords.signIn)}</Link>
            </p>
          )
        )}
      </section>
      <p class="notice good" role="status" id="person-sent">
        {isSent && say(personWords.sent)}
      </p>
      {about.requests.length > 0 && <OwnRequests requests={about.requests} />}
      <HeldData opened={opened} about={about} />
      {!about.isDestroyed && <AskPerson opened={opened} about={about} onDone={tell} />}
    </>
  )
}
