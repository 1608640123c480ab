import type { recordRoutes } from '#contract/record.ts'
import type { Functions } from '../http/bind.ts'
import { decideRegister, drawRegister, keepFile } from './commands.ts'
import { getRegister, listRegisterFiles, listRegisters } from './queries.ts'

export const recordFunctions: Functions<typeof recordRoutes> = {
  ...{ listRegisters, getRegister, listRegisterFiles },
  ...{ drawRegister, keepFile, decideRegister },
}
