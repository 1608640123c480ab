import type { Sentence } from '../words/language.ts'

/** HTTP status and the whole sentence in both languages; each says what to do next. */
export type Row = Sentence & { status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 }
