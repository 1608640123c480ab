/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { playChime } from '#web/lib/chime.ts'
import { callKey, speak, spokenCall } from '../display.ts'
import type { DisplayView } from '../hall-api.ts'
import { switchLanguage, useSay } from '../reader.ts'
import '../styles/hall.css'
import { useDisplay } from '../use-display.ts'
import { clockOf } from '../when.ts'
import { hallWords } from '../words/hall.ts'
import { startWords } from '../words/start.ts'

/** How long a call stands out (milliseconds). */
const freshMs = 15_000
/** So that the chime is over before the voice begins (milliseconds). */
const breathMs = 700

/** The television of a hall: who is called where, who comes next. Numbers only. */
export function HallDisplay({ district, code }: { district: number; code: string }) {
  const { say, language } = useSay()
  const [hasSound, setSound] = useState(false)
  const [fresh, setFresh] = useState<{ keys: ReadonlySet<string>; at: number }>()
  const { view, lostSince, refused, behind } = useDisplay(district, code, (calls) => {
    setFresh({ keys: new Set(calls.map(callKey)), at: Date.now() })
    if (!hasSound) return
    playChime()
    setTimeout(() => {
      for (const one of calls) speak(spokenCall(one, language), language)
    }, breathMs)
  })
  const now = useSecond() + behind
  if (refused && !view)
    return (
      <section class="sheet" role="alert">
        <h1>{say(hallWords.unknown)}</h1>
        <p>{say(hallWords.unknownText)}</p>
      </section>
    )
  const isFresh = (one: DisplayView['called'][number]) =>
    fresh !== undefined && Date.now() - fresh.at < freshMs && fresh.keys.has(callKey(one))
  const turnSound = () => {
    setSound(!hasSound)
    // The press that allows it: browsers let no page sound before.
    if (!hasSound) playChime()
  }
  return (
    <div class="display">
      <header class="display-head">
        <h1>{view?.hallName ?? say(startWords.opening)}</h1>
        <time class="display-clock" aria-label={say(hallWords.clock)}>
          {clockOf(now)}
        </time>
      </header>
      {lostSince !== undefined && (
        <p class="notice display-lost" role="alert">
          {say(hallWords.lost, { time: clockOf(lostSince + behind) })}
        </p>
      )}
      <section class="display-called" aria-labelledby="called" aria-live="polite">
        <h2 id="called">{say(hallWords.nowCalling)}</h2>
        {view?.called.length === 0 && <p class="display-none">{say(hallWords.none)}</p>}
        <ul>
          {view?.called.map((one) => (
            <li key={one.label} data-fresh={isFresh(one) ? 'yes' : undefined}>
              <strong>{one.label}</strong>
              {one.surname && <span class="display-surname">{one.surname}</span>}
              <span class="display-window">
                {one.isServing ? (
                  <small>{say(hallWords.serving)}</small>
                ) : (
                  <small>{say(hallWords.goTo)}</small>
                )}
                {one.windowName}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="display-next" aria-labelledby="next">
        <h2 id="next">{say(hallWords.next)}</h2>
        {view && view.next.length === 0 && <p class="display-none">{say(hallWords.nextNone)}</p>}
        <ol>
          {view?.next.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ol>
        {view && view.waiting > 0 && (
          <p class="display-count">
            {say(hallWords.waiting, { count: view.waiting })}
            {view.forecast && (
              <>
                <br />
                {say(hallWords.forecast, view.forecast)}
              </>
            )}
          </p>
        )}
      </section>
      <footer class="display-foot">
        <p class="display-notice">{view?.notice}</p>
        <div class="row">
          <button type="button" aria-pressed={hasSound} onClick={turnSound}>
            {say(hasSound ? hallWords.soundOff : hallWords.soundOn)}
          </button>
          <button type="button" onClick={() => void document.documentElement.requestFullscreen?.()}>
            {say(hallWords.full)}
          </button>
          <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
            {say(startWords.otherLanguage)}
          </button>
        </div>
      </footer>
    </div>
  )
}

/** The present, each second. */
function useSecond(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
