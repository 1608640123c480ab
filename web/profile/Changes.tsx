import { changesBetween } from '#domain/profile/changes.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { useWords } from '#web/lib/words.ts'
import { changeWords } from './rule-words.ts'
import { profileWords as words } from './words.ts'

/** How what is written differs from the version that counts. */
export function Changes({ was, is }: { was: Profile; is: Profile }) {
  const { say } = useWords()
  return (
    <section className="panel profile-part" aria-labelledby="profile-changes">
      <header>
        <h2 id="profile-changes">{say(words.changes)}</h2>
      </header>
      <div className="panel-body">
        <ChangeList was={was} is={is} />
      </div>
    </section>
  )
}

/** Every difference as a sentence. */
export function ChangeList({ was, is }: { was: Profile; is: Profile }) {
  const { language, say } = useWords()
  const changes = changesBetween(was, is).map((change) => changeWords(change, language))
  if (changes.length === 0) return <p className="quiet">{say(words.noChanges)}</p>
  return (
    <ul className="profile-list">
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  )
}
