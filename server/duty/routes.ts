import type { dutyRoutes } from '#contract/duty.ts'
import type { Functions } from '../http/bind.ts'
import { exportDuties, importDuties } from './book.ts'
import { addDuty, editDuty, endDuty, setCommunityList } from './commands.ts'
import { listDutyGaps } from './gaps.ts'
import { getDuty } from './page.ts'
import { previewDuty, tryCommunityList } from './preview.ts'
import { declineDuty, getMatterDuty, listDutyProposals, proposeDuty } from './proposals.ts'
import { getDutyList, listDuties } from './queries.ts'

export const dutyFunctions: Functions<typeof dutyRoutes> = {
  ...{ listDuties, getDutyList, listDutyGaps, exportDuties, importDuties, tryCommunityList },
  ...{ setCommunityList, previewDuty, getDuty, addDuty, editDuty, endDuty },
  ...{ listDutyProposals, declineDuty, getMatterDuty, proposeDuty },
}
