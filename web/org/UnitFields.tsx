import { Button } from 'antd'
import { useRef } from 'react'
import { type Outline, readOutline } from '#domain/org/outline.ts'
import { isRefusal } from '#domain/refusal.ts'
import { useWords } from '#web/lib/words.ts'
import { SketchMap } from '#web/matter/SketchMap.tsx'
import { Field } from '#web/ui/Field.tsx'
import { unitWords as words } from './unit-words.ts'

/** What a person types about a unit: texts as typed. */
export type UnitGiven = { name: string; phone: string; lng: string; lat: string; outline: string }

/** A number as people type it; an empty field is none, and what is no number is sent on to be refused by name. */
const numberOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))

/** The outline that was typed: none, one that can be drawn, or undefined where the text is neither. */
function outlineOf(typed: string): Outline | null | undefined {
  if (typed.trim() === '') return null
  try {
    const outline = readOutline(JSON.parse(typed))
    return isRefusal(outline) ? undefined : outline
  } catch {
    return undefined
  }
}

/** The body of a command; the outline only where it is to change. */
export function factsOf(given: UnitGiven, before: string) {
  const { name, phone, lng, lat, outline } = given
  return {
    ...{ name, phone: phone.trim() === '' ? null : phone, lng: numberOf(lng), lat: numberOf(lat) },
    ...(outline === before
      ? {}
      : { outline: outlineOf(outline) === undefined ? outline : outlineOf(outline) }),
  }
}

type Props = {
  given: UnitGiven
  onChange: (given: UnitGiven) => void
  errorAt: (field: string) => string | undefined
}

/** Name, telephone, position and outline of a unit. */
export function UnitFields({ given, onChange, errorAt }: Props) {
  const { say } = useWords()
  const file = useRef<HTMLInputElement>(null)
  const put = (change: Partial<UnitGiven>) => onChange({ ...given, ...change })
  const outline = outlineOf(given.outline)
  const [lng, lat] = [numberOf(given.lng), numberOf(given.lat)]
  const isOnMap = lng !== null && lat !== null && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  const isDrawn = Boolean(outline) || isOnMap
  const line = (field: 'name' | 'phone' | 'lng' | 'lat', isOptional: boolean, maxLength: number) => (
    <Field label={say(words[field])} isOptional={isOptional} error={errorAt(field)}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          required={!isOptional}
          maxLength={maxLength}
          inputMode={field === 'name' ? undefined : field === 'phone' ? 'tel' : 'decimal'}
          value={given[field]}
          onChange={(event) => put({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="fields-2">
        {line('name', false, 80)}
        {line('phone', true, 40)}
        {line('lng', true, 20)}
        {line('lat', true, 20)}
      </div>
      <Field
        label={say(words.outline)}
        isOptional
        hint={say(words.outlineHint)}
        error={errorAt('outline') ?? (outline === undefined ? say(words.notJson) : undefined)}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            className="input unit-outline"
            spellCheck={false}
            value={given.outline}
            onChange={(event) => put({ outline: event.target.value })}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button onClick={() => file.current?.click()}>{say(words.upload)}</Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,.geojson,application/json,application/geo+json"
          aria-label={say(words.upload)}
          onChange={(event) => {
            void event.target.files?.[0]?.text().then((text) => put({ outline: text.trim() }))
            event.target.value = ''
          }}
        />
      </div>
      {isDrawn && (
        <div className="unit-map">
          <SketchMap
            label={say(words.map, { name: given.name })}
            lng={isOnMap ? lng : null}
            lat={isOnMap ? lat : null}
            outline={outline ?? null}
          />
        </div>
      )}
    </>
  )
}
