import { defaultProfile } from '#domain/profile/profile.ts'
import { freshId } from './factory.ts'

const words = { sure: '路灯', likely: '灯+坏', hint: '灯' }
const category = {
  ...{ nameZh: '路灯', nameEn: 'Lights', kind: 'request', mediable: false, ...words },
  ...{ governanceCode: '01', oldCode: '16', justiceLine: 'other' },
}
const template = { name: '答复', verbs: ['submit'], categoryCode: null, body: '您好，{{title}}已办好。' }

/** Nothing is wrong with these requests about the rules of a district but that their record may not exist. */
export function rulesSamples() {
  const seen = { commandId: freshId(), version: 1 }
  const code = { code: 'S9909' }
  const one = { id: freshId() }
  const admin = { login: 'admin' } as const
  const book = { query: { commandId: freshId(), name: 'a.xlsx', apply: '0' }, file: true } as const
  return {
    ...{ getProfilePage: admin, exportCategories: admin, exportTemplates: {} },
    ...{ importCategories: { ...admin, ...book }, importTemplates: book },
    saveDraft: { login: 'admin', body: { commandId: freshId(), version: 7, data: defaultProfile } },
    dropDraft: { login: 'admin', body: { commandId: freshId(), version: 7 } },
    tryDraft: { login: 'admin', query: { days: '7' } },
    publishProfile: { login: 'admin', body: { commandId: freshId(), version: 7, reason: '会上定的' } },
    listProfileVersions: { login: 'admin', query: { before: '2', limit: '10' } },
    ...{ listCategories: {}, readCategories: {} },
    addCategory: {
      login: 'admin',
      body: { commandId: freshId(), code: 'S98', parentCode: null, ...category },
    },
    editCategory: { login: 'admin', params: code, body: { ...seen, ...category } },
    moveCategory: { login: 'admin', params: code, body: { commandId: freshId(), to: 'up' } },
    closeCategory: { login: 'admin', params: code, body: { ...seen, lastOn: '2026-12-01' } },
    tryWords: { body: { text: '路灯不亮' } },
    listTemplates: { query: { cursor: one.id, limit: '10' } },
    addTemplate: { login: 'admin', body: { commandId: freshId(), ...one, unitId: null, ...template } },
    editTemplate: { params: one, body: { ...seen, ...template } },
    closeTemplate: { params: one, body: { ...seen, isClosed: true } },
    ...{ listRegisters: admin, getRegister: { ...admin, params: one } },
    listRegisterFiles: { ...admin, params: one, query: { cursor: one.id, limit: '10' } },
    drawRegister: { ...admin, body: { commandId: freshId(), ...one, reason: '2016 年度档案到期' } },
    keepFile: { ...admin, params: one, body: { commandId: freshId(), matterId: freshId(), why: '涉诉留存' } },
    decideRegister: {
      login: 'leader',
      params: one,
      body: { commandId: freshId(), approves: true, why: '同意' },
    },
    listFitting: { params: one, query: { verb: 'submit' } },
  } as const
}
