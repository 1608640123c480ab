import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { call } from '#web/lib/api.ts'
import { copyText } from '#web/lib/copy-text.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { useFactorDeed } from './use-factor-deed.ts'
import { proofWords as words } from './words.ts'

/** Ten codes that are shown this once, until they are kept. */
export function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const copy = async () => {
    if (await copyText(codes.join('\n'))) message.success(say(words.copied))
  }
  return (
    <div ref={box} tabIndex={-1} className="factor-codes">
      <Notice tone="near" live>
        <div className="form">
          <p>
            <b>{say(words.codesTitle)}</b>
            <br />
            {say(words.codesText)}
          </p>
          <ol className="code-list">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <div className="form-actions">
            <Button type="primary" onClick={onKept}>
              {say(words.kept)}
            </Button>
            <Button onClick={() => void copy()}>{say(words.copy)}</Button>
            <Button onClick={() => globalThis.print()}>{say(words.print)}</Button>
          </div>
        </div>
      </Notice>
    </div>
  )
}

/** How many are left, and a new lot. */
export function RecoveryCodes({ left, onCodes }: { left: number; onCodes: (codes: string[]) => void }) {
  const { say } = useWords()
  const renew = useFactorDeed(
    () => call('renewCodes', {}),
    ({ codes }) => onCodes(codes),
  )
  return (
    <li className="factor">
      <div className="factor-head">
        <span>
          <b>{say(words.recovery)}</b>
          <br />
          <small className="quiet">{say(words.recoveryLeft, { left })}</small>
        </span>
        <Button loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
          {say(words.renew)}
        </Button>
      </div>
    </li>
  )
}
