import { inWords, type Language, type Sentence } from '#contract/words/language.ts'

/** What came of the work, as it is submitted. */
export const outcomeLabels: Record<'solved' | 'explained' | 'planned' | 'unable', Sentence> = {
  solved: { zh: '已经解决', en: 'solved' },
  explained: { zh: '已解释说明', en: 'explained' },
  planned: { zh: '列入计划，分期解决', en: 'planned, in steps' },
  unable: { zh: '暂时解决不了', en: 'not possible for now' },
}

export const outcomeNotes: typeof outcomeLabels = {
  solved: { zh: '问题已经消除，最好附上现场照片', en: 'the problem is gone; a photo proves it best' },
  explained: {
    zh: '咨询已答复，或事项不需要处理，已讲清道理',
    en: 'answered, or nothing had to be done and the reason was explained',
  },
  planned: { zh: '写明步骤和时间', en: 'say which steps and when' },
  unable: { zh: '写明原因和群众可以走的途径', en: 'say why, and which route the person can take' },
}

export const contactLabels: Record<'phone' | 'visit' | 'message' | 'unreached', Sentence> = {
  phone: { zh: '打了电话', en: 'by telephone' },
  visit: { zh: '上门见面', en: 'in person' },
  message: { zh: '发了消息', en: 'by message' },
  unreached: { zh: '没有联系上', en: 'not reached' },
}

export const targetReasons: Record<'duty' | 'place' | 'category' | 'area' | 'department', Sentence> = {
  duty: { zh: '职责清单写明主办', en: 'named by the responsibility list' },
  category: { zh: '负责这类事', en: 'handles this category' },
  place: { zh: '事发地所在', en: 'the matter lies here' },
  area: { zh: '本辖区', en: 'in this area' },
  department: { zh: '职能部门', en: 'department' },
}

const retentions: Record<string, Sentence> = {
  short: { zh: '短期', en: 'short' },
  long: { zh: '长期', en: 'long' },
  permanent: { zh: '永久', en: 'permanent' },
}

/** What a class of retention is called; a district's own code stands for itself. */
export function retentionWords(code: string, language: Language): string {
  const known = retentions[code]
  return known ? inWords(known, language) : code
}
