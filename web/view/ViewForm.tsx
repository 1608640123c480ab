import { App, Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SavedView } from '#contract/view.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useViewCommands, useViews } from './queries.ts'
import { viewWords as words } from './words.ts'

type Props = {
  /** The view whose name and sharing change; undefined makes a new one. */
  view: SavedView | undefined
  query: SavedView['query']
  columns: SavedView['columns']
  onSaved: (view: SavedView) => void
  onClose: () => void
}

/** The name of a view, and who sees it. */
export function ViewForm({ view, query, columns, onSaved, onClose }: Props) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const { data } = useViews()
  const { save } = useViewCommands()
  const [id] = useState(() => view?.id ?? newId())
  const [name, setName] = useState(view?.name ?? '')
  const [unitId, setUnitId] = useState(view?.unit?.id ?? '')
  const units = data?.shareWith ?? []
  // somebody of another unit may keep a sharing that is not theirs to give
  const shown = view?.unit && !units.some((one) => one.id === view.unit?.id) ? [view.unit, ...units] : units
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { id, name, query, columns, unitId: unitId || null, version: view?.version ?? 0 },
      {
        onSuccess: (saved) => {
          message.success(say(view ? words.updated : words.saved, { name: saved.name }))
          onSaved(saved)
        },
      },
    )
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={view ? say(words.editOf, { name: view.name }) : say(words.save)}
      width={440}
    >
      <form className="form" onSubmit={submit}>
        <Field label={say(words.name)} hint={say(words.nameHint)}>
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
        {shown.length > 0 && (
          <Field label={say(words.share)} hint={say(words.shareHint)}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={unitId}
                onChange={(event) => setUnitId(event.target.value)}
              >
                <option value="">{say(words.shareNobody)}</option>
                {shown.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {say(words.shareUnit, { unit: unit.name })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <p className="quiet">{say(view ? words.onlyName : words.keepOld)}</p>
        {save.error && (
          <Notice tone="act" live>
            {failureWords(save.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {say(words.go)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </Modal>
  )
}
