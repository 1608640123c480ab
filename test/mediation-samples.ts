import { district, freshId, type Login } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of mediation, so that nothing of it is wrong but that there is no such record. */
export function mediationSamples() {
  const link = { district, token: 'a'.repeat(32) }
  const one = { id: freshId(), mediationId: freshId() }
  const room = { ...one, sessionId: freshId() }
  return {
    listMediations: { query: { box: 'open', limit: 5 } },
    listMatterMediations: { params: { id: one.id }, query: { language: 'sign' } },
    getMediation: { params: one },
    listMediationPapers: { login: 'mediator', params: one },
    drawMediationPaper: {
      login: 'mediator',
      params: one,
      body: { commandId: freshId(), form: 'register', as: 'word', purpose: '存档' },
    },
    listPrecedents: { params: one },
    getMediatorProfile: { login: 'mediator', params: { id: one.id } },
    saveMediatorProfile: {
      login: 'mediator',
      params: { id: one.id },
      body: {
        ...{ commandId: freshId(), version: 0, specialities: ['02'], languages: ['local'] },
        ...{ sinceYear: 2010, about: '', isPublic: true },
      },
    },
    checkPaper: { params: { district }, body: { code: '0000 0000 0000' } },
    listPublicMediators: { params: { district }, query: { cursor: freshId(), limit: 5 } },
    getMediationFigures: { query: { from: '2026-11-01', to: '2026-11-30' } },
    listFigureUnits: {},
    listCountedMediations: { query: { figure: 'opened', from: '2026-11-01', to: '2026-11-30', limit: 5 } },
    exportMediationFigures: {
      body: {
        ...{ commandId: freshId(), from: '2026-11-01', to: '2026-11-30' },
        ...{ language: 'zh', purpose: '季度报表' },
      },
    },
    listSubsidies: { query: { limit: 5 } },
    drawSubsidy: {
      body: {
        ...{ commandId: freshId(), id: freshId(), unitId: freshId() },
        from: '2026-11-01',
        to: '2026-11-30',
      },
    },
    getSubsidy: { params: { id: one.id } },
    listSubsidyLines: { params: { id: one.id }, query: { limit: 5 } },
    listSubsidyChanges: { params: { id: one.id } },
    editSubsidyLine: {
      params: { id: one.id },
      body: { commandId: freshId(), mediationId: one.mediationId, tier: 'major', takenOut: null },
    },
    redrawSubsidy: { params: { id: one.id }, body: { commandId: freshId() } },
    checkSubsidy: { params: { id: one.id }, body: { commandId: freshId() } },
    decideSubsidy: {
      login: 'supervisor',
      params: { id: one.id },
      body: { commandId: freshId(), approves: true },
    },
    exportSubsidy: {
      params: { id: one.id },
      body: { commandId: freshId(), language: 'zh', purpose: '发放补贴' },
    },
    listSlots: { query: { from: '2026-11-02', to: '2026-11-08' } },
    makePartyLink: { login: 'mediator', params: one, body: { commandId: freshId(), partyId: freshId() } },
    openPartyLink: { params: link, body: { code: '000000' } },
    getRoom: { login: 'mediator', params: room },
    sayInRoom: { login: 'mediator', params: room, body: { commandId: freshId(), text: '请双方先说说情况' } },
    readRoomFile: { login: 'mediator', params: { ...room, fileId: freshId() }, query: { size: 'small' } },
    listDrafts: { login: 'mediator', params: { ...one, agreementId: freshId() }, query: { before: 3 } },
    callRoom: { login: 'mediator', params: room, body: { peerId: freshId() } },
    callByLink: {
      params: { ...link, sessionId: freshId() },
      body: { code: '000000', peerId: freshId() },
    },
    openPartyRoom: { params: { ...link, sessionId: freshId() }, body: { code: '000000', before: 9 } },
    sayByLink: {
      params: { ...link, sessionId: freshId() },
      body: { code: '000000', commandId: freshId(), partyId: freshId(), text: '我同意先修' },
    },
    readPartyFile: {
      params: { ...link, sessionId: freshId() },
      body: { code: '000000', fileId: freshId() },
    },
    listPartyDrafts: { params: { ...link, agreementId: freshId() }, body: { code: '000000' } },
    takePartyStep: { params: link, body: { commandId: freshId(), code: '000000', step: 'tell', input: {} } },
  } satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
