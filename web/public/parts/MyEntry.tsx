/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../api.ts'
import { askCode, type DoorWay, giveCode } from '../my-api.ts'
import { type AskedFor, keepAsked, recallAsked } from '../my-asked.ts'
import { newId } from '../new-id.ts'
import { useSay } from '../reader.ts'
import { myWords } from '../words/my.ts'
import { startWords } from '../words/start.ts'
import { AskCode } from './AskCode.tsx'
import { GiveCode } from './GiveCode.tsx'
import { Link } from './Link.tsx'

type Props = {
  district: number
  way: DoorWay
  /** Why somebody who was in is out. */
  notice: string | undefined
  onIn: () => void
}

/** Signing in: the number, then the code that was sent to it. */
export function MyEntry({ district, way, notice, onIn }: Props) {
  const { say, language } = useSay()
  const [asked, setAsked] = useState(recallAsked)
  const keep = (next: AskedFor) => {
    keepAsked(next)
    setAsked(next)
  }
  useEffect(() => {
    if (way === 'off') keepAsked(undefined)
  }, [way])

  const ask = async (phone: string): Promise<Outcome<unknown>> => {
    const id = newId()
    const outcome = await askCode(district, { id, phone, language })
    if ('ok' in outcome) {
      const { nextSeconds, lifeSeconds, shownCode: shown } = outcome.ok
      const now = Date.now()
      keep({
        phone,
        code: { id, nextAt: now + nextSeconds * 1_000, endsAt: now + lifeSeconds * 1_000, shown },
      })
    }
    return outcome
  }
  const give = async (code: string): Promise<Outcome<unknown>> => {
    const outcome = await giveCode(district, { id: asked.code?.id ?? '', phone: asked.phone, code })
    if ('ok' in outcome) {
      keepAsked(undefined)
      onIn()
    }
    return outcome
  }
  return (
    <section class="sheet">
      <h1>{say(startWords.my)}</h1>
      <p class="notice good" role="status">
        {!asked.code && notice}
      </p>
      {way === 'off' ? (
        <p>{say(myWords.off)}</p>
      ) : asked.code ? (
        <GiveCode
          phone={asked.phone}
          code={asked.code}
          onGive={give}
          onAgain={() => ask(asked.phone)}
          onOther={() => keep({ phone: asked.phone })}
        />
      ) : (
        <>
          <p>{say(myWords.lead)}</p>
          <AskCode
            phone={asked.phone}
            onType={(phone) => keep({ phone })}
            onAsk={ask}
            isDemo={way === 'demo'}
          />
        </>
      )}
      <p class="foot">
        <Link to={`/t/${district}`}>{say(myWords.byCode)}</Link>
      </p>
    </section>
  )
}
