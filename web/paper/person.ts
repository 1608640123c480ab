import type { PaperView } from '#contract/paper.ts'
import { chinese as words } from './chinese.ts'

const shown = ({ person }: PaperView, value: string | null): string =>
  person.shown === 'secret' ? words.secret : (value ?? words.none)

/** What a paper says of the name. */
export const nameOn = (view: PaperView) => shown(view, view.person.name)
/** What a paper says of the telephone. */
export const phoneOn = (view: PaperView) => shown(view, view.person.phone)
