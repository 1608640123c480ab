import type { Route } from '#contract/route.ts'
import { type RouteName, routes } from '#contract/routes.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { accountSamples } from './account-samples.ts'
import { aidSamples } from './aid-samples.ts'
import { dutySamples } from './duty-samples.ts'
import { evaluationSamples } from './evaluation-samples.ts'
import { district, freshId, type Login, type Town } from './factory.ts'
import { appealBody, reached, triage } from './matters.ts'
import { mediationSamples } from './mediation-samples.ts'
import { meetingSamples } from './meeting-samples.ts'
import { petitionSamples } from './petition-samples.ts'
import { rulesSamples } from './rules-samples.ts'
import { supervisionSamples } from './supervision-samples.ts'
import { whistleSamples } from './whistle-samples.ts'

export type Sample = {
  login: Login
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: Record<string, unknown>
  file?: true
}

/** What a person hands in with each verb, so that nothing of it is wrong. */
export function moveSamples(town: Town): Record<Verb, Record<string, unknown>> {
  const files = [freshId()]
  return {
    receive: {
      ...{
        channel: 'desk',
        kind: 'request',
        urgency: 'normal',
        title: '题目',
        words: '楼道灯坏了',
        files: [],
      },
      ...{ placeUnitId: town.units.willow.id, placeText: '三楼', name: '林小满', phone: '199-0000-1234' },
      ...{ isAnonymous: false, isConfidential: false },
    },
    ...{ sign: {}, join: {}, accept: { note: '备注' }, verify: { note: '备注' } },
    refuse: { route: 'court', reason: '由法院受理' },
    triage: { ...triage, note: '备注' },
    dispatch: { unitId: town.units.housing.id, instruction: '请尽快' },
    return: { reason: '不归', files },
    contact: { how: 'phone', note: '已联系' },
    progress: { text: '在办', toPerson: true, files },
    ask: { question: '哪一楼？' },
    answer: { text: '三楼', files },
    submit: { result: '办好了', outcome: 'solved', files },
    redo: { reason: '没有办好' },
    revisit: { ...reached, note: '备注' },
    rate: { solved: true, satisfied: 'satisfied', words: '谢谢' },
    close: { closureKind: 'resolved', summary: '好了' },
    askReopen: { reason: '又坏了', files },
    ...{ reopen: { reason: '属实' }, keepClosed: { reason: '不属实' }, withdraw: { reason: '自己解决了' } },
    note: { text: '内部备注', files },
    correct: { title: '另一个题目', placeText: '四楼', reason: '写错了' },
    rule: { unitId: town.units.housing.id, reason: '经研究，属于房屋公共部位' },
    escalate: { tried: '上门三次，开过协调会', reason: '需要区级部门', files: files },
    handDown: { unitId: town.units.willow.id, instruction: '请就近办理' },
    handOver: { accountId: freshId(), reason: '休假' },
    assist: { unitIds: [town.units.water.id], task: '请查管线图' },
    answerPart: { outcome: 'done', text: '图已附上', files: files },
    dropPart: { unitId: town.units.water.id, reason: '不再需要' },
    askHold: { why: 'appraisal', days: 30, reason: '等鉴定', files: files },
    askExtend: { amount: 5, reason: '材料未到', files: files },
    askVoid: { why: 'twice', reason: '重复登记' },
    askReview: { reason: '鉴定确需三十天', files: files },
    ...{
      grantHold: { note: '同意' },
      grantExtend: { note: '同意' },
      void: { note: '同意' },
      deny: { reason: '理由不足' },
      resume: { note: '鉴定已出' },
    },
    expedite: { text: '请尽快' },
    copy: { unitIds: [town.units.water.id], text: '请知悉' },
    merge: { intoId: freshId(), reason: '同一件事' },
    split: { appealIds: [freshId()], title: '另一件', reason: '两件事' },
    addParty: {
      ...{ side: 'a', kind: 'organisation', role: 'agent', appealId: freshId(), name: '顺风物业服务部' },
      ...{ phone: '199-0000-1234', address: '柳岸新村 3 幢', contactName: '林小满', isRepresentative: false },
      ...{ capacity: 'full', actsFor: [freshId()], isConfidential: true, note: '受托' },
    },
    editParty: {
      ...{ partyId: freshId(), side: 'b', role: 'concerned', name: '林小满', phone: '199-0000-1234' },
      ...{
        address: '三楼',
        contactName: '林',
        clear: ['address'],
        isRepresentative: true,
        capacity: 'minor',
      },
      ...{ actsFor: [freshId()], isConfidential: true, note: '本人来电更正' },
    },
    removeParty: { partyId: freshId(), reason: '登记错了' },
    relate: { otherId: freshId(), relation: 'sameCause', note: '同一根管道' },
    unrelate: { linkId: freshId(), reason: '查明无关' },
    mediate: { mediationId: freshId(), step: 'begin', input: {}, seen: 1 },
    petition: { petitionId: freshId(), step: 'accept', input: {} },
    archive: { retention: 'long' },
    settleSubject: {},
  }
}

