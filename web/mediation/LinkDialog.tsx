import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { MediationView, ParticipantView } from '#contract/mediation.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { copyText } from '#web/lib/copy-text.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { When } from '#web/ui/When.tsx'
import { partyName } from './names.ts'

const words = sentences({
  title: { zh: '给 {name} 一个链接', en: 'A link for {name}' },
  lead: {
    zh: '当事人不用账号，打开链接、输入核对码，就能看告知、表态、回复场次、签协议。链接和核对码请分开告诉：链接发短信，核对码打电话说。',
    en: 'No account is needed: with the link and the check code the party reads its rights, answers, and signs. Give them apart: the link by message, the code by telephone.',
  },
  again: { zh: '再做一个，前一个就失效。', en: 'Making another one ends the one before.' },
  make: { zh: '生成链接', en: 'Make the link' },
  link: { zh: '链接', en: 'Link' },
  code: {
    zh: '核对码（打电话告诉，不要和链接发在一起）',
    en: 'Check code (tell it by telephone, never beside the link)',
  },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制', en: 'The link is copied' },
  once: { zh: '核对码只显示这一次。', en: 'The code is shown this once.' },
  expires: { zh: '有效期到', en: 'Good until' },
  scan: { zh: '当面可以扫这个码', en: 'Face to face, scan this' },
  close: { zh: '记下了', en: 'Noted' },
})

/** Makes a way in for a party: the link to send, and the code to tell by another way. */
export function LinkDialog({
  m,
  party,
  onClose,
}: {
  m: MediationView
  party: ParticipantView
  onClose: () => void
}) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [made, setMade] = useState<Answer<'makePartyLink'>>()
  const { run, isPending, rest } = useDeed(
    ['matter', m.matterId, 'mediation'],
    (commandId) =>
      call('makePartyLink', {
        params: { id: m.matterId, mediationId: m.id },
        body: { commandId, partyId: party.partyId },
      }),
    [],
    setMade,
  )
  const copy = async (url: string) => {
    if (await copyText(url)) message.success(say(words.copied))
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      width={520}
      title={say(words.title, { name: partyName(party, say) })}
    >
      <div className="form">
        {!made && (
          <>
            <p className="quiet">{say(words.lead)}</p>
            {party.link && <Notice>{say(words.again)}</Notice>}
            {rest && (
              <Notice tone="act" live>
                {rest}
              </Notice>
            )}
            <div className="form-actions">
              <Button type="primary" loading={isPending} onClick={run}>
                {say(words.make)}
              </Button>
            </div>
          </>
        )}
        {made && (
          <>
            <div>
              <b>{say(words.code)}</b>
              <p className="link-code number">{made.code}</p>
              <p className="quiet">{say(words.once)}</p>
            </div>
            <div>
              <b>{say(words.link)}</b>
              <p className="link-url">{made.url}</p>
              <p className="quiet">
                {say(words.expires)} <When at={made.expiresAt} as="plan" />
              </p>
            </div>
            <div className="link-qr">
              <QrPicture text={made.url} label={say(words.scan)} />
              <span className="quiet">{say(words.scan)}</span>
            </div>
            <div className="form-actions">
              <Button type="primary" onClick={() => void copy(made.url)}>
                {say(words.copy)}
              </Button>
              <Button onClick={onClose}>{say(words.close)}</Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}
