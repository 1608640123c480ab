import type { noticeRoutes } from '#contract/notice.ts'
import type { noticeChoiceRoutes } from '#contract/notice-choice.ts'
import type { outletRoutes } from '#contract/outlet.ts'
import type { Functions } from '../http/bind.ts'
import { getNoticeChoice, saveNoticeChoice } from './choices.ts'
import { seeNotices } from './commands.ts'
import { askMail, confirmMail, removeMail } from './mail-address.ts'
import { listOutbox, sendAgain } from './outbox.ts'
import { addOutlet, editOutlet, listOutlets, removeOutlet, renewSecret, testOutlet } from './outlets.ts'
import { countNotices, listNotices } from './queries.ts'

export const noticeFunctions: Functions<typeof noticeRoutes & typeof noticeChoiceRoutes> = {
  ...{ listNotices, countNotices, seeNotices, getNoticeChoice, saveNoticeChoice },
  ...{ askMail, confirmMail, removeMail },
}

export const outletFunctions: Functions<typeof outletRoutes> = {
  ...{ listOutlets, addOutlet, editOutlet, renewSecret, removeOutlet, testOutlet, listOutbox, sendAgain },
}
