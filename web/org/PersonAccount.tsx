import { Button } from 'antd'
import { useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { OncePassword } from './OncePassword.tsx'
import { peopleWords as words } from './people-words.ts'
import { Refusing } from './Refusing.tsx'
import { useDeed } from './use-deed.ts'

type Person = Answer<'getPerson'>
type Props = {
  person: Person
  once: string | null | undefined
  onOnce: (password: string | null | undefined) => void
}

/** Login and state of the account; disabling and resetting ask once more. */
export function PersonAccount({ person, once, onOnce }: Props) {
  const { say } = useWords()
  const [asked, setAsked] = useState<'disable' | 'reset'>()
  const params = { id: person.id }
  const close = () => setAsked(undefined)
  const disable = useDeed((commandId) => call('disableAccount', { params, body: { commandId } }), [], close)
  const enable = useDeed((commandId) => call('enableAccount', { params, body: { commandId } }), [], close)
  const reset = useDeed(
    (commandId) => call('resetPassword', { params, body: { commandId } }),
    [],
    ({ password }) => {
      onOnce(password)
      close()
    },
  )
  const deed = asked === 'disable' ? disable : reset
  const state = person.isDisabled
    ? words.disabled
    : person.mustChangePassword
      ? words.mustChange
      : words.isEnabled
  return (
    <section className="panel" aria-labelledby="person-account">
      <header>
        <h2 id="person-account">{say(words.account)}</h2>
        {!person.isMe && !asked && person.login !== null && (
          <div className="form-actions">
            {person.isDisabled ? (
              <Button loading={enable.isPending} onClick={enable.run}>
                {say(words.enable)}
              </Button>
            ) : (
              <>
                <Button onClick={() => setAsked('reset')}>{say(words.reset)}</Button>
                <Button onClick={() => setAsked('disable')}>{say(words.disable)}</Button>
              </>
            )}
          </div>
        )}
      </header>
      <div className="form panel-body">
        <p>
          {say(words.login)} <b>{person.login ?? '—'}</b>{' '}
          <span
            className="flag"
            data-tone={person.isDisabled ? 'near' : person.mustChangePassword ? 'info' : 'good'}
          >
            {say(state)}
          </span>{' '}
          {person.isMe && <span className="quiet">{say(words.isMe)}</span>}
        </p>
        {once !== undefined && (
          <OncePassword name={person.name} password={once} onNoted={() => onOnce(undefined)} />
        )}
        {asked && (
          <>
            <p>{say(asked === 'disable' ? words.disableAsk : words.resetAsk, { name: person.name })}</p>
            <Refusing words={deed.rest} isOpenWork={deed.isOpenWork} />
            <div className="form-actions">
              <Button type="primary" loading={deed.isPending} onClick={deed.run}>
                {say(asked === 'disable' ? words.disable : words.reset)}
              </Button>
              <Button onClick={close}>{say(words.cancel)}</Button>
            </div>
          </>
        )}
        {!asked && <Refusing words={enable.rest} isOpenWork={false} />}
      </div>
    </section>
  )
}
