import { sentences } from '#web/lib/words.ts'

export type ClauseName = keyof typeof clauseTexts
type Clause = { title: { zh: string; en: string }; text: { zh: string; en: string } }

/** What agreements usually say, to be put in and changed; a blank stands where something has to be filled in. */
const clauseTexts = {
  pay: {
    title: { zh: '一次付清', en: 'Paid at once' },
    text: {
      zh: '乙方于    年  月  日前一次性支付甲方人民币    元，付清后双方就本纠纷再无其他经济往来。',
      en: 'Side B pays side A ____ yuan in one sum by ____; once paid, neither side owes the other anything in this matter.',
    },
  },
  instalments: {
    title: { zh: '分期付款', en: 'Instalments' },
    text: {
      zh: '上述款项分期支付，每期的金额和日期以本协议“履行义务”所列为准；有一期逾期，甲方可以要求一次付清余款。',
      en: 'The sum is paid in the instalments listed under obligations; if one is late, side A may ask for the whole rest at once.',
    },
  },
  repair: {
    title: { zh: '修复', en: 'Repair' },
    text: {
      zh: '乙方于    年  月  日前负责修复损坏处，恢复到能正常使用；修好后由双方一起验收。',
      en: 'Side B repairs the damage by ____ so that it can be used as before; both sides inspect the work together.',
    },
  },
  access: {
    title: { zh: '配合入户', en: 'Access' },
    text: {
      zh: '为检修需要入户的，甲方按约定时间配合开门；施工时间为每日 9:00–12:00、14:30–18:00。',
      en: 'Where repair needs access, side A opens at the agreed time; work is done from 9:00 to 12:00 and 14:30 to 18:00.',
    },
  },
  quiet: {
    title: { zh: '安静时段', en: 'Quiet hours' },
    text: {
      zh: '双方约定每日 12:00–14:30、22:00–次日 7:00 不发出影响邻里休息的声音。',
      en: 'From 12:00 to 14:30 and from 22:00 to 7:00 both keep from noise that disturbs the neighbours.',
    },
  },
  passage: {
    title: { zh: '腾退通道', en: 'Clear passage' },
    text: {
      zh: '乙方于    年  月  日前清走堆放在公共通道的物品，以后不再占用。',
      en: 'Side B clears the common passage by ____ and keeps it clear.',
    },
  },
  apology: {
    title: { zh: '赔礼道歉', en: 'Apology' },
    text: {
      zh: '乙方当面向甲方赔礼道歉，甲方接受；此后双方不再提起争吵中的话。',
      en: 'Side B apologises to side A in person, who accepts; the words of the quarrel are not brought up again.',
    },
  },
  bills: {
    title: { zh: '费用凭据', en: 'Receipts' },
    text: {
      zh: '维修、医疗、交通等费用以票据为准，由乙方在收到票据后 7 日内支付。',
      en: 'Repair, medical and travel costs are paid on receipts, within 7 days after side B has them.',
    },
  },
  property: {
    title: { zh: '物业费', en: 'Property fees' },
    text: {
      zh: '物业公司按约定项目完成整改并公示；业主在整改验收后 15 日内交纳约定减免后的物业费。',
      en: 'The property company completes and publishes the agreed works; the owners pay the reduced fees within 15 days after inspection.',
    },
  },
  silence: {
    title: { zh: '保密', en: 'Confidence' },
    text: {
      zh: '双方对调解中知道的个人隐私和商业秘密保密，不在网上和邻里间传播。',
      en: 'Both keep to themselves what they learned of private life and trade secrets, online and among neighbours.',
    },
  },
  default: {
    title: { zh: '逾期责任', en: 'Default' },
    text: {
      zh: '任何一方不按期履行的，另一方可以向人民法院申请支付令、申请司法确认后强制执行或者起诉。',
      en: 'If one side does not perform in time, the other may apply for a payment order, for enforcement after judicial confirmation, or go to court.',
    },
  },
  settled: {
    title: { zh: '纠纷了结', en: 'Settled' },
    text: {
      zh: '本协议履行完毕后，双方就本纠纷一次性了结，不再以任何方式追究。',
      en: 'Once this agreement is performed, the dispute is settled for good and neither side pursues it further.',
    },
  },
} as const satisfies Record<string, Clause>

export const clauseNames = Object.keys(clauseTexts) as ClauseName[]
export const clauseOf = (name: ClauseName): Clause => clauseTexts[name]

export const clauseWords = sentences({
  add: { zh: '加入常用条款', en: 'Add a usual clause' },
  own: { zh: '自己写一条', en: 'Write one' },
})
