import { addressOf } from '#web/lib/api.ts'

export const where = addressOf
