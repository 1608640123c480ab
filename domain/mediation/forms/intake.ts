import { dayOf } from '../../calendar/days.ts'
import { type Block, type Document, label, type Signature, value } from '../../document/document.ts'
import type { Act, MediationSource, Power } from '../mediation.ts'
import {
  codeOf,
  dateWords,
  type FileFacts,
  type FileParty,
  nameOf,
  namesOf,
  participants,
  roleOf,
} from './facts.ts'

/** What of somebody stands on a form; what the record does not hold is left to be written by hand. */
export function partyRows(party: FileParty): Extract<Block, { kind: 'fields' }>['rows'] {
  const isPerson = party.kind === 'person'
  return [
    [
      label(roleOf(party)),
      value(party.name),
      label(isPerson ? '性别' : '负责人'),
      value(isPerson ? '' : (party.contactName ?? '')),
      label(isPerson ? '民族' : '证照'),
      value(''),
      label(isPerson ? '年龄' : '类别'),
      value(isPerson ? '' : '单位'),
    ],
    [
      label('联系方式'),
      value(party.phone ?? '', { columns: 2 }),
      label('职业或职务', { columns: 2 }),
      value('', { columns: 3 }),
    ],
    [label('单位或住址'), value(party.address ?? '', { columns: 7 })],
  ]
}
export const partyColumns = [1.7, 1.7, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9] as const

export const sourceWords: Record<MediationSource, string> = {
  applied: '当事人申请',
  proactive: '调委会主动调解',
  court: '人民法院委派、委托',
  procuratorate: '人民检察院委托',
  police: '公安机关移交',
  petition: '信访部门移交',
  entrusted: '其他单位委托',
}

/** A signature as it was given: the picture, or who witnessed the word. */
export function signatureOf(facts: FileFacts, title: string, name: string, act: Act | null): Signature {
  if (!act) return { label: title, name }
  const image = act.fileId === null ? undefined : facts.pictures.get(act.fileId)
  const witness = act.textId === null ? undefined : facts.witnesses.get(act.textId)
  return {
    label: witness === undefined ? title : `${title}（口头，见证人${witness}）`,
    name,
    ...(image ? { image } : {}),
    date: dateWords(dayOf(act.at)),
  }
}

const toldOf = (facts: FileFacts, id: string) =>
  facts.m.participants.find(({ partyId }) => partyId === id)?.told ?? null
const agreedOf = (facts: FileFacts, id: string) =>
  facts.m.participants
    .find(({ partyId }) => partyId === id)
    ?.consents.findLast(({ topic, answer }) => topic === 'mediate' && answer) ?? null

/** 人民调解申请书 (official format of 2010). */
export function application(facts: FileFacts): Document {
  const { m, story, requests } = facts
  const those = participants(facts)
  const applicants = those.filter(({ side }) => side === 'a')
  return {
    title: '人民调解申请书',
    code: codeOf(facts),
    textSize: 14,
    blocks: [
      { kind: 'fields', columns: partyColumns, rows: those.flatMap(partyRows) },
      { kind: 'heading', text: '纠纷简要情况' },
      { kind: 'paragraph', text: story },
      { kind: 'heading', text: '当事人申请事项' },
      ...(requests.length > 0
        ? [{ kind: 'clauses' as const, items: requests, mark: 'arabic' as const }]
        : [{ kind: 'paragraph' as const, text: '请求依法调解。' }]),
      {
        kind: 'paragraph',
        text: `特申请${facts.committee}予以调解。申请人已被告知人民调解的有关规定，自愿申请。`,
      },
      {
        kind: 'signatures',
        columns: 2,
        items: applicants.map(({ id, name }) =>
          signatureOf(facts, '申请人（签名、盖章或按指印）', name, agreedOf(facts, id)),
        ),
      },
      { kind: 'paragraph', text: dateWords(dayOf(m.openedAt)), align: 'end' },
    ],
  }
}

