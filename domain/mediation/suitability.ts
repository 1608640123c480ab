import type { Route } from '../matter/matter.ts'
import type { MediationType } from './mediation.ts'

export type Obstacle = {
  /** The rule it follows, as printed beside it. */
  article: string
  /** Where the person is sent instead. */
  routes: readonly Route[]
  /** The types it stands against; absent: all. */
  types?: readonly MediationType[]
}

/** What may not be mediated, with its article (domain rules §1.2, suitable and unsuitable; §7.3 for violence at home). */
export const obstacles = {
  inCourt: {
    article: '人民调解工作若干规定 22; 徐汇 leaflet',
    routes: ['court'],
    types: ['people', 'administrative', 'lawyer', 'industry', 'joint'],
  },
  elsewhere: { article: '鲁信访〔2025〕6号', routes: ['answeredBefore'] },
  exclusive: { article: '鲁信访〔2025〕6号', routes: ['court'] },
  administrative: {
    article: '鲁信访〔2025〕6号',
    routes: ['review', 'court'],
    types: ['people', 'lawyer', 'industry', 'joint'],
  },
  petitionInLaw: { article: '信访工作条例 31', routes: ['petition', 'court'] },
  crime: { article: '人民调解法 25', routes: ['police'] },
  identity: { article: '民事诉讼法 96', routes: ['court'] },
  forbidden: { article: '人民调解工作若干规定 22', routes: ['court'] },
} as const satisfies Record<string, Obstacle>

export type ObstacleName = keyof typeof obstacles
export const obstacleNames = Object.keys(obstacles) as ObstacleName[]

/** The first of what stands against a type of mediation, or undefined. */
export function whyUnsuitable(type: MediationType, found: readonly ObstacleName[]): ObstacleName | undefined {
  return obstacleNames.find((name) => {
    const { types }: Obstacle = obstacles[name]
    return found.includes(name) && (types === undefined || types.includes(type))
  })
}
