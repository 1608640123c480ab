import { readFileSync } from 'node:fs'
import { isRefusal } from '#domain/refusal.ts'

export const both = [readFileSync, isRefusal]
