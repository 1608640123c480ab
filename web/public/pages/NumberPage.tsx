/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { type NumberNow, readNumber } from '../hall-api.ts'
import { useSay } from '../reader.ts'
import '../styles/hall.css'
import { clockOf } from '../when.ts'
import { hallWords } from '../words/hall.ts'
import { startWords } from '../words/start.ts'

const lookEveryMs = 15_000

type Shown = { number?: NumberNow; isUnknown?: boolean; isLost?: boolean }

/** The place in line of one number, for the phone of whoever holds it. No name stands here. */
export function NumberPage({ district, code }: { district: number; code: string }) {
  const { say } = useSay()
  const [{ number, isUnknown, isLost }, setShown] = useState<Shown>({})
  useEffect(() => {
    let isStopped = false
    const look = async () => {
      const outcome = await readNumber(district, code)
      if (isStopped) return
      if ('ok' in outcome) setShown({ number: outcome.ok })
      else if ('refused' in outcome) setShown({ isUnknown: true })
      else setShown((before) => ({ ...before, isLost: true }))
    }
    // a phone in a pocket asks nothing; taken out it asks at once
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') void look()
    }
    lookIfSeen()
    const timer = setInterval(lookIfSeen, lookEveryMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    return () => {
      isStopped = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
    }
  }, [district, code])
  if (isUnknown)
    return (
      <section class="sheet" role="alert">
        <h1>{say(hallWords.noNumber)}</h1>
        <p>{say(hallWords.noNumberText)}</p>
      </section>
    )
  if (!number) return <p class="sheet skeleton">{say(startWords.opening)}</p>
  const time = clockOf(Date.parse(number.now))
  return (
    <section class="sheet my-place">
      <p class="kiosk-hall">{number.hallName}</p>
      <h1>
        <small>{say(hallWords.yours)}</small>
        <span class="my-place-label">{number.label}</span>
      </h1>
      <div aria-live="polite">
        <Place number={number} />
      </div>
      {isLost ? (
        <p class="notice" role="alert">
          {say(hallWords.offline, { time })}
        </p>
      ) : (
        <p class="hint">{say(hallWords.asOf, { time })}</p>
      )}
    </section>
  )
}

/** What the holder of a number has to know now. */
function Place({ number }: { number: NumberNow }) {
  const { say } = useSay()
  const { state, ahead, forecast, windowName, isSent, waitsFor, slotAt, isEarly } = number
  const where = windowName ?? ''
  if (state === 'called' || state === 'serving')
    return (
      <p class="my-place-now" data-called={state === 'called' ? 'yes' : undefined}>
        {say(state === 'called' ? hallWords.calledTo : hallWords.isServed)}
        <strong>{where}</strong>
      </p>
    )
  if (state === 'passed') return <p class="notice">{say(hallWords.wasPassed)}</p>
  if (state === 'done') return <p>{say(hallWords.over)}</p>
  if (state === 'cancelled') return <p>{say(hallWords.dropped)}</p>
  if (isEarly && slotAt) return <p>{say(hallWords.early, { time: clockOf(Date.parse(slotAt)) })}</p>
  return (
    <>
      {ahead !== null && (
        <p class="my-place-now">
          {ahead === 0 ? (
            <strong>{say(hallWords.first)}</strong>
          ) : (
            <>
              {say(hallWords.places)}
              <strong>{say(hallWords.people, { count: ahead })}</strong>
            </>
          )}
        </p>
      )}
      {isSent ? (
        <p>{waitsFor ? say(hallWords.sentOn, { window: waitsFor }) : say(hallWords.sentOnward)}</p>
      ) : (
        <>
          <p>{forecast ? say(hallWords.forecast, forecast) : say(hallWords.noForecast)}</p>
          <p class="hint">{say(hallWords.mayGrow)}</p>
        </>
      )}
    </>
  )
}
