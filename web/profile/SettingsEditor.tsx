import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ProfileProblem } from '#domain/profile/check.ts'
import { type Profile, profileSources } from '#domain/profile/profile.ts'
import { type SettingName, settingNames, settingOf } from '#domain/profile/settings.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Classes } from './Classes.tsx'
import { clockTimeOf, minuteOf } from './hours.ts'
import { Rates } from './Rates.tsx'
import { problemWords, settingSentence, settingWords } from './rule-words.ts'
import { PlanDays, Steps } from './Steps.tsx'
import { sourceWords } from './source-words.ts'
import { profileWords as words } from './words.ts'

/** The figures beside the limits, drawn from their table. */
export function SettingsEditor({
  profile,
  problems,
  onChange,
}: {
  profile: Profile
  problems: readonly ProfileProblem[]
  onChange: (profile: Profile) => void
}) {
  const { language, say } = useWords()
  const errorOf = (name: SettingName) => {
    const problem = problems.find((one) =>
      one.code === 'badStep' ? name === 'whistleLimits' : 'setting' in one && one.setting === name,
    )
    return problem && problemWords(problem, profile, language)
  }
  const control = (name: SettingName): ReactNode => {
    const setting = settingOf(name)
    const label = settingWords[name].name[language]
    const source = say(words.sourceShown, { source: sourceWords(profileSources[name], language) })
    // What stands in a table below need not be said again above it.
    const hint =
      setting.kind === 'steps' ? source : `${settingSentence(name, profile[name], language)} · ${source}`
    const error = errorOf(name)
    if (setting.kind === 'hours')
      return (
        <FieldGroup key={name} label={label} hint={hint} error={error}>
          <Hours
            hours={profile.officeHours}
            onChange={(officeHours) => onChange({ ...profile, officeHours })}
          />
        </FieldGroup>
      )
    if (setting.kind === 'classes')
      return (
        <FieldGroup key={name} label={label} hint={hint} error={error}>
          <Classes
            classes={profile.retention}
            onChange={(retention) => onChange({ ...profile, retention })}
          />
        </FieldGroup>
      )
    if (setting.kind === 'rates')
      return (
        <FieldGroup key={name} label={label} hint={hint} error={error}>
          <Rates rates={profile.subsidy} onChange={(subsidy) => onChange({ ...profile, subsidy })} />
        </FieldGroup>
      )
    if (setting.kind === 'steps')
      return (
        <FieldGroup key={name} label={label} hint={hint} error={error}>
          <Steps
            limits={profile.whistleLimits}
            onChange={(whistleLimits) => onChange({ ...profile, whistleLimits })}
          />
        </FieldGroup>
      )
    if (setting.kind === 'planDays')
      return (
        <FieldGroup key={name} label={label} hint={hint} error={error}>
          <PlanDays
            {...{ days: profile.whistlePlanDays, min: setting.min, max: setting.max }}
            onChange={(whistlePlanDays) => onChange({ ...profile, whistlePlanDays })}
          />
        </FieldGroup>
      )
    const scale = setting.kind === 'share' ? 100 : 1
    return (
      <Field key={name} label={scale === 100 ? `${label} (%)` : label} hint={hint} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            className="input profile-figure"
            type="number"
            inputMode="numeric"
            min={setting.min * scale}
            max={setting.max * scale}
            value={figureShown((profile[name] as number) * scale, setting.min)}
            onChange={(event) => onChange({ ...profile, [name]: Number(event.target.value) / scale })}
          />
        )}
      </Field>
    )
  }
  return (
    <section className="panel profile-part" aria-labelledby="profile-settings">
      <header>
        <h2 id="profile-settings">{say(words.settings)}</h2>
      </header>
      <div className="panel-body fields-2">{settingNames.map(control)}</div>
    </section>
  )
}

/** Nothing typed shows nothing, where nought is no answer. */
const figureShown = (figure: number, min: number) => (figure === 0 && min > 0 ? '' : Math.round(figure))

type Span = readonly [number, number]

function Hours({ hours, onChange }: { hours: readonly Span[]; onChange: (hours: Span[]) => void }) {
  const { say } = useWords()
  const set = (index: number, at: 0 | 1, time: string) =>
    onChange(
      hours.map((span, i): Span => {
        if (i !== index) return span
        return at === 0 ? [minuteOf(time), span[1]] : [span[0], minuteOf(time)]
      }),
    )
  const last = hours.at(-1)?.[1] ?? 540
  return (
    <div className="profile-hours">
      {hours.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place
        <span key={index}>
          {([0, 1] as const).map((at) => (
            <input
              key={at}
              className="input"
              type="time"
              aria-label={say(at === 0 ? words.hoursFrom : words.hoursTo, { n: index + 1 })}
              value={clockTimeOf(span[at])}
              onChange={(event) => set(index, at, event.target.value)}
            />
          ))}
        </span>
      ))}
      <span>
        {hours.length < 4 && (
          <Button
            size="small"
            onClick={() => onChange([...hours, [Math.min(last + 30, 1380), Math.min(last + 90, 1439)]])}
          >
            {say(words.addSpan)}
          </Button>
        )}
        {hours.length > 1 && (
          <Button size="small" onClick={() => onChange(hours.slice(0, -1))}>
            {say(words.dropSpan)}
          </Button>
        )}
      </span>
    </div>
  )
}
