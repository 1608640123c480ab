import type { Matter } from '#domain/matter/matter.ts'
import type { Target } from '#domain/org/targets.ts'
import { born, dispatchTo, later, played, type Step, triaged } from './play.ts'
import { units } from './scene.ts'

const sorted: Step[] = [['accept'], ['triage', triaged]]
const done: Step[] = [
  ['sign', {}, 'the signer'],
  ['submit', { result: '灯已换好。' }, 'the submitter'],
]
const hold: Step = ['askHold', { why: 'appraisal', days: 30 }, 'the asker']
const reached = { reached: true, solved: true, satisfied: 'satisfied' }

/** A matter in every state, and in the two variants that open other verbs; each reached by the moves that lead there. */
export function situations(centre: Target, handling: Target): Record<string, Matter> {
  const received = born({}, centre)
  const accepted = played(received, ...sorted)
  const dispatched = played(accepted, ['dispatch', dispatchTo(handling)])
  const handled = played(dispatched, ['sign', {}, 'the signer'])
  const submitted = played(dispatched, ...done)
  const revisiting = played(submitted, ['verify'])
  const asked = played(revisiting, ['revisit', reached])
  const closed = played(asked, ['close', { closureKind: 'resolved' }, 'somebody', later(1)])
  return {
    received,
    accepted,
    dispatched,
    handling: handled,
    returned: played(dispatched, ['return', { reason: '不属本单位职责。' }]),
    submitted,
    'revisiting, nobody asked yet': revisiting,
    'revisiting, person asked': asked,
    closed,
    'closed, reopening asked': played(closed, ['askReopen']),
    'received, two voices': played(received, ['join', { hasContact: false }]),
    'received, void asked': played(received, ['askVoid', { why: 'twice' }, 'the asker']),
    'handling, hold asked': played(handled, hold),
    'handling, extension asked': played(handled, ['askExtend', { amount: 5 }, 'the asker']),
    'handling, hold denied': played(handled, hold, ['deny', { path: units.community.path }]),
    'handling, held': played(handled, hold, ['grantHold']),
    'handling, part open': played(handled, ['assist', { units: [units.otherDepartment], task: '查管线图' }]),
  }
}