/** 人民调解受理登记表. */
export function register(facts: FileFacts): Document {
  const { m, story } = facts
  const those = participants(facts)
  return {
    title: '人民调解受理登记表',
    code: codeOf(facts),
    number: facts.number,
    textSize: 14,
    blocks: [
      {
        kind: 'fields',
        columns: [1, 2, 1, 2],
        rows: [
          [
            label('时间'),
            value(dateWords(dayOf(m.openedAt))),
            label('案件来源'),
            value(sourceWords[m.source]),
          ],
          [
            label('纠纷类型'),
            value(facts.category ?? ''),
            label('人民调解员'),
            value(facts.mediators.map(({ name }) => name).join('、')),
          ],
          [
            label('当事人'),
            value(those.map((one) => `${roleOf(one)}：${one.name}`).join('；'), { columns: 3 }),
          ],
          [label('纠纷简要情况'), value(story, { columns: 3, lines: 8 })],
        ],
      },
      {
        kind: 'signatures',
        columns: 2,
        items: [
          ...those.map(({ id, name }) => signatureOf(facts, '当事人', name, agreedOf(facts, id))),
          { label: '登记人', name: facts.mediators[0]?.name ?? '' },
        ],
      },
      { kind: 'seal', office: facts.committee, date: dateWords(dayOf(m.openedAt)), words: '调委会章' },
    ],
  }
}

/** Rights, duties and effects as they are read to every party (Mediation Act arts 23, 24, 31–33). */
const rights = [
  '选择或者接受人民调解员，要求调解员回避；',
  '接受调解、拒绝调解或者要求终止调解；',
  '要求调解公开进行或者不公开进行；',
  '自主表达意愿、自愿达成调解协议。',
]
const duties = ['如实陈述纠纷事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。']
const effects = [
  '人民调解不收取任何费用。',
  '经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
  '双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。经确认有效的，一方拒绝履行或者未全部履行的，对方可以申请强制执行。',
  '调解不成的，可以依法通过仲裁、行政、司法等途径维护权利。',
]

/** 权利义务告知书, with who was told. */
export function rightsNotice(facts: FileFacts): Document {
  return {
    title: '人民调解权利义务告知书',
    code: codeOf(facts),
    textSize: 14,
    blocks: [
      { kind: 'heading', text: '当事人享有的权利' },
      { kind: 'clauses', items: rights, mark: 'bracketed' },
      { kind: 'heading', text: '当事人履行的义务' },
      { kind: 'clauses', items: duties, mark: 'bracketed' },
      { kind: 'heading', text: '其他事项' },
      { kind: 'clauses', items: effects, mark: 'bracketed' },
      { kind: 'paragraph', text: '以上内容已告知，本人清楚。' },
      {
        kind: 'signatures',
        columns: 2,
        items: participants(facts).map(({ id, name }) =>
          signatureOf(facts, '当事人', name, toldOf(facts, id)),
        ),
      },
    ],
  }
}

const powerWords: Record<Power, string> = {
  applyEnd: '代为申请、终止调解',
  evidence: '代为提交、接收证据',
  chooseMediator: '代为选择调解员',
  claims: '代为承认、变更、放弃请求',
  reconcile: '代为和解',
  sign: '代为签署调解协议和文书',
  receive: '代为接收文书',
}

/** 授权委托书. */
export function mandate(facts: FileFacts, id: string): Document | undefined {
  const one = facts.m.mandates.find((each) => each.id === id)
  if (!one) return undefined
  return {
    title: '授权委托书',
    code: codeOf(facts),
    textSize: 14,
    blocks: [
      {
        kind: 'fields',
        columns: [1, 3],
        rows: [
          [label('委托人'), value(namesOf(facts, one.principalIds))],
          [label('受托人'), value(nameOf(facts, one.agentId))],
          [label('委托事项'), value(`${facts.matterTitle}一案的人民调解`)],
          [label('委托期限'), value(`${dateWords(one.fromOn)}至${dateWords(one.toOn)}`)],
        ],
      },
      { kind: 'heading', text: '委托权限' },
      {
        kind: 'choices',
        columns: 2,
        items: (Object.keys(powerWords) as Power[]).map((power) => ({
          text: powerWords[power],
          isChosen: one.powers.includes(power),
        })),
      },
      ...(one.revokedAt === null
        ? []
        : [{ kind: 'note' as const, text: `委托人已于${dateWords(dayOf(one.revokedAt))}撤回委托。` }]),
      {
        kind: 'signatures',
        columns: 2,
        items: [
          ...one.principalIds.map((each) => ({ label: '委托人', name: nameOf(facts, each) })),
          { label: '受托人', name: nameOf(facts, one.agentId) },
        ],
      },
    ],
  }
}
