import type { MatterPage } from '#contract/matter.ts'
import type { Sentence } from '#web/lib/words.ts'

export type FormValue = Readonly<Record<string, unknown>>
export type FormOption = { value: string; label: Sentence; note?: Sentence }

/** One control of a verb's form. The names are those of the contract's input. */
export type FieldSpec = {
  name: string
  label: Sentence
  kind:
    | 'line'
    | 'area'
    | 'choices'
    | 'wideChoices'
    | 'select'
    | 'yesNo'
    | 'check'
    | 'category'
    | 'target'
    | 'targets'
    | 'assistAlong'
    | 'colleague'
    | 'voices'
    | 'openPart'
    | 'matter'
    | 'retention'
    | 'number'
    | 'files'
    | 'mentions'
  hint?: Sentence
  isOptional?: true
  options?: readonly FormOption[]
  /** For yes and no: what the two are called. */
  yes?: Sentence
  no?: Sentence
  shownIf?: (value: FormValue) => boolean
  /** What stands there now, shown beside a correction. */
  before?: (matter: MatterPage) => string
}
