import { boxes } from '#contract/list.ts'
import type { Permission } from '#domain/org/grants.ts'

type Box = (typeof boxes)[number]

const needed: Partial<Record<Box, Permission>> = {
  pool: 'matter.accept',
  request: 'matter.approve',
  assist: 'matter.part',
}

/** The lists that somebody's posts give a reason for. */
export function boxesFor(permissions: readonly Permission[]): Box[] {
  return boxes.filter((box) => permissions.includes(needed[box] ?? 'matter.read'))
}
