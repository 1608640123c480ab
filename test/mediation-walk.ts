import type { Step } from '#domain/mediation/moves.ts'
import { isPrincipal } from '#domain/party/party.ts'
import type { Client } from './client.ts'
import { freshId } from './factory.ts'

type Taken = { mediationId: string; step: Step; input: object }

/** A mediation opened between those who stand on either side of a matter; where nobody stands on one, somebody is entered there first. */
async function opened(who: Client, id: string): Promise<Taken | undefined> {
  const { mayOpen, mediators } = await who.ok('listMatterMediations', { params: { id } })
  const { rows } = await who.ok('listParties', { params: { id }, query: { limit: 100 } })
  const able = rows.filter((row) => isPrincipal(row))
  const accountId = mediators.find((one) => one.isHere)?.accountId
  if (!mayOpen || accountId === undefined) return undefined
  const partyIds: string[] = []
  for (const side of ['a', 'b'] as const) {
    const one = able.find((row) => row.side === side)
    if (one) partyIds.push(one.id)
    else await who.move(id, 'addParty', { side, kind: 'person', role: 'concerned', name: '当事人' })
  }
  if (partyIds.length < 2) return undefined
  return {
    mediationId: freshId(),
    step: 'open',
    input: {
      ...{ type: 'administrative', source: 'applied', mediators: [{ accountId, part: 'lead' }] },
      ...{ partyIds, story: '楼上漏水', requests: [] },
    },
  }
}

/** A step in a matter's mediation that somebody may take, with what it needs; undefined: there is none for this person. */
export async function anyStep(
  who: Client,
  id: string,
  draw: (below: number) => number,
): Promise<Taken | undefined> {
  const { rows } = await who.ok('listMatterMediations', { params: { id } })
  const open = rows.find((row) => row.state === 'asking' || row.state === 'running')
  if (!open) return opened(who, id)
  const mediationId = open.id
  const page = await who.ok('getMediation', { params: { id, mediationId } })
  const one = page.participants.find((some) => some.standing !== 'out')
  const input = { partyId: one?.partyId, byId: one?.partyId, way: 'oral', witness: '邻居' }
  const choices: Taken[] = []
  const add = (step: Step, more: object) => {
    if (page.may.includes(step)) choices.push({ mediationId, step, input: more })
  }
  add('disclose', { conflict: false })
  add('begin', {})
  if (one) {
    add('tell', input)
    if (one.told) add('consent', { ...input, topic: 'mediate', answer: draw(4) > 0 })
    add('leave', { ...input, routes: ['court'] })
  }
  if (draw(6) === 0) add('end', { reason: 'noAgreement', text: '谈不拢', routes: ['court'] })
  return choices[draw(choices.length)]
}
