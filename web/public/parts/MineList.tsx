/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { clearMine, mine, removeMine } from '../mine.ts'
import { trackPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { useStore } from '../store.ts'
import { atWords } from '../when.ts'
import { startWords } from '../words/start.ts'
import { Link } from './Link.tsx'

/** The appeals sent from this device; taking one off the list does not touch the appeal. */
export function MineList() {
  const { say, language } = useSay()
  const list = useStore(mine)
  const [isAsking, setAsking] = useState(false)
  return (
    <section class="sheet" aria-labelledby="mine-title">
      <h2 id="mine-title">{say(startWords.mineTitle)}</h2>
      {list.length === 0 && <p class="hint">{say(startWords.mineNone)}</p>}
      <ul class="mine">
        {list.map((m) => (
          <li key={m.queryCode}>
            <Link to={trackPath(m.district, m.queryCode)}>
              <strong>{m.words}</strong>
              <small>
                {m.label ? `${m.label} · ` : ''}
                {say(startWords.sentOn, { when: atWords(m.sentAt, Date.now(), language) })}
              </small>
            </Link>
            <button
              type="button"
              class="quiet"
              aria-label={`${say(startWords.mineForget)}: ${m.words}`}
              title={say(startWords.mineForget)}
              onClick={() => removeMine(m.queryCode)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {list.length > 0 && !isAsking && (
        <button type="button" class="quiet" onClick={() => setAsking(true)}>
          {say(startWords.mineClear)}
        </button>
      )}
      {list.length > 0 && isAsking && (
        <div role="alert">
          <p>{say(startWords.mineClearAsk)}</p>
          <div class="row">
            <button type="button" class="grave" onClick={clearMine}>
              {say(startWords.mineClear)}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {say(startWords.cancel)}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
