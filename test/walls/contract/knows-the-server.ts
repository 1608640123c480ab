import { newId } from '#server/ids.ts'

export const id = newId
