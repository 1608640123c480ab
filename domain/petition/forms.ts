import type { Day } from '../calendar/days.ts'
import { type Block, type Document, label, type Picture, value } from '../document/document.ts'
import { dateWords } from '../mediation/forms/facts.ts'
import type { PaperForm } from './papers.ts'
import type { OtherRoute } from './routes.ts'
import { statutoryRoutes } from './routes.ts'

/** What the papers are filled from. Everything is what a reader sees, in Chinese. */
export type PetitionFacts = {
  form: PaperForm
  matterNumber: string
  number: string
  office: string
  /** Who issues the paper, and when. */
  issuer: string
  issuedOn: Day
  petitioners: readonly { name: string; address: string | null; phone: string | null }[]
  representatives: readonly string[]
  people: number
  kindName: string
  channelName: string
  receivedOn: Day
  request: string
  facts: string
  reasons: string
  body: string
  acceptedOn: Day | null
  /** Of the paper itself: a reason, a note, a reply. */
  text: string
  opinion: { facts: string; opinion: string; basis: string } | null
  /** 予以支持 …, of a review 维持 …. */
  stanceName: string
  route: OtherRoute | null
  double: { reasonName: string; remains: string; number: string; office: string } | null
  dueOn: Day | null
  extensionDays: number
  /** The opinion that is reviewed: by whom it was given and how it was decided. */
  below: { office: string; stanceName: string } | null
  /** By whom the next review is done; null: the last instance. */
  above: string | null
  mandate: {
    agent: string
    agentUnit: string
    powers: readonly string[]
    fromOn: Day
    toOn: Day
    subject: string
    duties: string
    picture: Picture | null
    signedOn: Day
  } | null
}

const titles: Record<PaperForm, string> = {
  acceptance: '信访事项受理告知书',
  refusal: '信访事项不予受理告知书',
  route: '信访事项法定途径告知书',
  double: '信访事项不再重复受理告知书',
  extension: '信访事项延长办理期限告知书',
  reply: '信访事项答复书',
  opinion: '信访事项处理意见书',
  reviewOpinion: '信访事项复查意见书',
  rereviewOpinion: '信访事项复核意见书',
  transfer: '信访事项转送函',
  mandate: '诉求代理书',
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', text })
/** Text that somebody wrote, line by line. */
const written = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph)

