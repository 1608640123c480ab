import { Button } from 'antd'
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { channelLabels, unitKindLabels } from '#contract/words/labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import {
  type PartnerChannel,
  type PartnerScope,
  partnerChannels,
  partnerScopes,
} from '#domain/door/partner.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { useUnits } from '#web/org/people-queries.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { usePartnerDeed } from './queries.ts'
import { scopeWords, doorWords as words } from './words.ts'

const fields = ['name', 'channel', 'unitId', 'scopes', 'validFrom', 'validTo']

/** Another system on one screen; its key comes afterwards. */
export function AddPartner({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [channel, setChannel] = useState<PartnerChannel>('hotline')
  const [unit, setUnit] = useState<{ id: string; name: string } | null>(null)
  const [scopes, setScopes] = useState<readonly PartnerScope[]>(partnerScopes)
  const [validFrom, setValidFrom] = useState<string>(() => dayOf(Date.now()))
  const [validTo, setValidTo] = useState('')
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useUnits(useDeferredValue(typed.trim()))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { run, isPending, errorAt, rest } = usePartnerDeed(
    (commandId) =>
      call('addPartner', {
        body: {
          ...{ commandId, id, name, channel, unitId: unit?.id ?? '', scopes: [...scopes] },
          ...{ validFrom, validTo: validTo === '' ? null : validTo },
        },
      }),
    fields,
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <section className="panel" aria-labelledby="add-partner">
      <header>
        <h2 id="add-partner">{say(words.add)}</h2>
      </header>
      <form className="form panel-body" onSubmit={submit}>
        <div className="fields-2">
          <Field label={say(words.name)} error={errorAt('name')}>
            {(wiring) => (
              <input
                {...wiring}
                ref={first}
                className="input"
                maxLength={40}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={say(words.channel)} error={errorAt('channel')}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={channel}
                onChange={(event) => setChannel(event.target.value as PartnerChannel)}
              >
                {partnerChannels.map((one) => (
                  <option key={one} value={one}>
                    {say(channelLabels[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label={say(words.unit)} hint={say(words.unitHint)} error={errorAt('unitId')}>
          {(wiring) => (
            <Picker
              wiring={wiring}
              options={(data?.rows ?? []).map((row) => ({
                value: row.id,
                label: row.name,
                note: row.names.length > 0 ? row.names.join(' › ') : say(unitKindLabels[row.kind]),
              }))}
              value={unit?.id ?? ''}
              shown={unit?.name ?? ''}
              placeholder={say(words.unitFind)}
              isSearching={isFetching}
              onSearch={setTyped}
              onPick={(option) => setUnit({ id: option.value, name: option.label })}
            />
          )}
        </Field>
        <FieldGroup label={say(words.scopes)} error={errorAt('scopes')}>
          <div className="choices">
            {partnerScopes.map((scope) => (
              <label key={scope} className="choice">
                <input
                  type="checkbox"
                  checked={scopes.includes(scope)}
                  onChange={({ target }) =>
                    setScopes(
                      partnerScopes.filter((one) => (one === scope ? target.checked : scopes.includes(one))),
                    )
                  }
                />
                <span>{say(scopeWords[scope])}</span>
              </label>
            ))}
          </div>
        </FieldGroup>
        <div className="fields-2">
          <Field label={say(words.validFrom)} error={errorAt('validFrom')}>
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
          <Field label={say(words.validTo)} hint={say(words.openEnd)} isOptional error={errorAt('validTo')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="date"
                value={validTo}
                onChange={(event) => setValidTo(event.target.value)}
              />
            )}
          </Field>
        </div>
        {rest && (
          <Notice tone="act" live>
            {rest}
          </Notice>
        )}
        <div className="form-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            disabled={!unit || scopes.length === 0}
          >
            {say(words.add)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </section>
  )
}
