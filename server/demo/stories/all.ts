import { careStories } from './care.ts'
import { dailyStories } from './daily.ts'
import { disputeStories } from './disputes.ts'
import { hazardStories } from './hazards.ts'
import { neighbourStories } from './neighbours.ts'
import { orderStories } from './order.ts'
import type { Story } from './story.ts'
import { streetStories } from './streets.ts'
import { waterStories } from './water.ts'

/** Everything that happens in the demo district and is handled there. */
export const stories: readonly Story[] = [
  ...streetStories,
  ...waterStories,
  ...neighbourStories,
  ...disputeStories,
  ...orderStories,
  ...hazardStories,
  ...careStories,
  ...dailyStories,
]
