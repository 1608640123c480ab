import { Link } from '@tanstack/react-router'
import type { DutyPage } from '#contract/duty.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { sidesWords, spanWords } from './sides.ts'
import { dutyWords as words } from './words.ts'

/** Who changed the line, when, to what and why; and its wordings one after the other. */
export function DutyHistory({ line }: { line: DutyPage }) {
  const { language, say } = useWords()
  const what = ({ verb, by, lastOn }: DutyPage['deeds'][number]) => {
    if (verb === 'addDuty') return say(words.added, { by })
    if (verb === 'editDuty') return say(words.changed, { by })
    return lastOn === null ? say(words.openedBy, { by }) : say(words.endedBy, { by, day: lastOn })
  }
  return (
    <>
      {line.versions.length > 1 && (
        <section className="panel" aria-labelledby="duty-versions">
          <header>
            <h2 id="duty-versions">{say(words.versions)}</h2>
          </header>
          <ul className="duty-plain panel-body">
            {line.versions.map((version) => (
              <li key={version.id}>
                {version.id === line.id ? (
                  <b>{spanWords(version, language)}</b>
                ) : (
                  <Link className="link" to="/duties" search={{ id: version.id }}>
                    {spanWords(version, language)}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {line.deeds.length > 0 && (
        <section className="panel" aria-labelledby="duty-history">
          <header>
            <h2 id="duty-history">{say(words.history)}</h2>
          </header>
          <ul className="duty-plain duty-deeds panel-body">
            {line.deeds.map((deed) => (
              <li key={deed.id}>
                <p>
                  <b>{what(deed)}</b> <When at={deed.at} />
                </p>
                {deed.said && (
                  <p>
                    {say(words.said, {
                      from: spanWords(deed.said, language),
                      sides: sidesWords(deed.said, language),
                      basis: deed.said.basis,
                    })}
                  </p>
                )}
                <p className="quiet">{say(words.why, { reason: deed.reason })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
