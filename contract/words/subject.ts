import type {
  EraseGround,
  IdentityCheck,
  SubjectField,
  SubjectKind,
  SubjectOutcome,
} from '#domain/subject/subject.ts'
import type { Sentence } from './language.ts'

type Labels<K extends string> = Record<K, Sentence>

export const subjectFieldLabels: Labels<SubjectField> = {
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'telephone' },
  words: { zh: '反映的内容', en: 'what was said' },
  place: { zh: '地点', en: 'place' },
}

export const eraseGroundLabels: Labels<EraseGround> = {
  achieved: { zh: '事情办完了，不再需要', en: 'the matter is over and it is no longer needed' },
  withdrawn: { zh: '我撤回同意', en: 'I withdraw my consent' },
  unlawful: { zh: '收集或使用违反了法律或约定', en: 'it was collected or used against the law' },
  other: { zh: '其他原因', en: 'another reason' },
}

export const identityCheckLabels: Labels<IdentityCheck> = {
  signedIn: { zh: '本人用登记的手机号登录提出', en: 'asked while signed in by the number that stands here' },
  called: { zh: '已回拨登记的电话核实', en: 'called back on the number that stands here' },
  inPerson: { zh: '已当面核实证件', en: 'seen in person with their papers' },
}

/** What came of a request, in the words of the story. */
const settled: Record<SubjectKind, Labels<SubjectOutcome>> = {
  correct: {
    granted: { zh: '已更正', en: 'corrected' },
    partly: { zh: '原话不改，已附补正说明', en: 'a correction was noted beside the original words' },
    refused: { zh: '没有更正', en: 'not corrected' },
  },
  erase: {
    granted: { zh: '已删除姓名、电话等个人信息', en: 'name, number and other personal data were erased' },
    partly: { zh: '个人信息已封存，不再使用', en: 'the personal data was put under lock and is not used' },
    refused: { zh: '没有删除', en: 'not erased' },
  },
  explain: {
    granted: { zh: '已作说明', en: 'explained' },
    partly: { zh: '已作部分说明', en: 'partly explained' },
    refused: { zh: '没有说明', en: 'not explained' },
  },
}

export const settledLabels = (kind: SubjectKind, outcome: SubjectOutcome): Sentence => settled[kind][outcome]