const namesOf = (f: PetitionFacts): string => {
  const names = f.petitioners.map(({ name }) => name)
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等${f.people}人` : names.join('、')
}
const to = (text: string): Block => ({ kind: 'paragraph', text: `${text}：`, isFlush: true })
const sealOf = (f: PetitionFacts): Block => ({ kind: 'seal', office: f.issuer, date: dateWords(f.issuedOn) })

/** How the petitioner may go on, with the day and the article. */
const further = (f: PetitionFacts): Block =>
  f.above === null
    ? paragraph(
        '本意见为信访事项终结意见。对本意见不服，仍以同一事实和理由提出投诉请求的，各级机关、单位不再受理（《信访工作条例》第三十六条）。有新的事实和理由的，可以作为新的信访事项提出。',
      )
    : paragraph(
        `对本意见不服的，可以自收到本意见书之日起三十日内，向${f.above}书面请求${f.form === 'opinion' ? '复查' : '复核'}（《信访工作条例》第${f.form === 'opinion' ? '三十五' : '三十六'}条）。期限的最后一日遇法定休息日的，顺延到休息日后的第一个工作日。逾期不请求的，本意见即为信访事项的最终意见。`,
      )

const opened = (f: PetitionFacts, said: string): Block[] => [
  to(namesOf(f)),
  paragraph(`您（们）以${f.channelName}形式提出的信访事项，${dateWords(f.receivedOn)}收到并登记。${said}`),
]

const bodies: Record<PaperForm, (f: PetitionFacts) => Block[]> = {
  acceptance: (f) => [
    ...opened(
      f,
      `经审查，属于${f.issuer}职权范围，现决定自${dateWords(f.issuedOn)}起予以受理（《信访工作条例》第二十三条）。`,
    ),
    paragraph(`信访请求：${f.request}`),
    paragraph(
      f.dueOn === null
        ? '我单位将按照规定办理并告知结果。'
        : `我单位将自受理之日起六十日内办结，最迟${dateWords(f.dueOn)}前答复您（《信访工作条例》第三十四条）；情况复杂的，经批准可以延长一次，延长不超过三十日，并告知理由。`,
    ),
    ...written(f.text),
    paragraph('您可以凭查询码在“枫桥”查询页面随时查看办理进展，并在办理后评价。'),
    sealOf(f),
  ],
  refusal: (f) => [
    ...opened(f, '经审查，我单位决定不予受理（《信访工作条例》第二十三条）。理由如下：'),
    ...written(f.text),
    paragraph(
      '您补充新的事实、理由或者材料的，可以再次提出；依法可以通过其他途径解决的，请向有权处理的机关提出。',
    ),
    sealOf(f),
  ],
  route: (f) => [
    ...opened(
      f,
      `经审查，这件事依法应当通过${f.route === null ? '其他途径' : statutoryRoutes[f.route].name.zh}解决（《信访工作条例》${f.route === null ? '第三十一条' : statutoryRoutes[f.route].item}），不作为信访事项受理。`,
    ),
    ...(f.route === null ? [] : [paragraph(statutoryRoutes[f.route].told.zh)]),
    ...written(f.text),
    paragraph('法定途径有申请期限的，请在期限内提出。需要帮助写申请、找窗口的，可以到本单位咨询，不收费用。'),
    sealOf(f),
  ],
  double: (f) => [
    ...opened(f, `经比对，同一事实${f.double?.reasonName ?? ''}，不再重复受理。`),
    ...(f.double && f.double.number !== ''
      ? [paragraph(`已有的信访事项：${f.double.office} ${f.double.number}。`)]
      : []),
    ...written(f.text),
    paragraph(f.double?.remains ?? ''),
    sealOf(f),
  ],
  extension: (f) => [
    ...opened(
      f,
      `${f.acceptedOn === null ? '' : `${dateWords(f.acceptedOn)}受理。`}因情况复杂，不能在六十日内办结。`,
    ),
    paragraph(
      `经本机关、单位负责人批准，延长办理期限${f.extensionDays}日${f.dueOn === null ? '' : `，至${dateWords(f.dueOn)}`}（《信访工作条例》第三十四条）。延长的理由：`,
    ),
    ...written(f.text),
    sealOf(f),
  ],
  reply: (f) => [
    ...opened(f, f.acceptedOn === null ? '' : `${dateWords(f.acceptedOn)}受理。现答复如下：`),
    ...written(f.text),
    sealOf(f),
  ],
  opinion: (f) => [
    people(f),
    heading('一、信访请求'),
    ...written(f.request),
    heading('二、查明的事实和理由'),
    ...written(f.opinion?.facts ?? ''),
    heading('三、处理意见'),
    paragraph(`对信访人的请求，${f.stanceName}。`),
    ...written(f.opinion?.opinion ?? ''),
    heading('四、依据'),
    ...written(f.opinion?.basis ?? ''),
    further(f),
    sealOf(f),
  ],
  reviewOpinion: (f) => reviewed(f, '复查'),
  rereviewOpinion: (f) => reviewed(f, '复核'),
  transfer: (f) => [
    to(f.body),
    paragraph(
      `${f.office}${dateWords(f.receivedOn)}收到的下列${f.kindName}类信访事项，属于你单位职权范围，现转送你单位办理（《信访工作条例》第二十二条）。`,
    ),
    paragraph(
      '请自收到之日起十五日内书面告知信访人是否受理，并按要求通报；不属于本单位职权范围的，自收到之日起五个工作日内提出异议并说明理由，经核实同意后退回（《信访工作条例》第二十三条）。',
    ),
    ...(f.petitioners.length === 0 ? [] : [people(f)]),
    paragraph(`信访请求：${f.request}`),
    paragraph(`事实：${f.facts}`),
    ...(f.reasons === '' ? [] : [paragraph(`理由：${f.reasons}`)]),
    ...written(f.text),
    sealOf(f),
  ],
  mandate: (f) => mandated(f),
}

function reviewed(f: PetitionFacts, word: '复查' | '复核'): Block[] {
  return [
    people(f),
    paragraph(
      `信访人不服${f.below?.office ?? ''}作出的${word === '复查' ? '处理' : '复查'}意见（${f.below?.stanceName ?? ''}），请求${word}。`,
    ),
    heading('一、信访请求'),
    ...written(f.request),
    heading(`二、${word}查明的事实和理由`),
    ...written(f.opinion?.facts ?? ''),
    heading(`三、${word}意见`),
    paragraph(`${f.stanceName}原意见。`),
    ...written(f.opinion?.opinion ?? ''),
    heading('四、依据'),
    ...written(f.opinion?.basis ?? ''),
    further(f),
    sealOf(f),
  ]
}

/** Who petitions, as a form; a long list is cut to its representatives. */
function people(f: PetitionFacts): Block {
  const shown =
    f.representatives.length > 0
      ? f.petitioners.filter(({ name }) => f.representatives.includes(name))
      : f.petitioners.slice(0, 5)
  return {
    kind: 'fields',
    columns: [2, 4, 2, 5],
    rows: [
      ...shown.map(({ name, address, phone }) => [
        label('信访人'),
        value(phone === null ? name : `${name}　${phone}`),
        label('住址'),
        value(address ?? '未提供'),
      ]),
      [
        label('人数'),
        value(`${f.people}人`),
        label('收到'),
        value(`${dateWords(f.receivedOn)}（${f.channelName}）`),
      ],
    ],
  }
}

function mandated(f: PetitionFacts): Block[] {
  const { mandate } = f
  if (mandate === null) return []
  return [
    {
      kind: 'fields',
      columns: [2, 4, 2, 4],
      rows: [
        [label('委托人'), value(namesOf(f)), label('代理人'), value(mandate.agent)],
        [label('所在单位'), value(mandate.agentUnit, { columns: 3 })],
        [label('代理事项'), value(mandate.subject, { columns: 3, lines: 2 })],
        [label('代理权限'), value(mandate.powers.join('；'), { columns: 3, lines: 2 })],
        [
          label('代理期限'),
          value(`${dateWords(mandate.fromOn)}至${dateWords(mandate.toOn)}`, { columns: 3 }),
        ],
        [label('双方责任'), value(mandate.duties, { columns: 3, lines: 3 })],
      ],
    },
    paragraph(
      '委托人可以随时解除代理。代理人所做的每一件事，委托人都可以在查询页面看到。代理不收取任何费用。',
    ),
    {
      kind: 'signatures',
      columns: 2,
      items: [
        {
          label: '委托人（签名）',
          ...(mandate.picture ? { image: mandate.picture } : {}),
          date: dateWords(mandate.signedOn),
        },
        { label: '代理人（签名）', name: mandate.agent, date: dateWords(mandate.signedOn) },
      ],
    },
  ]
}

/**
 * A paper of a petition. The parts are those that the Regulation on Petition Work names (arts 23, 31, 32, 34–36); the layout is our own
 * after the common form of official letters, for no national form is known. Out: a document that can be drawn.
 */
export function drawPetition(f: PetitionFacts): Document {
  return {
    ...{ title: titles[f.form], office: f.issuer, number: f.number, code: f.matterNumber },
    // an opinion has many parts: smaller, so that its code does not stand alone on a second page
    textSize: isOpinion(f.form) ? 12 : 14,
    blocks: bodies[f.form](f),
  }
}

const isOpinion = (form: PaperForm) =>
  form === 'opinion' || form === 'reviewOpinion' || form === 'rereviewOpinion'

export const petitionTitle = (form: PaperForm): string => titles[form]
