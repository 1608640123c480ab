import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { spacedQueryCode } from '#domain/matter/number.ts'
import { useMe } from '#web/console/queries.ts'
import { exactTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { intakeWords as words } from './words.ts'

export type Registered = {
  id: string
  number: string
  queryCode: string
  words: string
  place: string
  at: string
}

/** Number and query code, on the screen and on paper. */
export function Slip({ registered, onAnother }: { registered: Registered; onAnother: () => void }) {
  const { language, say } = useWords()
  const me = useMe()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { number, queryCode, place, at } = registered
  return (
    <div className="page">
      <section className="panel slip" aria-labelledby="slip-title">
        <h1 id="slip-title" ref={title} tabIndex={-1}>
          <span className="screen-only">{say(words.registered)}</span>
          <span className="paper-only">{`${me?.districtName ?? ''} ${say(words.slipTitle)}`}</span>
        </h1>
        <p className="screen-only">{say(words.slipLead)}</p>
        <dl className="slip-facts">
          <dt>{say(words.slipNumber)}</dt>
          <dd className="number">{number}</dd>
          <dt>{say(words.slipCode)}</dt>
          <dd className="number slip-code">{spacedQueryCode(queryCode)}</dd>
          <dt>{say(words.slipAt)}</dt>
          <dd>{exactTime(Date.parse(at), language)}</dd>
          <dt>{say(words.placeUnit)}</dt>
          <dd>{place}</dd>
          <dt className="paper-only">{say(words.slipUnit)}</dt>
          <dd className="paper-only">{me?.seats[0]?.unitName}</dd>
        </dl>
        <p>{say(words.slipHow, { url: `${location.origin}/` })}</p>
        <p className="quiet">{say(words.slipKeep)}</p>
      </section>
      <div className="form-actions screen-only">
        <Button type="primary" onClick={onAnother}>
          {say(words.another)}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say(words.printSlip)}
        </Button>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'area', id: registered.id }} search={{}}>
          {say(words.openMatter)}
        </Link>
      </div>
    </div>
  )
}
