import { App, Button } from 'antd'
import { useId, useState } from 'react'
import type { KeyState } from '#domain/door/partner.ts'
import { call } from '#web/lib/api.ts'
import { copyText } from '#web/lib/copy-text.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import type { Partner } from './PartnerPanel.tsx'
import { usePartnerDeed } from './queries.ts'
import { keyWords, doorWords as words } from './words.ts'

const tones: Record<KeyState, 'good' | 'near' | 'info'> = {
  ...{ good: 'good', revoked: 'info' },
  ...{ notYet: 'near', expired: 'near' },
}
const keysAtOnce = 2

/** The keys of a system; a new one is in sight until it is handed over. */
export function PartnerKeys({ partner }: { partner: Partner }) {
  const { say } = useWords()
  const id = useId()
  const [keyId, setKeyId] = useState(newId)
  const [once, setOnce] = useState<string | null>()
  const add = usePartnerDeed(
    (commandId) => call('addPartnerKey', { params: { id: partner.id }, body: { commandId, keyId } }),
    [],
    ({ key }) => {
      setKeyId(newId())
      setOnce(key)
    },
  )
  const isFull = partner.keys.filter(({ state }) => state !== 'revoked').length >= keysAtOnce
  return (
    <div className="panel-body partner-part">
      <div className="partner-part-top">
        <h3 id={id}>{say(words.keys)}</h3>
        {!isFull && (
          <Button loading={add.isPending} onClick={add.run}>
            {say(words.addKey)}
          </Button>
        )}
      </div>
      {once !== undefined && <OnceKey name={partner.name} secret={once} onNoted={() => setOnce(undefined)} />}
      {add.rest && (
        <Notice tone="act" live>
          {add.rest}
        </Notice>
      )}
      {partner.keys.length === 0 && <p className="quiet">{say(words.noKey)}</p>}
      <ul className="lines" aria-labelledby={id}>
        {partner.keys.map((key) => (
          <KeyLine key={key.id} partnerId={partner.id} of={key} />
        ))}
      </ul>
      {isFull && <p className="quiet">{say(words.keysFull)}</p>}
    </div>
  )
}

function KeyLine({ partnerId, of: key }: { partnerId: string; of: Partner['keys'][number] }) {
  const { say } = useWords()
  const [isAsked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const revoke = usePartnerDeed(
    (commandId) =>
      call('revokePartnerKey', { params: { id: partnerId, keyId: key.id }, body: { commandId } }),
    [],
    close,
  )
  const named = say(words.revokeKey, { prefix: key.prefix })
  return (
    <li className="partner-key">
      <code className="number">{key.prefix}…</code>
      <span className="flag" data-tone={tones[key.state]}>
        {say(keyWords[key.state])}
      </span>
      <span className="quiet">
        {say(words.made)}
        <When at={key.createdAt} />
      </span>
      <span className="quiet">
        {key.usedAt === null ? (
          say(words.unused)
        ) : (
          <>
            {say(words.used)}
            <When at={key.usedAt} />
          </>
        )}
      </span>
      {key.state !== 'revoked' && !isAsked && (
        <Button aria-label={named} onClick={() => setAsked(true)}>
          {say(words.revoke)}
        </Button>
      )}
      {isAsked && (
        <div className="form partner-deed" role="group" aria-label={named}>
          <p>{say(words.revokeAsk)}</p>
          {revoke.rest && (
            <Notice tone="act" live>
              {revoke.rest}
            </Notice>
          )}
          <div className="form-actions">
            <Button type="primary" loading={revoke.isPending} onClick={revoke.run}>
              {named}
            </Button>
            <Button onClick={close}>{say(words.cancel)}</Button>
          </div>
        </div>
      )}
    </li>
  )
}

type OnceProps = { name: string; secret: string | null; onNoted: () => void }

function OnceKey({ name, secret, onNoted }: OnceProps) {
  const { say } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(secret ?? '')) message.success(say(words.copied))
  }
  return (
    <Notice tone={secret === null ? 'near' : 'good'} live>
      <div className="form">
        {secret === null ? (
          <p>{say(words.onceGone)}</p>
        ) : (
          <p>
            {say(words.once)} <code className="once-key">{secret}</code>
            <br />
            {say(words.onceText, { name })}
          </p>
        )}
        <div className="form-actions">
          {secret !== null && <Button onClick={() => void copy()}>{say(words.copy)}</Button>}
          <Button onClick={onNoted}>{say(secret === null ? words.cancel : words.noted)}</Button>
        </div>
      </div>
    </Notice>
  )
}
