import { dayOf } from '../../calendar/days.ts'
import { type Block, type Document, label, value } from '../../document/document.ts'
import { effectiveOn, fulfilment } from '../agreement.ts'
import type { Agreement, Method, SessionKind, SessionWay } from '../mediation.ts'
import { agreementNumber } from '../number.ts'
import {
  codeOf,
  dateWords,
  type FileFacts,
  mediatorNames,
  nameOf,
  namesOf,
  partyOfFile,
  roleOf,
  timeWords,
  yuanWords,
} from './facts.ts'
import { partyColumns, partyRows, signatureOf } from './intake.ts'

const kindWords: Record<SessionKind, string> = { joint: '面对面', caucus: '背靠背' }
const wayWords: Record<SessionWay, string> = {
  onSite: '现场调解',
  centre: '调解室',
  video: '视频调解',
  written: '书面往来',
}
const methodWords: Record<Method, string> = {
  perspective: '换位思考',
  cooling: '冷却降温',
  precedent: '案例引导',
  sincerity: '真情打动',
}

/** 人民调解记录 of one session. A caucus is no part of the file that parties may read: it is not drawn (invited mediation rules art. 28). */
export function sessionRecord(facts: FileFacts, id: string): Document | undefined {
  const session = facts.m.sessions.find((one) => one.id === id)
  const said = facts.records.get(id)
  if (session?.state !== 'held' || session.kind === 'caucus' || !said || session.heldAt === null)
    return undefined
  const place = facts.places.get(id) ?? wayWords[session.way]
  const others = [
    ['参加人', said.invited],
    ['翻译', said.interpreter],
  ].filter((one): one is [string, string] => one[1] !== undefined)
  const also = others.map(([title, who]) => [label(title), value(who, { columns: 3 })])
  return {
    title: '人民调解记录',
    code: codeOf(facts),
    number: `第${session.no}次`,
    textSize: 14,
    blocks: [
      {
        kind: 'fields',
        columns: [1, 2, 1, 2],
        rows: [
          [label('时间'), value(timeWords(session.heldAt)), label('地点'), value(place)],
          [
            label('方式'),
            value(`${kindWords[session.kind]}，${wayWords[session.way]}`),
            label('方法'),
            value(session.methods.map((one) => methodWords[one]).join('、')),
          ],
          [label('事由'), value(said.subject, { columns: 3 })],
          [label('当事人'), value(namesOf(facts, session.present), { columns: 3 })],
          ...also,
        ],
      },
      { kind: 'heading', text: '调解记录' },
      ...said.record.split(/\n+/).map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'paragraph', text: '以上记录已向当事人宣读，当事人确认无误。' },
      {
        kind: 'signatures',
        columns: 2,
        items: [
          ...session.present.map((partyId) =>
            signatureOf(
              facts,
              '当事人',
              nameOf(facts, partyId),
              session.signed.find((one) => one.partyId === partyId) ?? null,
            ),
          ),
          ...others.map(([title, who]) => ({ label: title, name: who })),
          { label: '人民调解员', name: mediatorNames(facts) },
          { label: '记录人' },
        ],
      },
      { kind: 'paragraph', text: dateWords(dayOf(session.heldAt)), align: 'end' },
    ],
  }
}

const verbs = { pay: '支付', act: '履行', apologise: '赔礼道歉' } as const

/** What somebody has to do until when, as one sentence of the agreement. */
function obligationWords(facts: FileFacts, agreement: Agreement): string[] {
  const words = facts.terms.get(agreement.id)?.words ?? {}
  return agreement.obligations.map((one) => {
    const to = one.toId === null ? '' : `向${nameOf(facts, one.toId)}`
    const what = one.kind === 'pay' ? `${verbs.pay}${yuanWords(one.fen)}` : verbs[one.kind]
    const text = words[one.id]
    return `${nameOf(facts, one.byId)}于${dateWords(one.dueOn)}前${to}${what}${text ? `（${text}）` : ''}。`
  })
}

function shareTable(facts: FileFacts, { shares, wholeFen }: Agreement): Block[] {
  if (wholeFen === null) return []
  return [
    { kind: 'paragraph', text: `总额${yuanWords(wholeFen)}，各户份额如下：` },
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1, align: 'center' },
        { head: '当事人', width: 4 },
        { head: '份额', width: 3, align: 'end' },
      ],
      rows: shares.map(({ partyId, fen }, i) => [String(i + 1), nameOf(facts, partyId), yuanWords(fen)]),
    },
  ]
}

