import type { hallRoutes } from '#contract/hall.ts'
import type { Functions } from '../http/bind.ts'
import { callNext, moveTicket, saveHall, sitAt } from './commands.ts'
import { getDisplay, getKiosk, getTicket, takeAtKiosk } from './public.ts'
import { getHall, listHalls, listMyCalls, revealTicket } from './reading.ts'
import { takeTicket } from './take.ts'

export const hallFunctions: Functions<typeof hallRoutes> = {
  listHalls,
  getHall,
  saveHall,
  sitAt,
  takeTicket,
  callNext,
  moveTicket,
  listMyCalls,
  revealTicket,
  getKiosk,
  takeAtKiosk,
  getTicket,
  getDisplay,
}
