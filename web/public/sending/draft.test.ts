import { expect, test } from 'vitest'
import { publicRoutes } from '#contract/public.ts'
import { uuidv7 } from '#domain/id.ts'
import { bodyOf, newDraft, problemsOf, reopened, waitMs } from './draft.ts'

let count = 0
const newId = () =>
  uuidv7(
    1_700_000_000_000,
    Uint8Array.from({ length: 10 }, () => count++ % 256),
  )
const draft = () => ({ ...newDraft(339_901, '7KQ2M', newId), words: ' 二楼的灯坏了 ' })

test('one sentence is enough', () => {
  expect(problemsOf(draft())).toEqual([])
  expect(publicRoutes.sendAppeal.body.parse(bodyOf(draft(), []))).toMatchObject({
    words: '二楼的灯坏了',
    files: [],
  })
})

test('what is missing or cannot be read is named in the order of the page', () => {
  expect(problemsOf({ ...draft(), words: ' \n ', byName: true, phone: '12' })).toEqual([
    'words',
    'name',
    'phone',
  ])
  expect(problemsOf({ ...draft(), phone: '１９９ ０００００００１' })).toEqual([])
})

test('without a name none is sent, even if one was typed before', () => {
  expect(bodyOf({ ...draft(), byName: false, name: '苏晚晴' }, [])).not.toHaveProperty('name')
  expect(bodyOf({ ...draft(), byName: true, name: ' 苏晚晴 ' }, [])).toMatchObject({ name: '苏晚晴' })
})

test('everything a person can write is taken by the contract', () => {
  const full = {
    ...draft(),
    words: '灯'.repeat(2000),
    byName: true,
    name: '苏晚晴',
    phone: '+86 199-0000-0001',
    isConfidential: true,
  }
  const body = publicRoutes.sendAppeal.body.parse(bodyOf(full, Array.from({ length: 9 }, newId)))
  expect(body).toMatchObject({ phone: '19900000001', isConfidential: true })
  expect(body.files).toHaveLength(9)
})

test('the same draft sends the same ids; a refused one opened again gets its own', () => {
  const first = draft()
  expect(bodyOf(first, [])).toEqual(bodyOf(first, []))
  const again = reopened({ ...first, stage: 'tried' }, newId)
  expect(again.stage).toBe('writing')
  expect(again.words).toBe(first.words)
  expect(new Set([...Object.values(first.ids), ...Object.values(again.ids)]).size).toBe(6)
})

test('tries grow rarer and never cease', () => {
  const waits = Array.from({ length: 12 }, (_, i) => waitMs(i + 1))
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits.at(-1)).toBe(60_000)
  expect(waitMs(0)).toBe(2_000)
})
