import { useState } from 'react'
import type { SlipView } from '#contract/slip.ts'
import { relationLabels } from '#contract/words/labels.ts'
import { useMe } from '#web/console/queries.ts'
import { exactTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { trackPath } from '#web/public/paths.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { expectations, deskWords as words } from './desk-words.ts'
import { intakeWords } from './words.ts'
import './slip.css'

type Paper = 'a4' | 'roll'
const key = 'maple.paper'
/** Of the page that the printer is told of; a roll is cut after it. */
const sizes: Record<Paper, string> = { a4: 'A4', roll: '80mm 190mm' }
const margins: Record<Paper, string> = { a4: '18mm', roll: '4mm' }

function readPaper(): Paper {
  return localStorage.getItem(key) === 'roll' ? 'roll' : 'a4'
}

/** The slip as it goes into a hand, on A4 or on a receipt roll. */
export function SlipPaper({ slip, titleId }: { slip: SlipView; titleId: string }) {
  const { language, say } = useWords()
  const me = useMe()
  const [paper, setPaper] = useState(readPaper)
  const choose = (chosen: Paper) => {
    localStorage.setItem(key, chosen)
    setPaper(chosen)
  }
  const { queryCode, expect, onBehalf } = slip
  const address = queryCode && me ? trackPath(me.districtId, queryCode.replaceAll(' ', '')) : ''
  const expected = expect && expectations[expect.kind]
  return (
    <>
      <style>{`@page { size: ${sizes[paper]}; margin: ${margins[paper]} }`}</style>
      <div className="slip" data-paper={paper}>
        <h2 id={titleId}>{`${me?.districtName ?? ''} ${say(words.slipTitle)}`}</h2>
        <div className="slip-body">
          <dl className="slip-facts">
            <dt>{say(intakeWords.slipNumber)}</dt>
            <dd className="number">{slip.number}</dd>
            {queryCode && (
              <>
                <dt>{say(intakeWords.slipCode)}</dt>
                <dd className="number slip-code">{queryCode}</dd>
              </>
            )}
            <dt>{say(intakeWords.slipAt)}</dt>
            <dd>{exactTime(Date.parse(slip.registeredAt), language)}</dd>
            <dt>{say(intakeWords.placeUnit)}</dt>
            <dd>{slip.placeText}</dd>
            <dt>{say(intakeWords.slipUnit)}</dt>
            <dd>{slip.unitName}</dd>
            <dt>{say(words.holder)}</dt>
            <dd>{slip.holderName}</dd>
            {expect && expected && (
              <>
                <dt>{say(words.expects)}</dt>
                <dd>{say(expected, { due: exactTime(Date.parse(expect.dueAt), language) })}</dd>
              </>
            )}
          </dl>
          {address !== '' && (
            <figure className="slip-qr">
              <QrPicture text={`${location.origin}${address}`} label={say(words.qrLabel)} />
              <figcaption>{say(words.scan)}</figcaption>
            </figure>
          )}
        </div>
        {onBehalf && <p>{say(words.spokenFor, { relation: say(relationLabels[onBehalf]) })}</p>}
        {slip.isJoined && <p>{say(words.joined)}</p>}
        {queryCode ? (
          <>
            <p>{say(words.how, { url: `${location.origin}/` })}</p>
            <p>{say(words.codeIsYours)}</p>
          </>
        ) : (
          <p>{say(words.codeHidden)}</p>
        )}
      </div>
      <div className="slip-choice screen-only">
        <Choices
          label={say(words.paper)}
          options={[
            { value: 'a4', label: say(words.paperA4) },
            { value: 'roll', label: say(words.paperRoll) },
          ]}
          value={paper}
          onChoose={choose}
        />
      </div>
    </>
  )
}
