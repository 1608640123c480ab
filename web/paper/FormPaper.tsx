import type { ReactNode } from 'react'
import type { PaperView } from '#contract/paper.ts'
import { channelLabels, clockLabels, kindLabels, levelLabels, urgencyLabels } from '#contract/words/labels.ts'
import { exactTime } from '#web/lib/time.ts'
import { chinese as words } from './chinese.ts'
import { nameOn, phoneOn } from './person.ts'

/** A line of a form: one field over the whole width, or two beside each other. */
type Line = readonly [label: string, value: ReactNode, label2?: string, value2?: ReactNode]

const when = (at: string | null) => (at === null ? '' : exactTime(Date.parse(at), 'zh'))

const sign = (
  <span className="paper-sign">
    <span>{words.signature}</span>
    <span>{words.dated}</span>
  </span>
)

function about(view: PaperView): Line[] {
  return [
    [words.person, nameOn(view), words.phone, phoneOn(view)],
    [words.place, view.place],
    [
      words.kind,
      [kindLabels[view.kind].zh, view.category].filter(Boolean).join(' · '),
      words.urgency,
      urgencyLabels[view.urgency].zh,
    ],
    [words.title, view.title],
    [
      words.words,
      <span key="words" className="paper-long">
        {view.words}
      </span>,
    ],
  ]
}

function charge({ dispatch }: PaperView): Line[] {
  if (!dispatch) return []
  const limits = dispatch.limits.map((limit) => (
    <span key={limit.kind} className="paper-limit">
      {words.by.replace('{limit}', clockLabels[limit.kind].zh).replace('{due}', when(limit.dueAt))}
    </span>
  ))
  return [
    [
      words.instruction,
      <span key="instruction" className="paper-room">
        {dispatch.instruction}
      </span>,
    ],
    [words.limits, limits],
    [words.signed, sign],
    [words.work, <span key="work" className="paper-room" data-tall="yes" />],
  ]
}

function linesOf(view: PaperView): Line[] {
  const { dispatch, reply } = view
  const start: Line = [words.channel, channelLabels[view.channel].zh, words.level, levelLabels[view.level].zh]
  switch (view.paper) {
    case 'receipt':
      return [start, [words.receivedAt, when(view.receivedAt)], ...about(view)]
    case 'acceptance':
      return [
        start,
        [words.receivedAt, when(view.receivedAt), words.acceptedAt, when(view.acceptedAt)],
        ...about(view),
        [
          words.opinion,
          <span key="opinion" className="paper-room" data-tall="yes">
            {sign}
          </span>,
        ],
        [
          words.approval,
          <span key="approval" className="paper-room" data-tall="yes">
            {sign}
          </span>,
        ],
      ]
    case 'dispatch':
      return [
        start,
        [words.byUnit, dispatch?.byUnit, words.unit, dispatch?.unitName],
        [words.receivedAt, when(view.receivedAt), words.dispatchedAt, when(dispatch?.at ?? null)],
        ...about(view),
        ...charge(view),
      ]
    case 'transfer':
      return [
        start,
        [words.fromUnit, dispatch?.fromUnit, words.toUnit, dispatch?.unitName],
        [words.byUnit, dispatch?.byUnit, words.movedAt, when(dispatch?.at ?? null)],
        [words.moveReason, dispatch?.returnReason],
        ...about(view),
        ...charge(view),
      ]
    case 'reply':
    // a refusal is a letter and has no fields of its own
    case 'refusal':
      return [
        start,
        [words.receivedAt, when(view.receivedAt), words.repliedAt, when(reply?.at ?? null)],
        ...about(view),
        [words.handlingUnit, reply?.unitName, words.handler, reply?.handlerName],
        [
          words.result,
          <span key="result" className="paper-long">
            {reply?.result}
          </span>,
        ],
      ]
  }
}

/** A paper in fields, as offices keep it. */
export function FormPaper({ view }: { view: PaperView }) {
  const note =
    view.paper === 'receipt' ? words.receiptText : view.paper === 'reply' ? words.replyText : undefined
  return (
    <>
      <table className="paper-form">
        <tbody>
          {linesOf(view).map(([label, value, label2, value2]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td colSpan={label2 === undefined ? 3 : 1}>{value}</td>
              {label2 !== undefined && (
                <>
                  <th scope="row">{label2}</th>
                  <td>{value2}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="paper-note">{note}</p>}
    </>
  )
}
