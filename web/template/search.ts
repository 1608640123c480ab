export type TemplateSearch = { id?: string; add?: true }

/** What the address of the templates names; anything else is dropped. */
export function readTemplateSearch({ id, add }: Record<string, unknown>): TemplateSearch {
  return { ...(typeof id === 'string' ? { id } : {}), ...(add === true ? { add } : {}) }
}
