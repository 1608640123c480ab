import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#domain/calendar/days.ts'
import type { Form } from '#domain/mediation/forms/dossier.ts'
import { dateWords } from '#domain/mediation/forms/facts.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { agreeAll, type Case, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let one: Case
let draft: ReturnType<typeof draftInput>
beforeAll(async () => {
  server = await startServer()
  one = await mediationIn(server)
  const { a1, b1 } = one.parties
  await agreeAll(one)
  await one.step('begin', {})
  const meeting = {
    id: freshId(),
    kind: 'joint',
    way: 'onSite',
    startsAt: new Date(server.now + 3_600_000).toISOString(),
    minutes: 60,
  }
  await one.step('schedule', { ...meeting, partyIds: [a1, b1], place: '3 幢 402 门前' })
  const caucus = {
    ...meeting,
    id: freshId(),
    kind: 'caucus',
    startsAt: new Date(server.now + 9_000_000).toISOString(),
  }
  await one.step('schedule', { ...caucus, partyIds: [b1] })
  const held = {
    heldAt: new Date(server.now).toISOString(),
    methods: ['perspective', 'sincerity'],
    readBack: true,
  }
  await one.step('hold', {
    ...held,
    sessionId: meeting.id,
    present: [a1, b1],
    subject: '漏水赔偿',
    record: '甲方说：吊顶泡坏。\n乙方说：愿意修。',
    interpreter: '钱某，手语',
  })
  await one.step('hold', {
    ...held,
    sessionId: caucus.id,
    present: [b1],
    subject: '底线',
    record: '最多出五千。',
  })
  draft = draftInput(one, server.now, { wholeFen: 300_000, shares: [{ partyId: a1, fen: 300_000 }] })
  await one.step('draft', draft)
  await signAll(one, draft)
  await one.step('settle', {})
  await one.step('confirm', { agreementId: draft.id, state: 'applied', on: dayOf(server.now) })
  const [first] = draft.obligations
  await one.step('perform', {
    agreementId: draft.id,
    obligationId: first?.id,
    fen: 50_000,
    on: dayOf(server.now),
  })
  await one.step('revisit', { performed: true, satisfied: true, text: '吊顶已经修好。' }, 'clerk')
}, 60_000)
afterAll(() => server.close())

const params = () => ({ id: one.id, mediationId: one.mediationId })
const draw = (form: Form, of: string | null, as: 'pdf' | 'word' = 'pdf', login: Login = 'mediator') =>
  server.as(login).send('drawMediationPaper', {
    params: params(),
    body: { commandId: freshId(), form, of, as, purpose: '存档' },
  })

async function textOf(form: Form, of: string | null): Promise<string> {
  const response = await draw(form, of)
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  if (process.env['SHOW_PAPERS'])
    await writeFile(`${process.env['SHOW_PAPERS']}/${form}.pdf`, response.rawPayload)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(response.rawPayload)), {
    mergePages: true,
  })
  return text.replace(/\s/g, '')
}

test('the list of papers names each as it stands at its head', async () => {
  const { papers } = await server.as('mediator').ok('listMediationPapers', { params: params() })
  for (const { form, of, title, number } of papers) {
    const text = await textOf(form, of)
    expect(text, form).toContain(title)
    if (number !== null) expect(text, form).toContain(number)
  }
}, 60_000)

test('every paper says what the record says, field by field', async () => {
  const { papers, missing } = await server.as('mediator').ok('listMediationPapers', { params: params() })
  expect(missing).toEqual([])
  expect(papers.map(({ form }) => form)).toEqual([
    ...[
      'application',
      'register',
      'rightsNotice',
      'sessionRecord',
      'agreement',
      'performance',
      'revisit',
      'confirmation',
    ],
  ])
  const today = dateWords(dayOf(server.now))
  const names = ['林小满', '周大友1']
  const expected: Partial<Record<Form, string[]>> = {
    application: [
      ...names,
      '19900007001',
      '楼上卫生间漏水，吊顶泡坏。',
      '修好防水',
      '赔偿吊顶',
      '社区工作人员',
    ],
    register: [...names, '当事人申请', today, '吊顶泡坏'],
    rightsNotice: [...names, '要求终止调解', '三十日内'],
    sessionRecord: [
      ...names,
      '3幢402门前',
      '换位思考、真情打动',
      '甲方说：吊顶泡坏。',
      '乙方说：愿意修。',
      '面对面',
      '翻译',
      '钱某，手语',
    ],
    agreement: [
      ...names,
      ...draft.clauses,
      '1,500.00元',
      '3,000.00元',
      '银行转账',
      '一式3份',
      '周大友1于',
      draft.facts,
      draft.issues,
    ],
    performance: ['500.00元', today, '部分履行'],
    revisit: ['吊顶已经修好。', '√□是'],
    confirmation: [...names, '共同申请', today],
  }
  for (const { form, of, number } of papers) {
    const text = await textOf(form, of)
    for (const words of expected[form] ?? []) expect(text, form).toContain(words.replace(/\s/g, ''))
    if (number?.includes('人调字')) expect(text, form).toContain(number)
    expect(text).not.toContain('五千')
  }
})

