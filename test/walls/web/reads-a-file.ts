import { readFileSync } from 'node:fs'

export const law = readFileSync('law.txt', 'utf8')
