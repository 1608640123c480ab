import { dayOf } from '../calendar/days.ts'
import { type Block, type Document, inChinese, label, value } from '../document/document.ts'
import { dateWords, timeWords } from '../mediation/forms/facts.ts'
import type { Attendance } from './meeting.ts'

export type PaperItem = {
  no: number
  /** Null: not for whoever draws the paper. */
  title: string | null
  number: string | null
  minutes: number
  presenter: string | null
  said: string | null
  conclusion: string | null
  tasks: readonly { what: string; doneWhen: string; owner: string; dueOn: string }[]
  returned: readonly { what: string; owner: string; dueOn: string; returns: number }[]
}

/** Everything the papers of a meeting are filled from. */
export type PaperFacts = {
  title: string
  caller: string
  startsAt: number
  minutes: number
  place: string
  link: string
  chair: string
  minuter: string
  quorum: number
  units: readonly { name: string; people: readonly string[] }[]
  present: readonly { unit: string | null; name: string; post: string; came: Attendance }[]
  agenda: readonly PaperItem[]
  notes: readonly { at: number; words: string }[]
  confirmedAt: number | null
  /** A short form of the digest of the minutes. */
  code: string
  at: number
}

const hiddenWords = '（按知情范围不列明）'
const attendanceWords: Record<Attendance, string> = { came: '到会', late: '迟到', absent: '缺席' }

const where = ({ place, link }: PaperFacts) => [place, link].filter(Boolean).join('　')

const headOf = (title: string, facts: PaperFacts) => ({
  ...{ title, office: facts.caller, code: facts.code },
})

const nameOfItem = ({ title, number }: PaperItem) =>
  title === null ? hiddenWords : number === null ? title : `${title}（${number}）`

/** 会议通知: who is asked to come, when and where, about what. In: the facts as the one who draws it may see them. */
export function meetingNotice(facts: PaperFacts): Document {
  const units = facts.units.map(({ name, people }) =>
    people.length === 0 ? name : `${name}（${people.join('、')}）`,
  )
  return {
    ...headOf('会商研判会议通知', facts),
    blocks: [
      { kind: 'paragraph', text: `${units.join('、')}：`, isFlush: true },
      {
        kind: 'paragraph',
        text: `为会商研判“${facts.title}”，定于${timeWords(facts.startsAt)}召开会议，现将有关事项通知如下。`,
      },
      {
        kind: 'clauses',
        items: [
          `会议时间：${timeWords(facts.startsAt)}，预计${facts.minutes}分钟。`,
          `会议地点：${where(facts) || '另行通知'}。`,
          `主持人：${facts.chair}；记录人：${facts.minuter}。`,
          `到会要求：至少${facts.quorum}个受邀单位到会方可作出结论；不能到会的，请提前回复并说明原因。`,
        ],
      },
      { kind: 'heading', text: '会议议题' },
      {
        kind: 'table',
        columns: [
          { head: '序号', width: 1.1, align: 'center' },
          { head: '议题', width: 4.6 },
          { head: '汇报单位', width: 2.5 },
          { head: '用时', width: 1.6, align: 'center' },
        ],
        rows: facts.agenda.map((item) => [
          ...[String(item.no), nameOfItem(item), item.presenter ?? '', `${item.minutes}分钟`],
        ]),
      },
      { kind: 'seal', office: facts.caller, date: dateWords(dayOf(facts.at)) },
    ],
  }
}

function itemBlocks(item: PaperItem): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: `议题${inChinese(item.no)}　${nameOfItem(item)}` }]
  if (item.title === null) return blocks
  if (item.said) blocks.push({ kind: 'paragraph', text: `讨论情况：${item.said}` })
  if (item.conclusion) blocks.push({ kind: 'paragraph', text: `会议议定：${item.conclusion}` })
  const rows = [
    ...item.tasks.map((task) => [task.what, task.owner, dateWords(task.dueOn), task.doneWhen]),
    ...item.returned.map((task) => [
      ...[`${task.what}（前次会议未办结，第${task.returns}次列入）`, task.owner, dateWords(task.dueOn), ''],
    ]),
  ]
  if (rows.length > 0)
    blocks.push({
      kind: 'table',
      columns: [
        { head: '任务', width: 3.4 },
        { head: '责任单位（人）', width: 2.2 },
        { head: '完成时限', width: 1.9 },
        { head: '完成标准', width: 2.5 },
      ],
      rows,
    })
  return blocks
}

/** 会议纪要: who was there, what was said and concluded of each item, and who does what by when. */
export function meetingMinutes(facts: PaperFacts): Document {
  const there = facts.present.filter(({ came }) => came !== 'absent')
  const row = (one: PaperFacts['present'][number]) =>
    `${one.unit ?? '列席'}${one.post === '' ? '' : ` ${one.post}`} ${one.name}`
  const absent = facts.present.filter(({ came }) => came === 'absent')
  return {
    ...headOf('会商研判会议纪要', facts),
    textSize: 14,
    blocks: [
      {
        kind: 'fields',
        columns: [1, 2.4, 1, 2.4],
        rows: [
          [label('会议名称'), value(facts.title, { columns: 3 })],
          [label('时间'), value(timeWords(facts.startsAt)), label('地点'), value(where(facts))],
          [label('主持人'), value(facts.chair), label('记录人'), value(facts.minuter)],
          [
            label('出席'),
            value(
              there
                .map((one) => row(one) + (one.came === 'late' ? `（${attendanceWords.late}）` : ''))
                .join('；'),
              {
                columns: 3,
              },
            ),
          ],
          [label('缺席'), value(absent.map(row).join('；') || '无', { columns: 3 })],
        ],
      },
      ...facts.agenda.flatMap(itemBlocks),
      ...facts.notes.map(
        ({ at, words }): Block => ({ kind: 'note', text: `更正说明（${timeWords(at)}）：${words}` }),
      ),
      {
        kind: 'signatures',
        columns: 2,
        items: [
          {
            ...{ label: '主持人', name: facts.confirmedAt === null ? '' : facts.chair },
            date: facts.confirmedAt === null ? '' : dateWords(dayOf(facts.confirmedAt)),
          },
          { label: '记录人', name: facts.minuter },
        ],
      },
    ],
  }
}
