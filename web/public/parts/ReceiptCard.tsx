/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { spacedQueryCode } from '#domain/matter/number.ts'
import { copyText } from '#web/lib/copy-text.ts'
import { type Mine, removeMine } from '../mine.ts'
import { trackPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { dueWords, exactly } from '../when.ts'
import { stairwellWords } from '../words/stairwell.ts'
import { Link } from './Link.tsx'
import { SlipPicture } from './SlipPicture.tsx'

/** What the person takes home: the number, the code, who has it now and until when to hear. */
export function ReceiptCard({ receipt, again }: { receipt: Mine; again: string }) {
  const { say, language } = useSay()
  const [copied, setCopied] = useState<boolean>()
  const [isForgotten, setForgotten] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  const forgetHere = () => {
    removeMine(receipt.queryCode)
    setForgotten(true)
  }
  const due = receipt.dueAt === null ? undefined : Date.parse(receipt.dueAt)
  const facts = {
    holder: receipt.holderName,
    due: due === undefined ? '' : dueWords(due, Date.now(), language),
  }
  return (
    <section class="sheet receipt">
      <h1 ref={heading} tabIndex={-1}>
        {say(stairwellWords.received)}
      </h1>
      <p title={due === undefined ? undefined : exactly(due, language)}>
        {say(due === undefined ? stairwellWords.receivedOpen : stairwellWords.receivedDue, facts)}
      </p>
      <div class="slip">
        <span class="hint">{say(stairwellWords.yourCode)}</span>
        <output class="code">{spacedQueryCode(receipt.queryCode)}</output>
        <span class="hint">
          {say(stairwellWords.number)} {receipt.number}
        </span>
      </div>
      <p class="hint">{say(stairwellWords.codeSecret)}</p>
      <div class="row">
        <button type="button" onClick={() => void copyText(receipt.queryCode).then(setCopied)}>
          {say(stairwellWords.copy)}
        </button>
        <SlipPicture receipt={receipt} />
      </div>
      <p class="hint" role="status">
        {copied !== undefined && say(copied ? stairwellWords.copied : stairwellWords.copyFailed)}
        {isForgotten && say(stairwellWords.forgotten)}
      </p>
      <div class="column">
        <Link to={trackPath(receipt.district, receipt.queryCode)} class="button primary">
          {say(stairwellWords.follow)}
        </Link>
        <Link to={again} class="button">
          {say(stairwellWords.another)}
        </Link>
        {!isForgotten && (
          <button type="button" class="quiet" onClick={forgetHere}>
            {say(stairwellWords.forgetHere)}
          </button>
        )}
      </div>
    </section>
  )
}