test('the whole file has a cover, an index with pages, every paper and what it lacks; nothing of a caucus', async () => {
  const text = await textOf('dossier', null)
  for (const words of ['人民调解卷宗', '卷内目录', '人民调解协议书', '司法确认申请书', '本卷应有的文件齐全'])
    expect(text).toContain(words)
  expect(text).not.toContain('五千')
  const word = await draw('agreement', draft.id, 'word')
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

const check = (code: string) => server.visitor.ok('checkPaper', { params: { district }, body: { code } })
const checkNo = (code: string, of = district) =>
  server.visitor.no('checkPaper', { params: { district: of }, body: { code } })

/** The code on a paper as it is printed. */
async function printedCode(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return /核验码\s*((?:[0-9A-Z]\s*){12})/.exec(text)?.[1] ?? ''
}

/** The same with the fingerprint of the file. */
async function drawnCode(form: Form, of: string | null) {
  const { rawPayload } = await draw(form, of)
  return {
    code: await printedCode(rawPayload),
    sha256: createHash('sha256').update(rawPayload).digest('hex'),
  }
}

test('a code on each paper proves it: what it is, the fingerprint of the file, how it stands today, and nobody’s name', async () => {
  const agreement = await drawnCode('agreement', draft.id)
  const proof = await check(agreement.code.toLowerCase())
  expect(proof).toMatchObject({
    ...{ form: 'agreement', fileKind: 'pdf', sha256: agreement.sha256, state: 'inForce' },
    agreement: { effectiveOn: dayOf(server.now), fen: 300_000, parties: 2, signed: 2 },
  })
  expect(proof.number).toContain('人调字')
  expect(JSON.stringify(proof)).not.toMatch(/林小满|周大友|accountId/)
  const notice = await drawnCode('rightsNotice', null)
  expect(notice.code).not.toBe(agreement.code)
  expect(await check(notice.code)).toMatchObject({ form: 'rightsNotice', state: 'current', agreement: null })
  const dossier = await drawnCode('dossier', null)
  expect(await check(dossier.code)).toMatchObject({ form: 'dossier', sha256: dossier.sha256 })
})

test('a code nobody was given proves nothing, nor does one of another district or a piece of one', async () => {
  const { code } = await drawnCode('register', null)
  expect(await checkNo('0000 0000 0000')).toMatchObject({
    status: 404,
    refused: 'unknownPaper',
    field: 'code',
  })
  expect(await checkNo(code.slice(0, 8))).toMatchObject({ refused: 'unknownPaper' })
  expect(await checkNo(code, 999_999)).toMatchObject({ refused: 'unknownPaper' })
})

test('a draft proves that it is no agreement yet, and an older wording that there is a newer one', async () => {
  const other = await mediationIn(server)
  await agreeAll(other)
  await other.step('begin', {})
  const first = draftInput(other, server.now)
  await other.step('draft', first)
  const body = { form: 'agreement', of: first.id, as: 'pdf', purpose: '存档' } as const
  const response = await server.as('mediator').send('drawMediationPaper', {
    params: { id: other.id, mediationId: other.mediationId },
    body: { ...body, commandId: freshId() },
  })
  const code = await printedCode(response.rawPayload)
  expect(await check(code)).toMatchObject({
    state: 'notInForce',
    agreement: { effectiveOn: null, signed: 0 },
  })
  await other.step('draft', { ...first, clauses: ['乙方赔偿甲方三千五百元。'] })
  expect(await check(code)).toMatchObject({ state: 'replaced' })
})

test('a paper is drawn for who mediates or handles it, on record, and for nobody else', async () => {
  expect((await draw('agreement', draft.id, 'pdf', 'clerk')).statusCode).toBe(200)
  expect((await draw('agreement', draft.id, 'pdf', 'leader')).statusCode).toBe(403)
  expect((await draw('agreement', draft.id, 'pdf', 'plumclerk')).statusCode).toBe(404)
  expect((await draw('agreement', freshId())).statusCode).toBe(409)
  const { rows } = await server.owner.query(
    `select purpose from read_log where subject = $1 order by at desc limit 1`,
    [`mediation:${one.mediationId}`],
  )
  expect(rows[0].purpose).toContain('存档')
})