/** 人民调解协议书, or 口头协议登记表 (Mediation Act arts 28–30). */
export function agreementPaper(facts: FileFacts, id: string): Document | undefined {
  const agreement = facts.m.agreements.find((one) => one.id === id)
  const terms = facts.terms.get(id)
  if (!agreement || !terms || agreement.droppedAt !== null) return undefined
  const isOral = agreement.kind === 'oral'
  const parties = agreement.partyIds.flatMap((partyId) => partyOfFile(facts, partyId) ?? [])
  const obligations = obligationWords(facts, agreement)
  const effective = effectiveOn(agreement)
  const sealedOn = agreement.sealAt === null ? '' : dateWords(dayOf(agreement.sealAt))
  return {
    title: isOral ? '人民调解口头协议登记表' : '人民调解协议书',
    code: codeOf(facts),
    number: agreementNumber(facts.number, agreement.no),
    textSize: 14,
    blocks: [
      { kind: 'fields', columns: partyColumns, rows: parties.flatMap(partyRows) },
      { kind: 'heading', text: '纠纷主要事实' },
      { kind: 'paragraph', text: terms.facts },
      { kind: 'heading', text: '争议事项' },
      { kind: 'paragraph', text: terms.issues },
      ...(isOral && terms.whyOral
        ? ([
            { kind: 'heading', text: '不需要书面协议的理由' },
            { kind: 'paragraph', text: terms.whyOral },
          ] satisfies Block[])
        : []),
      {
        kind: 'paragraph',
        text: `经调解，自愿达成如下${agreement.kind === 'partial' ? '部分' : ''}协议：`,
        isFlush: false,
      },
      { kind: 'clauses', items: terms.clauses, mark: 'ideographic' },
      ...shareTable(facts, agreement),
      { kind: 'heading', text: '履行方式' },
      { kind: 'paragraph', text: terms.manner },
      { kind: 'heading', text: '履行时限' },
      ...(obligations.length > 0
        ? [{ kind: 'clauses' as const, items: obligations, mark: 'arabic' as const }]
        : [{ kind: 'paragraph' as const, text: '即时履行。' }]),
      {
        kind: 'paragraph',
        text: isOral
          ? '本协议由当事人口头达成，由人民调解员记录。'
          : `本协议一式${agreement.partyIds.length + 1}份，当事人、人民调解委员会各持一份。`,
      },
      ...(effective === null
        ? [{ kind: 'note' as const, text: '本稿还没有生效：要各方当事人、人民调解员签名并加盖印章。' }]
        : []),
      {
        kind: 'signatures',
        columns: 2,
        items: [
          ...(isOral
            ? []
            : parties.map((one) =>
                signatureOf(
                  facts,
                  `${roleOf(one)}（签名、盖章或按指印）`,
                  one.name,
                  agreement.signatures.find(({ partyId }) => partyId === one.id) ?? null,
                ),
              )),
          {
            label: '人民调解员',
            name: facts.mediators.find((one) => one.id === agreement.mediatorId)?.name ?? '',
            ...(agreement.mediatorAt === null ? {} : { date: dateWords(dayOf(agreement.mediatorAt)) }),
          },
          { label: '记录人' },
        ],
      },
      { kind: 'seal', office: facts.committee, date: sealedOn, words: '调委会章' },
    ],
  }
}

/** 履行凭证 of an agreement: what was done of what was promised. */
export function performance(facts: FileFacts, id: string): Document | undefined {
  const agreement = facts.m.agreements.find((one) => one.id === id)
  const rows = (agreement?.obligations ?? []).flatMap((one) =>
    one.done.map((each) => [
      dateWords(each.on),
      nameOf(facts, one.byId),
      one.toId === null ? '' : nameOf(facts, one.toId),
      one.kind === 'pay' ? yuanWords(each.fen) : verbs[one.kind],
      fulfilment(one).isDone ? '已履行完毕' : '部分履行',
    ]),
  )
  if (!agreement || rows.length === 0) return undefined
  return {
    title: '调解协议履行登记',
    code: codeOf(facts),
    number: agreementNumber(facts.number, agreement.no),
    textSize: 14,
    blocks: [
      {
        kind: 'table',
        columns: ['日期', '履行人', '对方', '内容', '情况'].map((head, i) => ({
          head,
          width: [2.2, 2, 2, 2, 1.8][i] ?? 2,
        })),
        rows,
      },
      { kind: 'signatures', columns: 2, items: [{ label: '经手人', name: mediatorNames(facts) }] },
    ],
  }
}

/** 司法确认申请书, both together (Mediation Act art. 33; 民事诉讼法 205). */
export function confirmationPaper(facts: FileFacts, id: string): Document | undefined {
  const agreement = facts.m.agreements.find((one) => one.id === id)
  const effective = agreement && effectiveOn(agreement)
  if (!agreement || !effective || agreement.kind === 'oral') return undefined
  const parties = agreement.partyIds.flatMap((partyId) => partyOfFile(facts, partyId) ?? [])
  return {
    title: '司法确认申请书',
    code: codeOf(facts),
    textSize: 14,
    blocks: [
      {
        kind: 'fields',
        columns: partyColumns,
        rows: parties.map((one) => ({ ...one, role: 'applicant' as const })).flatMap(partyRows),
      },
      {
        kind: 'paragraph',
        text: `申请人因${facts.matterTitle}，于${dateWords(effective)}经${facts.committee}调解，达成${agreementNumber(facts.number, agreement.no)}调解协议。现共同申请人民法院依法确认该协议的效力。`,
      },
      {
        kind: 'paragraph',
        text: '申请人承诺：出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因为该协议内容而给他人造成损害，愿意承担相应的民事责任和其他法律责任。',
      },
      { kind: 'heading', text: '附' },
      {
        kind: 'clauses',
        items: [
          '调解协议',
          '身份证明或者资格证明',
          '与协议相关的财产权利证明',
          '送达地址和电话',
          '由代理人申请的，授权委托书',
        ],
        mark: 'arabic',
      },
      { kind: 'paragraph', text: '此致', isFlush: false },
      { kind: 'paragraph', text: '　　　　　　　　人民法院', isFlush: true },
      {
        kind: 'signatures',
        columns: 2,
        items: parties.map(({ name }) => ({ label: '申请人', name, date: '' })),
      },
    ],
  }
}
