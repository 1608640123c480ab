import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#domain/calendar/days.ts'
import { agreeAll, type Case, draftInput, mediationIn } from '#test/mediations.ts'
import { type PetitionCase, petitionOf, registering } from '#test/petitions.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let [here, elsewhere] = [] as unknown as [Case, Case]
let one: PetitionCase

const settled = { text: '楼上一个月内修好，赔三千元，双方签了书面协议。' }
const running = async () => {
  const mediation = await mediationIn(server)
  await agreeAll(mediation)
  await mediation.step('begin', {})
  return mediation
}
const agree = async (mediation: Case) => {
  const draft = {
    ...draftInput(mediation, server.now),
    ...{ kind: 'oral', reachedOn: dayOf(server.now), obligations: [], whyOral: '当场清结' },
  }
  await mediation.step('draft', draft)
  await mediation.step('signAsMediator', { agreementId: draft.id, version: 1 })
  await mediation.step('settle', {})
}
const reconcile = (mediationId: string) => ({ ...settled, mediationId })

beforeAll(async () => {
  server = await startServer()
  here = await running()
  elsewhere = await running()
  await agree(elsewhere)
  one = petitionOf(server, { id: here.id, queryCode: '', petitioner: here.parties['a1'] ?? '' })
  await one.step('register', registering(server, one.petitioner))
  await one.step('send', { unitId: server.town.units.housing.id })
  await one.step('accept', {}, 'housing')
}, 60_000)
afterAll(() => server.close())

test('a petition is settled by a mediation of its own matter that came to an agreement, and by no other', async () => {
  const no = { refused: 'noSuchAgreement', field: 'mediationId' }
  expect((await one.view('housing')).mediations).toEqual([])
  expect(await one.no('reconcile', reconcile(here.mediationId), 'housing')).toMatchObject(no)
  await agree(here)
  expect(await one.no('reconcile', reconcile(elsewhere.mediationId), 'housing')).toMatchObject(no)
  expect(await one.view('sorter')).toMatchObject({ mediation: null, mediations: [] })
  const { number } = await here.view()
  const { mediations } = await one.view('housing')
  expect(mediations).toEqual([{ id: here.mediationId, number }])
  await one.step('reconcile', reconcile(here.mediationId), 'housing')
  expect(await one.view('sorter')).toMatchObject({
    ...{ state: 'ended', ending: 'reconciled', mediations: [] },
    mediation: { id: here.mediationId, number },
  })
})
