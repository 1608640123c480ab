import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { verbLabels } from '#contract/words/labels.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { call } from '#web/lib/api.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { type OutletRow, useOutgoing } from './outlet-queries.ts'
import { outletWords as words } from './outlet-words.ts'

type Props = {
  /** The one to change; undefined adds one. */
  outlet: OutletRow | undefined
  onDone: (outlet: OutletRow, secret: string | null) => void
  onCancel: () => void
}

/** Name, address and moves of a receiver. */
export function OutletForm({ outlet, onDone, onCancel }: Props) {
  const { language, say } = useWords()
  const [id] = useState(() => outlet?.id ?? newId())
  const [name, setName] = useState(outlet?.name ?? '')
  const [url, setUrl] = useState(outlet?.url ?? '')
  const [isOn, setOn] = useState(outlet?.isOn ?? true)
  const [chosen, setChosen] = useState<readonly Verb[]>(outlet?.verbs ?? ['dispatch', 'submit', 'close'])
  const send = async (commandId: string): Promise<OutletRow & { secret?: string | null }> => {
    const body = { commandId, name, url, verbs: [...chosen] }
    if (!outlet) return call('addOutlet', { body: { ...body, id } })
    return call('editOutlet', { params: { id }, body: { ...body, isOn, version: outlet.version } })
  }
  const save = useOutgoing(send, (fresh) => onDone(fresh, fresh.secret ?? null))
  const field = save.error instanceof RefusalError ? fieldOf(save.error.refusal.field) : undefined
  const errorAt = (at: string) =>
    save.error && field === at ? failureWords(save.error, language) : undefined
  const isElsewhere = save.error !== null && !['name', 'url', 'verbs'].includes(field ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const toggle = (verb: Verb, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, verb] : chosen.filter((one) => one !== verb))
  const title = outlet ? say(words.editOf, { name: outlet.name }) : say(words.add)
  return (
    <form className="form panel-body" aria-label={title} onSubmit={submit}>
      <div className="fields-2">
        <Field label={say(words.name)} error={errorAt('name')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={40}
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(words.url)} hint={say(words.urlHint)} error={errorAt('url')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={500}
              required
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
      </div>
      <FieldGroup label={say(words.verbs)} error={errorAt('verbs')}>
        <div className="outlet-verbs">
          {verbs.map((verb) => (
            <label key={verb} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(verb)}
                onChange={(event) => toggle(verb, event.target.checked)}
              />
              {say(verbLabels[verb])}
            </label>
          ))}
        </div>
      </FieldGroup>
      {outlet && (
        <label className="check">
          <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
          {say(words.isOn)}
        </label>
      )}
      {isElsewhere && (
        <Notice tone="act" live>
          {failureWords(save.error, language)}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say(outlet ? words.save : words.add)}
        </Button>
        <Button onClick={onCancel}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
