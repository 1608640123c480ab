import type { meetingRoutes } from '#contract/meeting.ts'
import type { Functions } from '../http/bind.ts'
import { callMeeting } from './call.ts'
import { readMeetingFile } from './files.ts'
import { saveMinutes } from './minutes.ts'
import { answerInvitation, moveMeeting } from './moves.ts'
import { drawMeetingPaper } from './papers.ts'
import { listMeetingUnits } from './people.ts'
import { getMeeting, listMatterMeetings, listMeetings, listMeetingTasks } from './queries.ts'
import { suggestAgenda } from './suggest.ts'
import { moveMeetingTask } from './tasks.ts'

export const meetingFunctions: Functions<typeof meetingRoutes> = {
  ...{ listMeetings, getMeeting, callMeeting, listMeetingUnits, suggestAgenda, answerInvitation },
  ...{ saveMinutes, moveMeeting, drawMeetingPaper, readMeetingFile },
  ...{ listMeetingTasks, moveMeetingTask, listMatterMeetings },
}
