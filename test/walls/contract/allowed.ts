import { isRefusal } from '#domain/refusal.ts'

export const itself = isRefusal
