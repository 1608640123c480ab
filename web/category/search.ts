export type CategorySearch = { code?: string; add?: true }

/** What the address of the categories names; anything else is dropped. */
export function readCategorySearch(search: Record<string, unknown>): CategorySearch {
  const { code, add } = search
  // A code of digits only comes out of the address as a number unless it begins with 0.
  const named = typeof code === 'string' || typeof code === 'number' ? `${code}` : undefined
  return { ...(named ? { code: named } : {}), ...(add === true ? { add } : {}) }
}