/** The same for what an administrator does to units and people. */
function unitSamples(id: string, town: Town) {
  const login = 'admin' as const
  const body = { commandId: freshId() }
  const facts = { name: '新网格', phone: '0799-5550102', lng: 119.5, lat: 29.5 }
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  }
  const hung = { id, code: town.places.willow }
  return {
    listUnits: { login, query: { parent: id, q: '柳', closed: '1', cursor: '/', limit: '10' } },
    getUnit: { login, params: { id } },
    addUnit: {
      login,
      body: {
        ...{ ...body, id, parentId: freshId(), kind: 'grid', code: 'G77', ...facts, outline },
        validFrom: '2026-12-01',
      },
    },
    editUnit: { login, params: { id }, body: { ...body, version: 1, ...facts, outline } },
    closeUnit: { login, params: { id }, body: { ...body, lastOn: '2026-12-01' } },
    reopenUnit: { login, params: { id }, body },
    addPlace: { login, params: { id }, body: { ...body, label: '1 单元' } },
    editPlace: { login, params: hung, body: { ...body, label: '1 单元' } },
    closePlace: { login, params: hung, body },
    listAbsences: { query: { personId: id } },
    listAbsencePeople: { query: { q: '文' } },
    listSubstitutes: { query: { personId: id, fromOn: '2026-12-01', toOn: '2026-12-02', q: '文' } },
    setAbsence: {
      body: {
        ...{ ...body, id, personId: freshId(), substituteId: freshId() },
        ...{ fromOn: '2026-12-01', toOn: '2026-12-02' },
      },
    },
    endAbsence: { params: { id }, body: { ...body, lastOn: '2026-12-01' } },
    uploadRoster: { login, params: { id }, query: { kind: 'units', name: 'a.xlsx' }, file: true },
    previewRoster: { login, params: { id }, body: { mapping: { name: 1 } } },
    startRoster: { login, params: { id }, body: { mapping: { name: 1 } } },
    getRoster: { login, params: { id } },
    listRosters: { login, query: { cursor: '', limit: '10' } },
    rosterBadRows: { login, params: { id }, query: { lang: 'zh' } },
    takePasswords: { login, params: { id }, query: { lang: 'zh' } },
    rosterTemplate: { login, params: { kind: 'units' }, query: { lang: 'zh' } },
    rosterExport: { login, params: { kind: 'people' }, query: { lang: 'en' } },
    editPerson: {
      login,
      params: { id },
      body: { ...body, name: '林小满', pinyin: 'lxm', phone: '19900001234', reason: '改名' },
    },
    revealPersonPhone: { login, params: { id }, body },
    endAllPosts: { login, params: { id }, body },
  } satisfies Partial<Record<RouteName, Omit<Sample, 'login'> & { login?: Login }>>
}

