import type { Route } from '../matter/matter.ts'

type Words = { zh: string; en: string }
type StatutoryRoute = {
  /** The item of article 31. */
  item: string
  name: Words
  /** What is told to the person, as a whole sentence. */
  told: Words
  /** What the matter itself is closed with, where it is referred. */
  closes: Route | null
}

/**
 * The six ways of a claim (Regulation on Petition Work art. 31): the first five go by a law of their own and are told, not accepted
 * as a petition; only what is left gets an opinion by the petition procedure.
 */
export const statutoryRoutes = {
  judicial: {
    item: '第三十一条第一项',
    name: { zh: '诉讼、法律监督', en: 'courts and procuratorates' },
    told: {
      zh: '这件事应当由审判机关、检察机关、公安机关按照诉讼或者法律监督程序办理。请向有管辖权的人民法院起诉、申诉，或者向人民检察院、公安机关提出。',
      en: 'This goes by the procedure of the courts, the procuratorates or the police. Please sue or appeal at the court that has jurisdiction, or go to the procuratorate or the police.',
    },
    closes: 'court',
  },
  arbitration: {
    item: '第三十一条第二项',
    name: { zh: '仲裁', en: 'arbitration' },
    told: {
      zh: '这件事应当通过仲裁解决。劳动人事争议请向劳动人事争议仲裁委员会申请（通常自知道权利被侵害之日起一年内）；有仲裁协议的民商事争议，请向约定的仲裁委员会申请。',
      en: 'This is settled by arbitration. Labour disputes go to the labour dispute arbitration commission, as a rule within a year of knowing; disputes under an arbitration clause go to the commission agreed on.',
    },
    closes: 'arbitration',
  },
  party: {
    item: '第三十一条第三项',
    name: { zh: '党员申诉、申请复审', en: 'appeals of Party members' },
    told: {
      zh: '这件事属于党员申诉、申请复审等事项，请向作出决定的党组织或者它的上级党组织、纪检监察机关提出，由其按照党内法规办理。',
      en: 'This is an appeal of a Party member; please bring it to the Party organisation that decided, to the one above it, or to the discipline inspection authority, under the rules of the Party.',
    },
    closes: 'discipline',
  },
  administrative: {
    item: '第三十一条第四项',
    name: { zh: '行政复议、裁决、确认、许可、处罚等', en: 'administrative procedures' },
    told: {
      zh: '这件事应当按照行政复议、行政裁决、行政确认、行政许可、行政处罚等行政程序办理。对行政决定不服的，可以自知道之日起六十日内申请行政复议；请向主管的行政机关提出。',
      en: 'This goes by an administrative procedure: review, ruling, confirmation, licence or penalty. A decision can be challenged by administrative review within sixty days of knowing it; please apply to the authority in charge.',
    },
    closes: 'review',
  },
  duty: {
    item: '第三十一条第五项',
    name: { zh: '申请履行法定职责', en: 'request to perform a duty' },
    told: {
      zh: '您要求保护人身权、财产权等合法权益，应当由主管机关依法履行或者答复。请向主管机关书面申请；不履行的，可以申请行政复议或者提起行政诉讼。',
      en: 'You ask for protection of rights that an authority has the duty to give. Please apply to it in writing; where it does not act, administrative review or a suit is open.',
    },
    closes: null,
  },
  petition: {
    item: '第三十一条第六项',
    name: { zh: '按信访程序出具处理意见', en: 'an opinion by the petition procedure' },
    told: {
      zh: '没有其他法定途径，由有权处理的单位听取陈述、调查核实后，出具信访事项处理意见书。',
      en: 'There is no other statutory way: the competent body hears you, looks into the facts, and gives a written opinion.',
    },
    closes: null,
  },
} as const satisfies Record<string, StatutoryRoute>
export type RouteCode = keyof typeof statutoryRoutes
export const routeCodes = Object.keys(statutoryRoutes) as RouteCode[]

/** Those that are told instead of accepting. */
export type OtherRoute = Exclude<RouteCode, 'petition'>
export const otherRoutes = routeCodes.filter((code) => code !== 'petition') as OtherRoute[]
