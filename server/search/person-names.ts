import { pinyin } from 'pinyin-pro'
import { blindIndex } from '../secrets.ts'

type Keys = { name: Buffer | null; pinyin: Buffer | null }

/** A name as it is compared: without spaces and dots between its parts, in one width and case. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.・-]/g, '')

/** The name as it sounds, without tones: 林小满 → linxiaoman. */
const soundOf = (name: string) =>
  pinyin(plain(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname: 'head' })
    .join('')
    .replace(/[^a-z0-9]/g, '')

/** The keyed look-ups of a whole name and of its pinyin; null where there is nothing to look up. */
export function nameIndexes(name: string | null): Keys {
  const written = name === null ? '' : plain(name)
  const sound = written === '' ? '' : soundOf(written)
  return {
    name: written === '' ? null : blindIndex(written, 'name'),
    pinyin: sound === '' ? null : blindIndex(sound, 'pinyin'),
  }
}

/**
 * The keys under which what was typed may stand: a name as it is written, or letters as it sounds. A family name alone, or
 * anything longer than a name, finds nobody.
 */
export function findableNames(typed: string): Keys {
  const written = plain(typed)
  const isHan = /^\p{Script=Han}{2,12}$/u.test(written)
  const isLatin = /^[a-zü]{4,40}$/.test(written)
  return {
    name: isHan || isLatin ? blindIndex(written, 'name') : null,
    pinyin: isLatin ? blindIndex(written.replaceAll('ü', 'v'), 'pinyin') : null,
  }
}

/** What was typed as a whole telephone number, in the shape in which numbers are kept; undefined when it is none. */
export function plainPhone(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s\-—–()]/g, '')
    .replace(/^(\+|00)86/, '')
  return /^\d{7,16}$/.test(digits) ? digits : undefined
}
