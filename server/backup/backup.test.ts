import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type BackedUp, contents, filesBelow, key, makeBackedUp } from '#test/backups.ts'
import { Client } from '#test/client.ts'
import { makeEmptyDatabase, type TestDatabase } from '#test/database.ts'
import { freshId, password } from '#test/factory.ts'
import { typed } from '#test/logs.ts'
import { matterIn } from '#test/matters.ts'
import { buildApp } from '../app.ts'
import { sealRound } from '../audit/jobs.ts'
import { openDatabase, openPool } from '../db/pool.ts'
import { readSecrets } from '../embedded/secrets.ts'
import { diskStore } from '../files/file-store.ts'
import { startHub } from '../live/hub.ts'

// Story 29, the part of the backup: what was made on one machine stands on another, whole, or not at all.

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

describe('a backup', () => {
  test('is one file for its owner only, in which nothing can be read', async () => {
    expect((await stat(bed.good)).mode & 0o777).toBe(0o600)
    const bytes = await readFile(bed.good)
    expect(bytes.subarray(0, 15).toString()).toBe('maple-backup 1 ')
    for (const word of ['楼道灯', 'matter_action', '0015_rulesadmin'])
      expect(bytes.includes(word)).toBe(false)
    expect(await readdir(bed.folder)).toEqual(['good.maple', 'home'])
  })

  test('is restored on another server with every row, every file and every lock, and the product goes on there', async () => {
    const target = await makeEmptyDatabase()
    const there = join(bed.folder, 'there')
    const args = ['restore', '--from', bed.good, '--into', target.url, '--home', there]
    const { code, out, err } = await typed(key, ...args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^Restored: of \d{4}-.*, schema \d{4}, \d+ tables, (\d+) rows, 17 chains; \1 rows and 2 files/,
    )
    expect(await contents(target.url)).toEqual(await contents(bed.server.url))
    expect(await filesBelow(join(there, 'files'))).toEqual(await filesBelow(join(bed.home, 'files')))
    expect(await typed({ DATABASE_URL: target.url }, 'verify')).toMatchObject({ code: 0 })

    const pool = openPool(target.url, 4)
    const faults: unknown[] = []
    const db = openDatabase(pool)
    const hub = startHub(db, target.url, (fault) => faults.push(fault))
    const app = await buildApp(
      { ...bed.server.platform, db, files: diskStore(join(there, 'files')) },
      { hub, rateLimits: false },
    )
    const on = (login: string) =>
      new Client({ app, clock: () => bed.server.now, faults }, { login, password })
    const page = await on('clerk').ok('getMatter', { params: { id: bed.matter.id } })
    expect(page.state).toBe('handling')
    const { phone } = await on('clerk').ok('revealContact', {
      params: { id: bed.matter.id },
      body: { commandId: freshId(), appealId: bed.matter.appealId, purpose: '回访' },
    })
    expect(phone).toContain('0000')
    await on('housing').move(bed.matter.id, 'submit', { result: '已修好', outcome: 'solved' })
    // three sign-ins, what was revealed, and the move
    expect(await sealRound({ db, clock: () => bed.server.now })).toBe(5)
    await hub.stop()
    await app.close()
    await pool.end()
    expect(await typed({ DATABASE_URL: target.url }, 'verify')).toMatchObject({ code: 0 })
    expect(faults).toEqual([])
    await target.close()
  })

  test('is proved on a server made for it and thrown away', async () => {
    const { code, out, err } = await typed(key, 'verify-backup', '--from', bed.good)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /17 chains end as they ended\n\d+ rows under 16 seals and 3 histories were followed\n/,
    )
    expect(out).toMatch(/2 files \(\d+ bytes\), 1 of them compared with the database\nThe backup is good\n$/)
  })

  test('stands up on a bare machine with the embedded server, once the keys are there', async () => {
    const bare = join(bed.folder, 'bare')
    const args = ['restore', '--from', bed.good]
    expect(await typed({ ...key, MAPLE_HOME: bare }, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Put secrets.json of the old installation into'),
    })
    readSecrets(bare)
    expect(await typed({ ...key, MAPLE_HOME: bare }, ...args)).toMatchObject({ code: 0, err: '' })
    expect(await filesBelow(join(bare, 'files'))).toHaveLength(2)
    expect(await typed({ MAPLE_HOME: bare }, 'verify')).toMatchObject({ code: 0 })
    await rm(bare, { recursive: true })
  })

  test('whose database was tampered with before, or which lacks a file, is restored and the findings are named', async () => {
    const [file] = (await filesBelow(join(bed.home, 'files'))).filter((path) => path.endsWith('full'))
    const path = join(bed.home, 'files', file ?? '')
    const bytes = await readFile(path)
    await rm(path)
    await bed.server.owner.query(`alter table read_log disable trigger append_only`)
    await bed.server.owner.query(`update read_log set purpose = purpose || '。'`)
    const bad = join(bed.folder, 'bad.maple')
    expect(await typed(bed.env, 'backup', '--to', bad)).toMatchObject({ code: 0 })
    const { code, out } = await typed(key, 'verify-backup', '--from', bad, '--server', inject('server').url)
    expect(code).toBe(1)
    expect(out.match(/read_log changed/g)).toHaveLength(4)
    expect(out).toMatch(/^file 339901\/.*-full is missing$/m)
    expect(out).toMatch(/5 findings\n$/)
    await bed.server.owner.query(`update read_log set purpose = rtrim(purpose, '。')`)
    await bed.server.owner.query(`alter table read_log enable always trigger append_only`)
    await writeFile(path, bytes)
    await rm(bad)
  })

  test('is taken of one instant while people go on writing', async () => {
    const busy = join(bed.folder, 'busy.maple')
    const writing = { isOver: false, count: 0 }
    const backing = typed(bed.env, 'backup', '--to', busy).finally(() => {
      writing.isOver = true
    })
    for (; !writing.isOver; writing.count++) await matterIn(bed.server, 'received')
    expect((await backing).code).toBe(0)
    expect(writing.count).toBeGreaterThan(0)
    const args = ['verify-backup', '--from', busy, '--server', inject('server').url]
    expect(await typed(key, ...args)).toMatchObject({ code: 0 })
    await rm(busy)
  })

  test('is sealed with a passphrase as well', async () => {
    const words = { MAPLE_BACKUP_PASSPHRASE: '枫桥 试装区 备份 口令 二〇二六年 十一月' }
    const path = join(bed.folder, 'words.maple')
    expect(await typed({ ...bed.env, MAPLE_BACKUP_KEY: '', ...words }, 'backup', '--to', path)).toMatchObject(
      {
        code: 0,
      },
    )
    const args = ['restore', '--from', path, '--into', other.url, '--home', join(bed.folder, 'other')]
    expect(
      await typed({ MAPLE_BACKUP_PASSPHRASE: '另外一个口令，也有十六个字符以上' }, ...args),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('MAPLE_BACKUP_PASSPHRASE does not open this backup'),
    })
    expect(await typed(key, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs MAPLE_BACKUP_PASSPHRASE'),
    })
    const target = await makeEmptyDatabase()
    const fine = ['restore', '--from', path, '--into', target.url, '--home', join(bed.folder, 'words')]
    expect(await typed(words, ...fine)).toMatchObject({ code: 0 })
    await target.close()
    await rm(path)
    await rm(join(bed.folder, 'words'), { recursive: true })
  })
})
