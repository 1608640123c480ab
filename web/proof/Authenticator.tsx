import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Factors } from '#contract/factor.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { When } from '#web/ui/When.tsx'
import { useProofFailure } from './failure.ts'
import { useProven } from './prove.tsx'
import { useFactorDeed } from './use-factor-deed.ts'
import { proofWords as words } from './words.ts'

type Props = { factors: Factors; onCodes: (codes: string[] | null) => void }

/** The authenticator: set up by a code to scan and the first digits it shows, changed the same way, removed. */
export function Authenticator({ factors, onCodes }: Props) {
  const { say } = useWords()
  const { message } = App.useApp()
  const proven = useProven()
  const failure = useProofFailure(say)
  const begin = useMutation({
    mutationFn: () => proven(() => call('beginTotp', {})),
    onError: (error) => {
      const told = failure(error)
      if (told) message.error(told)
    },
  })
  const remove = useFactorDeed(
    () => call('removeTotp', {}),
    () => void message.success(say(words.removed)),
  )
  const { totpSince } = factors
  return (
    <li className="factor">
      <div className="factor-head">
        <span>
          <b>{say(words.totp)}</b>
          <br />
          <small className="quiet">
            {totpSince === null ? (
              say(words.totpText)
            ) : (
              <>
                {say(words.totpSince)} <When at={totpSince} />
              </>
            )}
          </small>
        </span>
        {!begin.data && (
          <span className="form-actions">
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              {say(totpSince === null ? words.setTotp : words.resetTotp)}
            </Button>
            {totpSince !== null && (
              <Button
                loading={remove.isPending}
                aria-label={say(words.removeOf, { name: say(words.totp) })}
                onClick={() => remove.mutate(undefined)}
              >
                {say(words.remove)}
              </Button>
            )}
          </span>
        )}
      </div>
      {begin.data && (
        <SetUp
          {...begin.data}
          onDone={(codes) => {
            begin.reset()
            onCodes(codes)
          }}
          onClose={begin.reset}
        />
      )}
    </li>
  )
}

type SetUpProps = {
  secret: string
  address: string
  onDone: (codes: string[] | null) => void
  onClose: () => void
}

function SetUp({ secret, address, onDone, onClose }: SetUpProps) {
  const { say } = useWords()
  const failure = useProofFailure(say)
  const [code, setCode] = useState('')
  const confirm = useFactorDeed(
    () => call('confirmTotp', { body: { code } }),
    ({ codes }) => onDone(codes),
    { isToldInPlace: true },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(undefined)
  }
  return (
    <form className="form factor-set" onSubmit={submit}>
      <p>{say(words.scan)}</p>
      <div className="factor-scan">
        <QrPicture text={address} label={say(words.qrLabel)} />
        <div className="form">
          <p>
            <small className="quiet">{say(words.secret)}</small>
            <br />
            <code className="factor-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <Field label={say(words.firstCode)} error={confirm.error ? failure(confirm.error) : undefined}>
            {(wiring) => (
              <input
                {...wiring}
                className="input code-input"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                value={code}
                required
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              {say(words.confirm)}
            </Button>
            <Button onClick={onClose}>{say(words.cancel)}</Button>
          </div>
        </div>
      </div>
    </form>
  )
}
