import { Button } from 'antd'
import type { Profile } from '#domain/profile/profile.ts'
import { useWords } from '#web/lib/words.ts'
import { retentionWords } from '#web/matter/choice-words.ts'
import { profileWords as words } from './words.ts'

type ClassList = Profile['retention']

/** The classes of retention with their years; an empty year is for ever. */
export function Classes({
  classes,
  onChange,
}: {
  classes: ClassList
  onChange: (classes: ClassList) => void
}) {
  const { language, say } = useWords()
  const set = (index: number, change: Partial<ClassList[number]>) =>
    onChange(classes.map((one, i) => (i === index ? { ...one, ...change } : one)))
  return (
    <div className="profile-hours">
      {classes.map(({ code, years }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a class is known by its place while its name is typed
        <span key={index}>
          <input
            className="input"
            aria-label={say(words.className, { n: index + 1 })}
            maxLength={20}
            value={retentionWords(code, language)}
            readOnly={retentionWords(code, language) !== code}
            onChange={(event) => set(index, { code: event.target.value })}
          />
          <input
            className="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={200}
            placeholder={say(words.forEver)}
            aria-label={say(words.classYears, { n: index + 1 })}
            value={years ?? ''}
            onChange={(event) =>
              set(index, { years: event.target.value === '' ? null : Number(event.target.value) })
            }
          />
        </span>
      ))}
      <span>
        {classes.length < 10 && (
          <Button size="small" onClick={() => onChange([...classes, { code: '', years: 5 }])}>
            {say(words.addClass)}
          </Button>
        )}
        {classes.length > 1 && (
          <Button size="small" onClick={() => onChange(classes.slice(0, -1))}>
            {say(words.dropClass)}
          </Button>
        )}
      </span>
    </div>
  )
}
