import type { StaffActor } from '#domain/actor.ts'
import type { Role } from '#domain/org/roles.ts'
import { actorOf, type Member } from './staff.ts'
import type { Story } from './stories/story.ts'
import type { DemoTree, DemoUnit } from './units.ts'

export type Hand = { unit: DemoUnit; actor: StaffActor }

/** Who plays which part in one matter. */
export type Cast = {
  community: DemoUnit
  streetCentre: DemoUnit
  /** Accepts, sorts and dispatches. */
  sorter: StaffActor
  /** Verifies and closes: never who did the work. */
  checker: StaffActor
  reviser: StaffActor
  /** Of the street: calls departments, and rules where something was returned. */
  dispatcher: StaffActor
  handler: Hand
  /** To whom it goes first by mistake, when it does. */
  wrong: Hand
  clerk: StaffActor
  gridWorker: StaffActor
}

const wrongFirst = ['D01', 'D13', 'D17', 'D08', 'D02', 'D14']

/** Finds the people for the matters of a tree. In: the tree, its staff, the path of its root. */
export function castingFor(tree: DemoTree, members: readonly Member[], rootPath: string) {
  const units = new Map(tree.units.map((unit) => [unit.path, unit]))
  const actors = new Map(
    members.flatMap((m) => m.posts.map((post) => [`${post.role} ${post.unit.path}`, actorOf(m)] as const)),
  )
  const unitAt = (path: string): DemoUnit => {
    const unit = units.get(path)
    if (!unit) throw new Error(`no unit at ${path}`)
    return unit
  }
  const actorAt = (role: Role, path: string): StaffActor => {
    const actor = actors.get(`${role} ${path}`)
    if (!actor) throw new Error(`no ${role} at ${path}`)
    return actor
  }
  const hand = (role: Role, path: string): Hand => ({ unit: unitAt(path), actor: actorAt(role, path) })
  const upTo = (path: string, depth: number) =>
    `/${path
      .split('/')
      .slice(1, depth + 1)
      .join('/')}/`

  const handlerOf = (by: Story['by'], place: DemoUnit): Hand => {
    const [street, community, grid] = [upTo(place.path, 2), upTo(place.path, 3), upTo(place.path, 4)]
    const utilities = { water: 'Q01/', power: 'Q02/', gas: 'Q03/' } as const
    switch (by) {
      case 'company':
        return hand('departmentOfficer', `${community}Q01/`)
      case 'grid':
        return hand('gridWorker', grid)
      case 'community':
        return hand('communityClerk', community)
      case 'committee':
        return hand('mediator', `${community}TW/`)
      case 'studio':
        return hand('mediator', units.has(`${street}GZ1/`) ? `${street}GZ1/` : `${community}TW/`)
      case 'water':
      case 'power':
      case 'gas':
        return hand('departmentOfficer', rootPath + utilities[by])
      default:
        return hand('departmentOfficer', `${rootPath}${by}/`)
    }
  }

  /** The cast of a matter at a place. `atDesk`: it came to the street's own counter and stays with it. */
  return (story: Story, place: DemoUnit, atDesk: boolean, pick: <T>(list: readonly T[]) => T): Cast => {
    const [street, community] = [upTo(place.path, 2), upTo(place.path, 3)]
    const dispatcher = actorAt('dispatcher', `${street}ZX/`)
    const clerk = actorAt('communityClerk', community)
    const handler = handlerOf(story.by, place)
    // A community calls its own people and the companies; departments are called by the street.
    const isBeyond = handler.unit.kind === 'department' || handler.unit.kind === 'studio'
    const sorter = atDesk || isBeyond ? dispatcher : clerk
    return {
      community: unitAt(community),
      streetCentre: unitAt(`${street}ZX/`),
      sorter,
      checker: handler.actor === clerk || handler.actor.accountId === sorter.accountId ? dispatcher : sorter,
      dispatcher,
      reviser: actorAt('deskOfficer', `${street}ZX/`),
      handler,
      wrong: handlerOf(pick(wrongFirst.filter((code) => code !== story.by)) as Story['by'], place),
      clerk,
      gridWorker: actorAt('gridWorker', upTo(place.path, 4)),
    }
  }
}