/** For every route of the contract a request of which nothing is wrong but that its record may not exist. */
export function sampleOf(name: RouteName, town: Town): Sample {
  const id = freshId()
  const here = { district }
  const page = { cursor: '', limit: '10' }
  const queryCode = '000000000000'
  const erase = { kind: 'erase', ground: 'achieved', words: '事情办完了' }
  const input = moveSamples(town)
  const command = { commandId: freshId(), version: 1, verb: 'note', input: input.note }
  const listed = {
    ...{ box: 'mine', state: 'received', channel: 'qr', late: '1', q: '灯', sort: 'due', kind: 'request' },
    ...{ fact: 'closed', from: '2026-11-01', to: '2026-11-30', closureKind: 'resolved', level: 'street' },
    ...{ category: 'S01', urgency: 'normal', place: town.units.willow.id, holder: town.units.housing.id },
    ...{ handler: 'me', flag: 'group' },
  }
  const samples: Record<RouteName, Omit<Sample, 'login'> & { login?: Login }> = {
    signIn: { body: { login: 'nobody', password: 'not it' } },
    ...{ getMe: {}, signOut: {}, listSessions: {}, signOutEverywhere: {}, live: {}, countMatters: {} },
    ...{ endSession: { params: { id } }, getMatter: { params: { id } } },
    ...rulesSamples(),
    ...mediationSamples(),
    ...petitionSamples(),
    ...supervisionSamples(),
    ...evaluationSamples(),
    ...whistleSamples(town),
    ...dutySamples(town),
    ...aidSamples(town),
    ...meetingSamples(town),
    ...accountSamples(),
    changePassword: { body: { old: 'not it', new: 'not it either' } },
    listMatters: {
      query: { ...page, ...listed },
    },
    countList: { query: listed },
    listViews: {},
    saveView: {
      params: { id },
      body: { name: '本周群体诉求', query: listed, unitId: town.units.northCentre.id, version: 0 },
    },
    deleteView: { params: { id } },
    orderViews: { body: { ids: [id] } },
    saveListLook: { body: { look: 'cards', columns: [] } },
    openMatter: { params: { id }, body: { version: 1 } },
    ...{ followMatter: { params: { id } }, unfollowMatter: { params: { id } } },
    suggest: { body: { q: '灯' } },
    previewBulk: { body: { verb: 'note', ids: [id], input: { text: '统一备注' } } },
    startBulk: {
      params: { id },
      body: {
        ...{ verb: 'note', input: { text: '统一备注' } },
        items: [{ matterId: freshId(), commandId: freshId(), version: 1 }],
      },
    },
    ...{ getBulk: { params: { id } }, resumeBulk: { params: { id } }, listBulk: { query: page } },
    startExport: { params: { id }, body: { query: listed, purpose: '周例会通报', language: 'zh' } },
    ...{ getExport: { params: { id } }, resumeExport: { params: { id } }, listExports: { query: page } },
    downloadExport: { params: { id } },
    receiveMatter: { body: { id, appealId: freshId(), commandId: freshId(), input: input.receive } },
    moveMatter: { params: { id }, body: command },
    listTargets: { params: { id }, query: { q: '局', verb: 'assist' } },
    listHandlers: { login: 'housing', params: { id } },
    listColleagues: { params: { id }, query: { q: '文' } },
    signPresence: { params: { id }, body: { screenId: freshId(), verb: 'note', isLeaving: false } },
    getPaper: { params: { id, paper: 'receipt' }, query: { appealId: id } },
    printPaper: {
      params: { id, paper: 'receipt' },
      body: { commandId: freshId(), withContact: false, purpose: '归档', appealId: id },
    },
    revealContact: { params: { id }, body: { commandId: freshId(), appealId: freshId(), purpose: '回访' } },
    readFile: { params: { id }, query: { size: 'full', as: 'keep' } },
    uploadFile: { params: { id }, query: { name: 'a.jpg' }, file: true },
    listPlaceUnits: { query: { q: '柳', kind: 'community', under: town.units.north.id } },
    findPlace: { params: { ...here, code: town.places.willow } },
    sendAppeal: { params: here, body: { ...appealBody(town), isConfidential: false, files: [] } },
    uploadPublicFile: { params: { ...here, id }, query: { name: 'a.jpg' }, file: true },
    track: { params: here, body: { queryCode } },
    trackFile: { params: here, body: { queryCode, fileId: id, size: 'small' } },
    moveTracked: { params: here, body: { queryCode, commandId: id, verb: 'answer', input: input.answer } },
    ...{ findDoor: { params: here }, leave: { params: here }, leaveEverywhere: { params: here } },
    askCode: { params: here, body: { id, phone: '199-0000-9999', language: 'en' } },
    giveCode: { params: here, body: { id, phone: '199-0000-9999', code: '000000' } },
    listOwn: { params: here, query: page },
    openOwn: { params: { ...here, id } },
    readOwnFile: { params: { ...here, id }, body: { fileId: id, size: 'small' } },
    moveOwn: { params: { ...here, id }, body: { commandId: id, verb: 'answer', input: input.answer } },
    seeSubject: { params: here, body: { queryCode } },
    askSubject: { params: here, body: { queryCode, id, wish: erase } },
    seeOwnSubject: { params: { ...here, id } },
    askOwnSubject: { params: { ...here, id }, body: { id: freshId(), wish: erase } },
    listSubjects: { query: { of: 'open', cursor: `2026-12-01.${id}`, limit: '10' } },
    getSubject: { params: { id } },
    revealSubject: { params: { id }, body: { commandId: freshId(), purpose: '核实' } },
    answerSubject: {
      params: { id },
      body: {
        ...{ commandId: freshId(), outcome: 'granted', answer: '已删除', checked: 'called' },
        takesWords: true,
      },
    },
    uploadImport: { params: { id }, query: { name: 'a.xlsx' }, file: true },
    previewImport: { params: { id }, body: { mapping: { words: 1 } } },
    startImport: { params: { id }, body: { mapping: { words: 1 } } },
    ...{ stopImport: { params: { id } }, getImport: { params: { id } }, listImports: { query: page } },
    badRows: { params: { id }, query: { lang: 'zh' } },
    replies: { params: { id }, query: { lang: 'zh' } },
    getCalendar: { params: { year: 2026 } },
    listCalendarChanges: { query: { limit: 5 } },
    saveCalendar: {
      login: 'admin',
      params: { year: 2026 },
      body: {
        ...{ version: 99, status: 'official', source: '国办发明电' },
        days: [{ day: '2026-10-01', name: '国庆节', isWorking: false }],
      },
    },
    listPeople: { login: 'admin', query: { q: '文', state: 'enabled', cursor: id, limit: '10' } },
    getPerson: { login: 'admin', params: { id } },
    addPerson: {
      login: 'admin',
      body: {
        ...{ commandId: freshId(), id, accountId: freshId(), name: '新来的', login: `new-${id.slice(-12)}` },
        post: { postId: freshId(), unitId: freshId(), role: 'mediator', fromOn: '2026-12-01' },
      },
    },
    givePost: {
      login: 'admin',
      params: { id },
      body: {
        ...{ commandId: freshId(), postId: freshId(), unitId: freshId(), role: 'mediator' },
        ...{ fromOn: '2026-12-01', toOn: null },
      },
    },
    endPost: {
      login: 'admin',
      params: { id, postId: freshId() },
      body: { commandId: freshId(), lastOn: '2026-12-01' },
    },
    disableAccount: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    enableAccount: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    resetPassword: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    listPartners: { login: 'admin', query: { cursor: id, limit: '10' } },
    addPartner: {
      login: 'admin',
      body: {
        ...{ commandId: freshId(), id, name: '市 12345 平台', channel: 'hotline' },
        ...{ unitId: freshId(), scopes: ['orders.read'], validFrom: '2026-12-01', validTo: '2026-12-31' },
      },
    },
    extendPartner: { login: 'admin', params: { id }, body: { commandId: freshId(), validTo: '2026-12-01' } },
    addPartnerKey: { login: 'admin', params: { id }, body: { commandId: freshId(), keyId: freshId() } },
    revokePartnerKey: { login: 'admin', params: { id, keyId: freshId() }, body: { commandId: freshId() } },
    ...{ doorPing: {}, doorOpenApi: {}, getOrder: { params: { orderNo: 'LC1' } } },
    putOrder: {
      params: { orderNo: 'LC1' },
      body: {
        ...{ words: '楼道灯坏了', title: '灯', name: '林小满', phone: '199-0000-1234' },
        place: { unit: town.units.willow.path, code: town.places.willow, text: '三楼' },
        ...{ isConfidential: false, kind: 'request', urgency: 'normal' },
        ...{ submittedAt: '2026-11-20T10:11:12+08:00', dueAt: '2026-11-27T10:11:12+08:00' },
      },
    },
    putOrderFile: { params: { orderNo: 'LC1', fileNo: 1 }, query: { name: 'a.jpg' }, file: true },
    addOrderMessage: { params: { orderNo: 'LC1' }, body: { messageNo: 'M1', text: '又亮了' } },
    listChangedOrders: { query: { changedSince: '0', limit: '10' } },
    ...{ listAlarms: {}, countNotices: {}, health: {} },
    listNotices: { query: { topic: 'turn', unseen: '1', cursor: id, limit: '10' } },
    ...{ getNoticeChoice: {}, removeMail: {}, confirmMail: { body: { code: '123456' } } },
    saveNoticeChoice: {
      body: {
        ...{ muted: ['result'], unmailed: ['clock'], pace: 'daily', language: 'en', version: 99 },
        quiet: { from: 1200, to: 480, restDays: true },
      },
    },
    askMail: { body: { commandId: freshId(), mail: 'someone@example.org' } },
    listOutlets: { login: 'admin' },
    addOutlet: {
      login: 'admin',
      body: { commandId: freshId(), id, name: '城运平台', url: 'https://example.org/hook', verbs: ['close'] },
    },
    editOutlet: {
      login: 'admin',
      params: { id },
      body: {
        ...{ commandId: freshId(), name: '城运平台', url: 'https://example.org/hook', verbs: ['close'] },
        ...{ isOn: false, version: 1 },
      },
    },
    renewSecret: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    removeOutlet: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    testOutlet: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    listOutbox: { login: 'admin', query: { state: 'sent', cursor: id, limit: '10' } },
    sendAgain: { login: 'admin', params: { id }, body: { commandId: freshId() } },
    seeNotices: { body: { ids: [id] } },
    getStartNumbers: { query: { period: 'lastMonth' } },
    ...unitSamples(id, town),
    ...{ listHalls: {}, listMyCalls: {}, getHall: { params: { id } } },
    saveHall: { params: { id }, body: { commandId: freshId(), notice: '今天法律援助值班' } },
    sitAt: { params: { id }, body: { windowId: freshId() } },
    takeTicket: {
      params: { id: town.units.northCentre.id },
      body: {
        ...{ commandId: freshId(), id, priority: 'old' },
        booking: {
          ...{ day: '2026-11-24', slot: '10:00', name: '林小满', phone: '199-0000-1234', showsSurname: true },
        },
      },
    },
    callNext: { params: { id }, body: { commandId: freshId(), windowId: freshId() } },
    moveTicket: {
      params: { id },
      body: {
        ...{ commandId: freshId(), verb: 'call', windowId: freshId(), unitId: freshId() },
        ...{ accountId: freshId(), isSoon: true, priority: 'infant', matterId: freshId() },
      },
    },
    getKiosk: { params: { ...here, code: 'ZZZZZZZZ' } },
    takeAtKiosk: { params: { ...here, code: 'ZZZZZZZZ' }, body: { commandId: freshId(), id } },
    getTicket: { params: { ...here, id } },
    revealTicket: { params: { id }, body: { commandId: freshId(), purpose: '核对' } },
    getDisplay: { params: { ...here, code: 'ZZZZZZZZ' }, query: { seen: '1.1' } },
    findSimilar: {
      body: {
        ...{ words: '楼道的灯坏了', placeUnitId: town.units.willow.id, categoryCode: 'S0101' },
        paper: { channel: 'police', externalNo: 'JQ-1' },
      },
    },
    listSimilar: { params: { id } },
    listLikely: { query: { placeUnitId: freshId(), categoryCode: 'S0101', q: '局' } },
    findSaid: { body: { commandId: freshId(), phone: '199-0000-1234' } },
    listElsewhere: { params: { id }, body: {} },
    joinVoice: {
      params: { id },
      body: { appealId: freshId(), commandId: freshId(), input: input.receive },
    },
    printSlip: { params: { id }, body: { commandId: freshId(), appealId: freshId() } },
    listParties: { params: { id }, query: { cursor: 'a.1.1', limit: '10' } },
    revealParty: { params: { id, partyId: freshId() }, body: { commandId: freshId(), purpose: '送达' } },
    listPartyElsewhere: { params: { id }, body: {} },
    ...{ listLinks: { params: { id } }, listNearby: { params: { id }, query: { within: '1000' } } },
    listPlaces: { query: { under: town.units.north.id, cursor: '0', limit: '10' } },
  }
  return { login: 'sorter', ...samples[name] }
}

