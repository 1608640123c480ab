import { pinyin } from 'pinyin-pro'
import { blindIndex } from '../secrets.ts'

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
export function nameIndexes(name: string | null): { name: Buffer | null; pinyin: Buffer | null } {
  const written = name === null ? '' : plain(name)
  const sound = written === '' ? '' : soundOf(written)
  return {
    name: written === '' ? null : blindIndex(written, 'name'),
    pinyin: sound === '' ? null : blindIndex(sound, 'pinyin'),
  }
}
