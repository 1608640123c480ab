import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { OutletForm } from './OutletForm.tsx'
import { type OutletRow, useOutgoing } from './outlet-queries.ts'
import { outletWords as words } from './outlet-words.ts'

type Props = { outlet: OutletRow; onSecret: (outlet: OutletRow, secret: string | null) => void }

/** One receiver: how it fares, and what can be done with it. */
export function OutletLine({ outlet, onSecret }: Props) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const { name } = outlet
  const params = { id: outlet.id }
  const close = () => setOpen(undefined)
  const test = useOutgoing(
    (commandId) => call('testOutlet', { params, body: { commandId } }),
    () => void message.success(say(words.tested)),
  )
  const renew = useOutgoing(
    (commandId) => call('renewSecret', { params, body: { commandId } }),
    (fresh) => onSecret(fresh, fresh.secret),
  )
  const remove = useOutgoing((commandId) => call('removeOutlet', { params, body: { commandId } }), close)
  const failed = test.error ?? renew.error ?? remove.error
  if (open === 'edit')
    return (
      <li className="outlet">
        <OutletForm outlet={outlet} onDone={close} onCancel={close} />
      </li>
    )
  return (
    <li className="outlet">
      <div className="outlet-head">
        <span>
          <b>{name}</b>{' '}
          {!outlet.isOn && (
            <span className="flag" data-tone="near">
              {say(words.off)}
            </span>
          )}{' '}
          {outlet.dead > 0 && (
            <span className="flag" data-tone="act">
              {say(words.deadCount, { count: outlet.dead })}
            </span>
          )}
          <br />
          <small className="outlet-url">{outlet.url}</small>
          <br />
          <small className="quiet">
            {outlet.sentAt === null ? (
              say(words.never)
            ) : (
              <>
                {say(words.sentAt)} <When at={outlet.sentAt} />
              </>
            )}
            {outlet.waiting > 0 && ` · ${say(words.waitingCount, { count: outlet.waiting })}`}
          </small>
        </span>
        <div className="form-actions">
          <Button
            disabled={!outlet.isOn}
            loading={test.isPending}
            aria-label={say(words.testOf, { name })}
            onClick={() => test.mutate()}
          >
            {say(words.test)}
          </Button>
          <Button aria-label={say(words.editOf, { name })} onClick={() => setOpen('edit')}>
            {say(words.edit)}
          </Button>
          <Button
            loading={renew.isPending}
            aria-label={say(words.renewOf, { name })}
            onClick={() => renew.mutate()}
          >
            {say(words.renew)}
          </Button>
          <Button aria-label={say(words.removeOf, { name })} onClick={() => setOpen('remove')}>
            {say(words.remove)}
          </Button>
        </div>
      </div>
      {failed && <p role="alert">{failureWords(failed, language)}</p>}
      {open === 'remove' && (
        <div className="form">
          <p>{say(words.removeAsk, { name })}</p>
          <div className="form-actions">
            <Button type="primary" loading={remove.isPending} onClick={() => remove.mutate()}>
              {say(words.remove)}
            </Button>
            <Button onClick={close}>{say(words.cancel)}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