export const routeNames = Object.keys(routes) as RouteName[]
export const routeOf = (name: RouteName): Route => routes[name]

/** Values that no field of the contract means. */
export const junk: Record<string, unknown> = {
  number: 42,
  negative: -1,
  huge: 1e308,
  fraction: 0.5,
  null: null,
  true: true,
  emptyText: '',
  longText: '长'.repeat(20_000),
  nul: 'a\u0000b',
  halfSign: 'a\ud83d',
  quote: `'; drop table matter; --`,
  object: { a: 1 },
  list: ['a', 1, null],
  longList: Array.from({ length: 500 }, () => freshId()),
  deep: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`),
  prototype: JSON.parse('{"constructor":{"prototype":{"isAdmin":true}}}'),
  foreignId: freshId(),
  oldId: '6f1b2c1e-4d0b-4a9e-9c65-0a8a52b4b1c2',
}

/** Every way to change one place of a value: each leaf replaced by each piece of junk, and each key left out. */
export function* spoiled(value: unknown, path = ''): Generator<[what: string, value: unknown]> {
  if (path !== '') for (const [name, bad] of Object.entries(junk)) yield [`${path}: ${name}`, bad]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const put = (bad: unknown) =>
      Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad }
    if (!Array.isArray(value)) yield [`${path}.${key}: left out`, put(undefined)]
    for (const [what, bad] of spoiled(inner, `${path}.${key}`)) yield [what, put(bad)]
  }
}
