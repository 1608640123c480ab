import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type BackedUp, contents, filesBelow, key, makeBackedUp } from '#test/backups.ts'
import { makeEmptyDatabase, type TestDatabase } from '#test/database.ts'
import { typed } from '#test/logs.ts'

let bed: BackedUp
let other: TestDatabase
beforeAll(async () => {
  bed = await makeBackedUp()
  other = await makeEmptyDatabase()
})
afterAll(async () => {
  await other.close()
  await bed.close()
})

describe('refused is, and nothing of it stays,', () => {
  const piece = 65_536 + 16
  const flip = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes)
    changed[at < 0 ? changed.length + at : at] = (changed.at(at) ?? 0) ^ 1
    return changed
  }
  const bodyAt = (bytes: Buffer) => bytes.indexOf('\n') + 1 + 32
  const pieceAt = (bytes: Buffer, n: number) =>
    bytes.subarray(bodyAt(bytes) + n * piece, bodyAt(bytes) + (n + 1) * piece)

  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /The file is empty/],
    ['something else', () => Buffer.from('PGDMP and so on\n'.repeat(100)), /not a backup of ours/],
    ['one cut off in the first line', (b) => b.subarray(0, 40), /cut off in its first line/],
    ['one cut off after the first line', (b) => b.subarray(0, bodyAt(b)), /cut off: its end is missing/],
    [
      'one cut off in the middle of a piece',
      (b) => b.subarray(0, bodyAt(b) + piece + 1000),
      /changed or is damaged|cut off/,
    ],
    [
      'one cut off between two pieces',
      (b) => b.subarray(0, bodyAt(b) + 2 * piece),
      /cut off: its end is missing/,
    ],
    ['one that lacks its last byte', (b) => b.subarray(0, -1), /changed or is damaged|cut off/],
    ['one with a changed first line', (b) => flip(b, 30), /does not open this backup|not a backup of ours/],
    [
      'one with a byte changed at the beginning',
      (b) => flip(b, bodyAt(b)),
      /changed or is damaged near byte 0/,
    ],
    ['one with a byte changed at the end', (b) => flip(b, -1), /changed or is damaged near byte \d\d/],
    [
      'one with something behind its end',
      (b) => Buffer.concat([b, Buffer.from('x')]),
      /changed or is damaged/,
    ],
    [
      'one with two pieces exchanged',
      (b) =>
        Buffer.concat([
          b.subarray(0, bodyAt(b)),
          pieceAt(b, 1),
          pieceAt(b, 0),
          b.subarray(bodyAt(b) + 2 * piece),
        ]),
      /changed or is damaged near byte 0/,
    ],
  ])('%s', async (_, spoil, says) => {
    const bytes = await readFile(bed.good)
    expect(bytes.length).toBeGreaterThan(3 * piece)
    const path = join(bed.folder, 'spoilt.maple')
    await writeFile(path, spoil(bytes))
    const there = join(bed.folder, 'refused')
    const { code, err } = await typed(key, 'restore', '--from', path, '--into', other.url, '--home', there)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(says) })
    const full = Object.entries(await contents(other.url)).filter(
      ([name, text]) => text !== '' && name !== 'migration',
    )
    expect(full).toEqual([])
    expect(await filesBelow(there)).toEqual([])
  })

  test.each([
    [
      'another key',
      { MAPLE_BACKUP_KEY: Buffer.alloc(32, 8).toString('base64') },
      /MAPLE_BACKUP_KEY does not open this backup/,
    ],
    ['a key that is none', { MAPLE_BACKUP_KEY: 'short' }, /32 bytes in base64/],
    ['no key', {}, /needs MAPLE_BACKUP_KEY/],
  ])('%s', async (_, keys, says) => {
    const args = ['restore', '--from', bed.good, '--into', other.url, '--home', join(bed.folder, 'refused')]
    expect(await typed(keys, ...args)).toMatchObject({ code: 2, err: expect.stringMatching(says) })
  })

  test('a database or a bed.folder that holds something already, and a file that is there', async () => {
    const into = (url: string, there: string) =>
      typed(key, 'restore', '--from', bed.good, '--into', url, '--home', there)
    expect(await into(bed.server.url, join(bed.folder, 'refused'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not empty'),
    })
    expect(await into(other.url, bed.home)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not empty'),
    })
    expect(await typed(bed.env, 'backup', '--to', bed.good)).toMatchObject({
      code: 2,
      err: expect.stringContaining('overwrites nothing'),
    })
  })

  test('a backup in the clear, or under a key of the fields', async () => {
    const to = ['backup', '--to', join(bed.folder, 'never.maple')]
    const bare = { DATABASE_URL: bed.server.url, MAPLE_HOME: bed.home }
    expect(await typed(bare, ...to)).toMatchObject({
      code: 2,
      err: expect.stringContaining('never written in the clear'),
    })
    const same = { ...bed.env, MAPLE_FIELD_KEY: key.MAPLE_BACKUP_KEY }
    expect(await typed(same, ...to)).toMatchObject({
      code: 2,
      err: expect.stringContaining('must not be MAPLE_FIELD_KEY'),
    })
    const lost = { ...bed.env, DATABASE_URL: 'postgres://maple@127.0.0.1:1/maple' }
    expect(await typed(lost, ...to)).toMatchObject({ code: 2, err: expect.stringContaining('ECONNREFUSED') })
    expect((await readdir(bed.folder)).filter((name) => name.startsWith('never'))).toEqual([])
  })

  test('a backup that does not hold what it should, as one that cannot be proved', async () => {
    const path = join(bed.folder, 'half.maple')
    const bytes = await readFile(bed.good)
    await writeFile(path, bytes.subarray(0, bytes.length / 2))
    const args = ['verify-backup', '--from', path, '--server', inject('server').url]
    expect(await typed(key, ...args)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/cut off|damaged/),
    })
  })

  test('a backup of a newer version', async () => {
    await bed.server.owner.query(`insert into migration values ('9999_later.sql', 'x', now())`)
    const later = join(bed.folder, 'later.maple')
    expect(await typed(bed.env, 'backup', '--to', later)).toMatchObject({ code: 0 })
    await bed.server.owner.query(`delete from migration where name = '9999_later.sql'`)
    const args = ['restore', '--from', later, '--into', other.url, '--home', join(bed.folder, 'refused')]
    expect(await typed(key, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('migration 9999_later.sql'),
    })
  })
})
