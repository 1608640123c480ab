import { Button } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { kindsUnder } from '#domain/org/units.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Refusing } from './Refusing.tsx'
import { factsOf, UnitFields, type UnitGiven } from './UnitFields.tsx'
import { unitWords as words } from './unit-words.ts'
import { useDeed } from './use-deed.ts'

type Unit = Answer<'getUnit'>
const factFields = ['name', 'phone', 'lng', 'lat', 'outline']

type FrameProps = {
  title: string
  deed: { run: () => void; isPending: boolean; rest: string | undefined; isOpenWork: boolean }
  go: string
  onClose: () => void
  children: ReactNode
}

function Frame({ title, deed, go, onClose, children }: FrameProps) {
  const { say } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="form panel-body" aria-label={title} onSubmit={submit}>
      {children}
      <Refusing words={deed.rest} isOpenWork={deed.isOpenWork} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {go}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}

/** Changes what may change of a unit; kind and code stay. */
export function EditUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { say } = useWords()
  const [before] = useState(() => (unit.outline === null ? '' : JSON.stringify(unit.outline)))
  const [version] = useState(unit.version)
  const [given, setGiven] = useState<UnitGiven>({
    ...{ name: unit.name, phone: unit.phone ?? '', outline: before },
    ...{ lng: unit.lng === null ? '' : String(unit.lng), lat: unit.lat === null ? '' : String(unit.lat) },
  })
  const deed = useDeed(
    (commandId) =>
      call('editUnit', {
        params: { id: unit.id },
        body: { commandId, version, ...factsOf(given, before) },
      }),
    factFields,
    onClose,
    'org',
  )
  return (
    <Frame title={say(words.editOf, { name: unit.name })} deed={deed} go={say(words.save)} onClose={onClose}>
      <UnitFields given={given} onChange={setGiven} errorAt={deed.errorAt} />
    </Frame>
  )
}

type AddProps = { parent: Unit; onAdded: (unit: Unit) => void; onClose: () => void }

/** A new unit below another: only the kinds that may hang there. */
export function AddUnit({ parent, onAdded, onClose }: AddProps) {
  const { say } = useWords()
  const kinds: readonly UnitKind[] = kindsUnder[parent.kind]
  const [id] = useState(newId)
  const [kind, setKind] = useState<UnitKind>(kinds[0] ?? 'room')
  const [code, setCode] = useState('')
  const [validFrom, setValidFrom] = useState(() => dayOf(Date.now()))
  const [given, setGiven] = useState<UnitGiven>({ name: '', phone: '', lng: '', lat: '', outline: '' })
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const deed = useDeed(
    (commandId) =>
      call('addUnit', {
        body: { commandId, id, parentId: parent.id, kind, code, validFrom, ...factsOf(given, '') },
      }),
    [...factFields, 'kind', 'code', 'validFrom'],
    onAdded,
    'org',
  )
  return (
    <Frame title={say(words.addOf, { name: parent.name })} deed={deed} go={say(words.save)} onClose={onClose}>
      <div className="fields-2">
        <Field label={say(words.kind)} error={deed.errorAt('kind')}>
          {(wiring) => (
            <select
              {...wiring}
              ref={first}
              className="input"
              value={kind}
              onChange={(event) => setKind(event.target.value as UnitKind)}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {say(unitKindLabels[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.code)} hint={say(words.codeHint)} error={deed.errorAt('code')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              required
              maxLength={12}
              autoCapitalize="characters"
              autoComplete="off"
              value={code}
              onChange={(event) => setCode(event.target.value.toUpperCase())}
            />
          )}
        </Field>
        <Field label={say(words.validFrom)} error={deed.errorAt('validFrom')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              required
              value={validFrom}
              onChange={(event) => setValidFrom(event.target.value)}
            />
          )}
        </Field>
      </div>
      <UnitFields given={given} onChange={setGiven} errorAt={deed.errorAt} />
    </Frame>
  )
}
