import type { Language } from '#domain/mediation/proposal.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'
import { demoDistrict } from './units.ts'

const abouts = [
  '在社区做了多年，邻里的事先听完再说理。',
  '从法庭退下来，愿意把法律讲成家常话。',
  '楼上楼下、老人小孩都熟，晚上也可以约。',
  '会看图纸，漏水、装修的事先到现场看。',
] as const
const classes = [['02'], ['02', '03'], ['03'], ['04', '02']] as const
const spoken: readonly (readonly Language[])[] = [
  ['mandarin', 'local'],
  ['mandarin', 'local', 'sign'],
  ['mandarin', 'wu'],
  ['mandarin', 'local', 'english'],
]

/** What the mediators of the demo are good at; most have agreed to stand on the public page. */
export function mediatorRows(random: Random, members: readonly Member[], now: number) {
  const mediators = members.filter(({ posts }) => posts.some(({ role }) => role === 'mediator'))
  return mediators.map(({ personId }, i) => ({
    ...{ district_id: demoDistrict, person_id: personId },
    ...{
      specialities: [...(classes[i % classes.length] ?? [])],
      languages: [...(spoken[i % spoken.length] ?? [])],
    },
    ...{
      since_year: 2008 + random.int(0, 14),
      about: abouts[i % abouts.length] ?? '',
      is_public: i % 5 !== 4,
    },
    ...{ version: 1, changed_at: new Date(now).toISOString() },
  }))
}
