import { KeyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Factors } from '#contract/factor.ts'
import { deviceName } from '#web/console/devices.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { When } from '#web/ui/When.tsx'
import { canUsePasskeys, makePasskey } from './passkey.ts'
import { useFactorDeed } from './use-factor-deed.ts'
import { proofWords as words } from './words.ts'

type Props = { factors: Factors; onCodes: (codes: string[] | null) => void }

/** The passkeys of my devices: added, named, removed. */
export function Passkeys({ factors, onCodes }: Props) {
  const { say } = useWords()
  const [isAdding, setAdding] = useState(false)
  const isPossible = factors.hasPasskeys && canUsePasskeys()
  return (
    <li className="factor">
      <div className="factor-head">
        <span>
          <b>{say(words.passkeys)}</b>
          <br />
          <small className="quiet">{say(isPossible ? words.passkeysText : words.noPasskeysHere)}</small>
        </span>
        {isPossible && !isAdding && (
          <Button icon={<KeyOutlined />} onClick={() => setAdding(true)}>
            {say(words.addPasskey)}
          </Button>
        )}
      </div>
      {isAdding && (
        <AddPasskey
          onDone={(codes) => {
            setAdding(false)
            onCodes(codes)
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {factors.passkeys.length > 0 && (
        <ul className="passkeys">
          {factors.passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
    </li>
  )
}

function AddPasskey({ onDone, onClose }: { onDone: (codes: string[] | null) => void; onClose: () => void }) {
  const { say } = useWords()
  const [name, setName] = useState(() => deviceName(navigator.userAgent) ?? '')
  const add = useFactorDeed(
    async () => {
      const answer = await makePasskey(await call('askNewPasskey', {}))
      return call('addPasskey', { body: { id: newId(), name, answer } })
    },
    ({ codes }) => onDone(codes),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(undefined)
  }
  return (
    <form className="form narrow" onSubmit={submit}>
      <Field label={say(words.passkeyName)} hint={say(words.passkeyNameHint)}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={40}
            value={name}
            required
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {say(words.addPasskey)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}

function PasskeyLine({ passkey }: { passkey: Factors['passkeys'][number] }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [name, setName] = useState<string>()
  const params = { id: passkey.id }
  const rename = useFactorDeed(
    (to: string) => call('renamePasskey', { params, body: { name: to } }),
    () => setName(undefined),
  )
  const remove = useFactorDeed(
    () => call('removePasskey', { params }),
    () => void message.success(say(words.removed)),
  )
  if (name !== undefined)
    return (
      <li>
        <form
          className="passkey-name"
          onSubmit={(event) => {
            event.preventDefault()
            rename.mutate(name)
          }}
        >
          <input
            className="input"
            aria-label={say(words.passkeyName)}
            maxLength={40}
            value={name}
            required
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={rename.isPending}>
            {say(words.save)}
          </Button>
          <Button onClick={() => setName(undefined)}>{say(words.cancel)}</Button>
        </form>
      </li>
    )
  return (
    <li>
      <span>
        {passkey.name}
        <br />
        <small className="quiet">
          {say(words.added)} <When at={passkey.createdAt} /> ·{' '}
          {passkey.usedAt === null ? (
            say(words.neverUsed)
          ) : (
            <>
              {say(words.used)} <When at={passkey.usedAt} />
            </>
          )}
        </small>
      </span>
      <span className="form-actions">
        <Button
          aria-label={say(words.renameOf, { name: passkey.name })}
          onClick={() => setName(passkey.name)}
        >
          {say(words.rename)}
        </Button>
        <Button
          aria-label={say(words.removeOf, { name: passkey.name })}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          {say(words.remove)}
        </Button>
      </span>
    </li>
  )
}
