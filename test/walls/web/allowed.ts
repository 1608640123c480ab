import { isRefusal } from '#domain/refusal.ts'

export const both = [isRefusal, document.title]
