import { dayOf } from '../../calendar/days.ts'
import { type Document, label, value } from '../../document/document.ts'
import type { Route } from '../../matter/matter.ts'
import type { EndReason } from '../mediation.ts'
import { codeOf, dateWords, type FileFacts, mediatorNames, participants } from './facts.ts'

const endWords: Record<EndReason, string> = {
  refused: '一方当事人明确拒绝调解',
  noAgreement: '双方不能达成协议',
  unreachable: '无法联系当事人',
  withdrawn: '当事人撤回申请',
  falsehood: '当事人隐瞒、虚构重要事实',
  sham: '涉嫌虚假调解',
  timeLimit: '调解期限届满',
  impossible: '调解不能继续进行',
}
const routeWords: Partial<Record<Route, string>> = {
  court: '向人民法院起诉',
  arbitration: '申请仲裁',
  labourArbitration: '申请劳动人事争议仲裁',
  review: '申请行政复议',
  petition: '信访',
  police: '报公安机关处理',
  discipline: '向纪检监察机关反映',
  notary: '办理公证',
  market: '通过市场、社会服务解决',
  otherPlace: '向有管辖权的单位提出',
}

/** 终止调解通知书, with the other routes (Mediation Act art. 26). */
export function endNotice(facts: FileFacts): Document | undefined {
  const { m } = facts
  if (m.endedAt === null || m.endReason === null) return undefined
  return {
    title: '终止调解通知书',
    office: facts.committee,
    code: codeOf(facts),
    number: facts.number,
    blocks: [
      {
        kind: 'paragraph',
        text: `${participants(facts)
          .map(({ name }) => name)
          .join('、')}：`,
        isFlush: true,
      },
      {
        kind: 'paragraph',
        text: `你们之间关于“${facts.matterTitle}”的纠纷，因${endWords[m.endReason]}，本委员会决定终止调解。`,
      },
      { kind: 'paragraph', text: '你们可以通过下列途径依法维护自己的权利：' },
      {
        kind: 'clauses',
        items: m.routes.map((route) => routeWords[route] ?? '通过其他法定途径解决'),
        mark: 'bracketed',
      },
      { kind: 'seal', office: facts.committee, date: dateWords(dayOf(m.endedAt)) },
    ],
  }
}

const yesNo = (yes: boolean | null) => [
  { text: '是', isChosen: yes === true },
  { text: '否', isChosen: yes === false },
]

/** 回访记录, one for each revisit. */
export function revisitRecords(facts: FileFacts): Document[] {
  return facts.m.revisits.map((one) => ({
    title: '人民调解回访记录',
    code: codeOf(facts),
    number: facts.number,
    textSize: 14 as const,
    blocks: [
      {
        kind: 'fields' as const,
        columns: [1, 3],
        rows: [
          [
            label('当事人'),
            value(
              participants(facts)
                .map(({ name }) => name)
                .join('、'),
            ),
          ],
          [label('回访事由'), value('了解协议履行情况和当事人意见')],
          [label('是否履行'), value(yesNo(one.performed))],
          [label('是否满意'), value(yesNo(one.satisfied))],
          [label('有无激化可能'), value(yesNo(one.escalates))],
          [label('回访情况'), value(facts.reasons.get(one.textId) ?? '', { lines: 6 })],
        ],
      },
      {
        kind: 'signatures' as const,
        columns: 2 as const,
        items: [
          { label: '回访人', name: facts.people.get(one.accountId) ?? '', date: dateWords(dayOf(one.at)) },
        ],
      },
    ],
  }))
}

/** 卷宗封面. In: how long it is kept, in words. */
export function cover(facts: FileFacts, kept: string): Document {
  const { m } = facts
  const endedAt = m.filedAt ?? m.endedAt ?? m.agreedAt
  return {
    title: '人民调解卷宗',
    office: facts.committee,
    code: codeOf(facts),
    isUncounted: true,
    blocks: [
      { kind: 'space', lines: 4 },
      {
        kind: 'fields',
        columns: [1, 3],
        rows: [
          [label('卷名'), value(facts.matterTitle)],
          [label('卷号'), value(facts.number)],
          [label('人民调解员'), value(mediatorNames(facts))],
          [
            label('调解日期'),
            value(`${dateWords(dayOf(m.openedAt))}至${endedAt === null ? '' : dateWords(dayOf(endedAt))}`),
          ],
          [label('立卷人'), value('')],
          [label('立卷日期'), value(m.filedAt === null ? '' : dateWords(dayOf(m.filedAt)))],
          [label('保管期限'), value(kept)],
          [label('备注'), value('', { lines: 3 })],
        ],
      },
      { kind: 'seal', office: facts.committee, date: '' },
    ],
  }
}

/** 卷内目录: each document with the pages it stands on. In: their titles, and at which place in the file the first of them is. */
export function contents(facts: FileFacts, titles: readonly string[], first: number): Document {
  return {
    title: '卷内目录',
    code: codeOf(facts),
    isUncounted: true,
    textSize: 14,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: '序号', width: 1, align: 'center' },
          { head: '文件名称', width: 6 },
          { head: '页号', width: 1.6, align: 'center' },
          { head: '备注', width: 1.6 },
        ],
        rows: titles.map((title, i) => [String(i + 1), title, { pageOf: first + i, as: 'range' }, '']),
      },
    ],
  }
}

/** 卷宗情况说明: what is missing, and that nothing else is. */
export function statement(facts: FileFacts, missing: readonly string[]): Document {
  return {
    title: '卷宗情况说明',
    code: codeOf(facts),
    textSize: 14,
    blocks: [
      ...(missing.length === 0
        ? [{ kind: 'paragraph' as const, text: '本卷应有的文件齐全。' }]
        : [
            { kind: 'paragraph' as const, text: '本卷缺少下列文件：' },
            { kind: 'clauses' as const, items: missing, mark: 'arabic' as const },
          ]),
      {
        kind: 'signatures',
        columns: 2,
        items: [{ label: '立卷人', date: dateWords(facts.today) }, { label: '检查人' }],
      },
    ],
  }
}
