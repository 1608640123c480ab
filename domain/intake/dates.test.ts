import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMoment } from './dates.ts'

const at = (iso: string) => Date.parse(iso)
const timed = (iso: string) => ({ at: at(`${iso}+08:00`), hasTime: true })
const dayOnly = (day: string) => ({ at: at(`${day}T00:00:00+08:00`), hasTime: false })

describe('reading a date as typed', () => {
  it.each([
    ['2026-11-03 14:05', '2026-11-03T14:05:00'],
    ['2026-11-03 14:05:09', '2026-11-03T14:05:09'],
    ['2026-11-03 14:05:09.123', '2026-11-03T14:05:09'],
    ['2026/11/3 14:05:09', '2026-11-03T14:05:09'],
    ['2026.11.3 9:05', '2026-11-03T09:05:00'],
    ['２０２６－１１－０３　１４：０５', '2026-11-03T14:05:00'],
    ['2026年11月3日 14时05分', '2026-11-03T14:05:00'],
    ['2026年11月3日14时05分30秒', '2026-11-03T14:05:30'],
    ['2026年11月3日14时', '2026-11-03T14:00:00'],
    ['2026年11月3日 14点半', '2026-11-03T14:30:00'],
    ['2026年11月3日 下午2点05分', '2026-11-03T14:05:00'],
    ['2026年11月3日星期二 下午 2:05', '2026-11-03T14:05:00'],
    ['2026-11-03（周二）上午9:30', '2026-11-03T09:30:00'],
    ['2026/11/3 2:05 PM', '2026-11-03T14:05:00'],
    ['2026/11/3 12:05 AM', '2026-11-03T00:05:00'],
    ['2026-11-03 中午12:30', '2026-11-03T12:30:00'],
    ['2026-11-03T14:05:09', '2026-11-03T14:05:09'],
    ['2026-11-03T06:05:09Z', '2026-11-03T14:05:09'],
    ['2026-11-03T14:05:09+08:00', '2026-11-03T14:05:09'],
    ['2026-11-03T07:05:09+01:00', '2026-11-03T14:05:09'],
    ['20261103140509', '2026-11-03T14:05:09'],
    ['202611031405', '2026-11-03T14:05:00'],
    ['46329.586805555555', '2026-11-03T14:05:00'],
    ['2026-11-03 24:00', '2026-11-04T00:00:00'],
    ['13/11/2026 8:00', '2026-11-13T08:00:00'],
    ['11/13/2026 8:00', '2026-11-13T08:00:00'],
  ])('takes %s', (text, iso) => {
    expect(readMoment(text)).toEqual(timed(iso))
  })

  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['2026年11月3号', '2026-11-03'],
    ['2026/2/28', '2026-02-28'],
    ['2028/2/29', '2028-02-29'],
    ['20261103', '2026-11-03'],
    ['46329', '2026-11-03'],
    ['11/11/2026', '2026-11-11'],
  ])('takes %s as a day without a time', (text, day) => {
    expect(readMoment(text)).toEqual(dayOnly(day))
  })

  it.each([
    ['11/3/2026', 'ambiguous'],
    ['3-11-2026 14:05', 'ambiguous'],
    ['2026-02-29', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['2026-11-31 10:00', 'impossible'],
    ['2026-11-03 25:00', 'impossible'],
    ['2026-11-03 10:60', 'impossible'],
    ['1926-11-03', 'impossible'],
    ['13/13/2026', 'impossible'],
    ['26-11-03', 'unreadable'],
    ['2026-11', 'unreadable'],
    ['2026-11-03 下周', 'unreadable'],
    ['2026-11-03 14', 'unreadable'],
    ['5个工作日', 'unreadable'],
    ['尽快', 'unreadable'],
    ['14:05', 'unreadable'],
    ['99999', 'unreadable'],
    ['', 'unreadable'],
  ])('says of %s that it is %s', (text, trouble) => {
    expect(readMoment(text)).toBe(trouble)
  })

  it('gives back every second of the century, in each spelling', () => {
    const second = fc.integer({
      min: at('2000-01-01T00:00:00+08:00') / 1000,
      max: at('2099-12-31T23:59:59+08:00') / 1000,
    })
    fc.assert(
      fc.property(second, (seconds) => {
        const wall = new Date(seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)
        const [day = '', time = ''] = wall.split('T')
        const [year, month, date] = day.split('-').map(Number)
        const moment = { at: seconds * 1000, hasTime: true }
        for (const text of [
          wall,
          `${day} ${time}`,
          `${year}/${month}/${date} ${time}`,
          `${year}年${month}月${date}日 ${time}`,
        ]) {
          expect(readMoment(text)).toEqual(moment)
        }
        const serial = (seconds + 8 * 3600) / 86_400 + 25_569
        expect(readMoment(serial.toFixed(10)).valueOf()).toMatchObject({ at: seconds * 1000 })
      }),
    )
  })

  it('never throws and never leaves the century', () => {
    const sign = fc.constantFrom(...'0123456789年月日时分秒-/.: TZ+上午下午pm周一(）')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: sign, maxLength: 24 })), (text) => {
        const read = readMoment(text)
        if (typeof read === 'string') return
        expect(read.at).toBeGreaterThanOrEqual(at('1999-12-31T00:00:00Z'))
        expect(read.at).toBeLessThanOrEqual(at('2100-01-02T00:00:00Z'))
      }),
      { numRuns: 1000 },
    )
  })
})
