import { pinyin } from 'pinyin-pro'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { Role } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import { pinyinOf } from '../org/new-district.ts'
import { hashPassword } from '../org/passwords.ts'
import { deputyPost, doubleGrids, namedPosts, type PostPlan, securityPost } from './accounts.ts'
import { nameGiver } from './person-names.ts'
import { type Random, randomFrom } from './random.ts'
import { type DemoTree, demoDistrict } from './units.ts'

type Place = { id: string; path: string; kind: Seat['unitKind']; name: string }
export type Member = {
  personId: string
  accountId: string
  name: string
  login: string
  posts: { id: string; role: Role; unit: Place }[]
}

/** Hires 120 people. In: chance, the tree, its root, the instant that the ids carry. */
export function hire(
  random: Random,
  tree: DemoTree,
  root: { unitId: string; path: string },
  now: number,
): Member[] {
  const giveName = nameGiver(random)
  const logins = new Set(namedPosts.map((post) => post.login))
  const byPath = new Map<string, Place>(tree.units.map((unit) => [unit.path, unit]))
  byPath.set(root.path, { id: root.unitId, path: root.path, kind: 'district', name: '枫溪区' })
  const taken = new Set(namedPosts.map((post) => `${post.role} ${root.path}${post.path}`))
  const members: Member[] = []

  const add = (plan: PostPlan, ...more: Place[]) => {
    const unit = byPath.get(root.path + plan.path)
    if (!unit) throw new Error(`no unit at ${plan.path}`)
    const name = plan.name ?? giveName()
    const login = plan.login ?? freeLogin(name, logins)
    const posts = [unit, ...more].map((at) => ({
      id: uuidv7(now, random.bytes(10)),
      role: plan.role,
      unit: at,
    }))
    members.push({
      personId: uuidv7(now, random.bytes(10)),
      accountId: uuidv7(now, random.bytes(10)),
      name,
      login,
      posts,
    })
  }
  const fill = (role: Role, unit: Place) => {
    if (!taken.has(`${role} ${unit.path}`)) add({ role, path: unit.path.slice(root.path.length) })
  }

  for (const post of namedPosts) add(post)
  const of = (kind: Seat['unitKind']) => tree.units.filter((unit) => unit.kind === kind)
  for (const centre of of('centre')) {
    fill('dispatcher', centre)
    fill('deskOfficer', centre)
  }
  for (const unit of of('community')) fill('communityClerk', unit)
  for (const unit of [...of('committee'), ...of('studio')]) fill('mediator', unit)
  for (const unit of [...of('department'), ...of('company')]) fill('departmentOfficer', unit)
  const grids = of('grid').filter((grid) => !taken.has(`gridWorker ${grid.path}`))
  // The second grid of somebody lies in the same community: grids come in the order of the tree.
  for (let i = 0, doubled = 0; i < grids.length; i++) {
    const [grid, beside] = [grids[i], grids[i + 1]]
    if (!grid) continue
    const shared = beside && doubled < doubleGrids && i % 3 === 0 && beside.parentId === grid.parentId
    add({ role: 'gridWorker', path: grid.path.slice(root.path.length) }, ...(shared ? [beside] : []))
    if (!shared) continue
    doubled++
    i++
  }
  add({ role: 'supervisor', path: '' })
  const [street] = of('street')
  if (street) add({ role: 'leader', path: street.path.slice(root.path.length) })
  return members
}

/** Of their own chance, so that the rest of the demo stays as it was. */
const [securitySeed, deputySeed] = [3_399_018, 3_399_038]

type Hired = { role: Role; name: string; login: string }

function hireOne(seed: number, { role, name, login }: Hired, unit: Place, now: number): Member {
  const random = randomFrom(seed)
  const id = () => uuidv7(now, random.bytes(10))
  return { personId: id(), accountId: id(), name, login, posts: [{ id: id(), role, unit }] }
}

/** The security administrator of the district. */
export function hireSecurity(root: { unitId: string; path: string }, now: number): Member {
  const unit: Place = { id: root.unitId, path: root.path, kind: 'district', name: '枫溪区' }
  return hireOne(securitySeed, securityPost, unit, now)
}

/** The second leader of the first street. */
export function hireDeputy(tree: DemoTree, rootPath: string, now: number): Member {
  const street = tree.units.find(({ path }) => path === rootPath + deputyPost.path)
  if (!street) throw new Error(`no unit at ${deputyPost.path}`)
  return hireOne(deputySeed, deputyPost, street, now)
}

function freeLogin(name: string, taken: Set<string | undefined>): string {
  const base = pinyin(name, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
  let login = base
  for (let n = 2; taken.has(login); n++) login = base + n
  taken.add(login)
  return login
}

/** The rows of person, account, login_key and post, with a password hash of its own for each account. */
export async function staffRows(
  members: readonly Member[],
  password: string,
  since: number,
): Promise<Record<string, object[]>> {
  const at = new Date(since).toISOString()
  const hashes = await Promise.all(members.map(() => hashPassword(password)))
  return {
    person: members.map((m) => ({
      district_id: demoDistrict,
      id: m.personId,
      name: m.name,
      pinyin: pinyinOf(m.name),
      created_at: at,
    })),
    account: members.map((m, i) => ({
      district_id: demoDistrict,
      id: m.accountId,
      person_id: m.personId,
      login: m.login,
      password_hash: hashes[i],
      password_changed_at: at,
      is_demo: true,
      settings: {},
    })),
    login_key: members.map((m) => ({ login: m.login, district_id: demoDistrict, account_id: m.accountId })),
    post: members.flatMap((m) =>
      m.posts.map((post) => ({
        district_id: demoDistrict,
        id: post.id,
        person_id: m.personId,
        unit_id: post.unit.id,
        role: post.role,
        from_on: dayOf(since),
      })),
    ),
  }
}

/** A member of the staff as the product sees one who has signed in. */
export function actorOf(member: Member): StaffActor {
  return {
    kind: 'staff',
    districtId: demoDistrict,
    accountId: member.accountId,
    name: member.name,
    seats: member.posts.map(({ id, role, unit }) => ({
      postId: id,
      role,
      unitId: unit.id,
      unitKind: unit.kind,
      unitName: unit.name,
      unitPath: unit.path,
      servesPath: servesPath(unit),
    })),
  }
}
