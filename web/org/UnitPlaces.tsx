import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Refusing } from './Refusing.tsx'
import { unitWords as words } from './unit-words.ts'
import { useDeed } from './use-deed.ts'

type Unit = Answer<'getUnit'>
type Place = Unit['places'][number]

/** The codes that hang at a unit: add, label, take down, print. */
export function UnitPlaces({ unit }: { unit: Unit }) {
  const { say } = useWords()
  const [isAdding, setAdding] = useState(false)
  const mayAdd = unit.validTo === null
  const hanging = unit.places.filter(({ isOpen }) => isOpen).length
  return (
    <section className="panel" aria-labelledby="unit-places">
      <header>
        <h2 id="unit-places">{say(words.places, { count: hanging })}</h2>
        <div className="form-actions">
          {hanging > 0 && (
            <Link className="link" to="/places" search={{ under: unit.id, name: unit.name }}>
              <PrinterOutlined aria-hidden="true" /> {say(words.print)}
            </Link>
          )}
          {mayAdd && !isAdding && <Button onClick={() => setAdding(true)}>{say(words.addPlace)}</Button>}
        </div>
      </header>
      {isAdding && (
        <LabelForm
          title={say(words.addPlace)}
          label=""
          send={(commandId, label) =>
            call('addPlace', { params: { id: unit.id }, body: { commandId, label } })
          }
          onClose={() => setAdding(false)}
        />
      )}
      {unit.places.length === 0 && !isAdding && <div className="panel-body quiet">{say(words.noPlaces)}</div>}
      <ul className="lines">
        {unit.places.map((place) => (
          <PlaceLine key={place.code} unitId={unit.id} place={place} />
        ))}
      </ul>
    </section>
  )
}

function PlaceLine({ unitId, place }: { unitId: string; place: Place }) {
  const { say } = useWords()
  const [asked, setAsked] = useState<'label' | 'close'>()
  const params = { id: unitId, code: place.code }
  const { label } = place
  const down = useDeed(
    (commandId) => call('closePlace', { params, body: { commandId } }),
    [],
    () => setAsked(undefined),
    'org',
  )
  return (
    <li className="place-line">
      <span className={place.isOpen ? undefined : 'quiet'}>
        {label} <code>{place.code}</code>{' '}
        {!place.isOpen && (
          <span className="flag" data-tone="still">
            {say(words.closed)}
          </span>
        )}
      </span>
      {place.isOpen && !asked && (
        <span className="form-actions">
          <Button aria-label={say(words.renameOf, { label })} onClick={() => setAsked('label')}>
            {say(words.rename)}
          </Button>
          <Button aria-label={say(words.takeDownOf, { label })} onClick={() => setAsked('close')}>
            {say(words.takeDown)}
          </Button>
        </span>
      )}
      {asked === 'label' && (
        <LabelForm
          title={say(words.renameOf, { label })}
          label={label}
          send={(commandId, next) => call('editPlace', { params, body: { commandId, label: next } })}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'close' && (
        <div className="form deed">
          <p>{say(words.takeDownAsk)}</p>
          <Refusing words={down.rest} isOpenWork={false} />
          <div className="form-actions">
            <Button type="primary" loading={down.isPending} onClick={down.run}>
              {say(words.takeDown)}
            </Button>
            <Button onClick={() => setAsked(undefined)}>{say(words.cancel)}</Button>
          </div>
        </div>
      )}
    </li>
  )
}

type LabelProps = {
  title: string
  label: string
  send: (commandId: string, label: string) => Promise<Unit>
  onClose: () => void
}

function LabelForm({ title, label, send, onClose }: LabelProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(label)
  const deed = useDeed((commandId) => send(commandId, typed), ['label'], onClose, 'org')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="form deed" aria-label={title} onSubmit={submit}>
      <Field label={say(words.label)} hint={say(words.labelHint)} error={deed.errorAt('label')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            required
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Refusing words={deed.rest} isOpenWork={false} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(words.save)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
