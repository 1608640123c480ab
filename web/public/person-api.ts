import type { AboutMe, OwnRequest } from '#contract/subject.ts'
import { isUuidv7 } from '#domain/id.ts'
import { readQueryCode } from '#domain/matter/number.ts'
import { at, atMy, call, type Opened } from './api.ts'

export type { AboutMe, OwnRequest }

/** Which appeal an address names: by the id of one that stands with the number, or by its query code. */
export function openedBy(district: number, fragment: string): Opened | undefined {
  if (isUuidv7(fragment)) return { district, appealId: fragment }
  const queryCode = readQueryCode(fragment)
  return queryCode === undefined ? undefined : { district, queryCode }
}

const ownPath = (district: number, appealId: string) => `${atMy(district)}/appeals/${appealId}/person`

/** What is held on the person behind an appeal. */
export const seePerson = (opened: Opened) =>
  'queryCode' in opened
    ? call<AboutMe>('POST', `${at(opened.district)}/track/person`, { queryCode: opened.queryCode })
    : call<AboutMe>('GET', ownPath(opened.district, opened.appealId))

/** Asks for a correction, an erasure or an explanation; the same id again is the same request. */
export const askPerson = (opened: Opened, body: { id: string; wish: unknown }) =>
  'queryCode' in opened
    ? call<AboutMe>('POST', `${at(opened.district)}/track/person/requests`, {
        queryCode: opened.queryCode,
        ...body,
      })
    : call<AboutMe>('POST', `${ownPath(opened.district, opened.appealId)}/requests`, body)
