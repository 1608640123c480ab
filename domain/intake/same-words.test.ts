import { describe, expect, it } from 'vitest'
import { sameWordsKey } from './same-words.ts'

describe('the same words', () => {
  it('are the same in whatever signs, width and spacing they were typed', () => {
    expect(sameWordsKey('３号楼，楼道灯不亮！ ABC')).toBe(sameWordsKey('3号楼 楼道灯不亮。abc\n'))
  })
  it('differ by a number', () => {
    expect(sameWordsKey('3号楼漏水')).not.toBe(sameWordsKey('4号楼漏水'))
  })
  it('are the signs themselves where nothing else was typed', () => {
    expect(sameWordsKey(' ——！？')).not.toBe(sameWordsKey('……'))
  })
})
