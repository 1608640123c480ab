import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeLooseFiles } from '#server/files/loose.ts'
import { keyOf } from '#server/files/routes.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId } from '#test/factory.ts'
import { appealBody, matterIn, report } from '#test/matters.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let photo: Buffer
beforeAll(async () => {
  server = await startServer()
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a43' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 12/1 3/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '118/1 4/1 5/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
})
afterAll(() => server.close())

const params = { district }
const upload = (file: Buffer, more: { id?: string; name?: string; mime?: string } = {}) => ({
  params: { district, id: more.id ?? freshId() },
  query: { name: more.name ?? '楼道.jpg' },
  file,
  mime: more.mime ?? 'image/jpeg',
})
async function kept(): Promise<string> {
  return (await server.visitor.ok('uploadPublicFile', upload(photo))).id
}
const bytesOf = async (login: 'clerk' | 'housing' | 'plumclerk', id: string, size = 'full') =>
  server.as(login).send('readFile', { params: { id }, query: { size } })

describe('a photograph', () => {
  test('loses place, camera and everything else that was hidden in it, and is turned upright', async () => {
    expect(photo.includes(Buffer.from('SecretPhone'))).toBe(true)
    const view = await server.visitor.ok('uploadPublicFile', upload(photo))
    expect(view).toMatchObject({ mime: 'image/jpeg', width: 480, height: 640, name: '楼道.jpg' })
    await report(server, { files: [view.id] })
    for (const size of ['full', 'small']) {
      const { rawPayload, headers } = await bytesOf('clerk', view.id, size)
      const meta = await sharp(rawPayload).metadata()
      expect([meta.exif, meta.xmp, meta.iptc, meta.icc]).toEqual([undefined, undefined, undefined, undefined])
      expect(rawPayload.includes(Buffer.from('SecretPhone'))).toBe(false)
      expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
      expect(headers['cache-control']).toContain('private')
    }
  })

  test('of another format is drawn anew as JPEG', async () => {
    for (const format of ['png', 'webp'] as const) {
      const bytes = await sharp(photo).toFormat(format).toBuffer()
      const view = await server.visitor.ok('uploadPublicFile', upload(bytes, { mime: `image/${format}` }))
      expect(view.mime).toBe('image/jpeg')
    }
  })
})

describe('a file that is not what it says', () => {
  const not = { status: 415, refused: 'badFile', field: 'file' }
  test.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['nothing', Buffer.alloc(0)],
    ['a photograph cut off', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ])('%s with the name of a photograph is refused', async (_what, bytes) => {
    expect(await server.visitor.no('uploadPublicFile', upload(bytes))).toMatchObject(not)
    expect(await server.as('clerk').no('uploadFile', upload(bytes))).toMatchObject(not)
  })

  test('a small file that would unfold to an enormous picture is refused', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(3_000_000)
    expect(await server.visitor.no('uploadPublicFile', upload(bomb, { mime: 'image/png' }))).toMatchObject(
      not,
    )
  })

  test('a PDF is for staff only, and is never shown inside a page', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
    expect(
      await server.visitor.no('uploadPublicFile', upload(pdf, { mime: 'application/pdf' })),
    ).toMatchObject(not)
    const { id } = await matterIn(server, 'handling')
    const file = await server
      .as('housing')
      .ok('uploadFile', upload(pdf, { mime: 'application/pdf', name: '报告.pdf' }))
    await server.as('housing').move(id, 'note', { text: '见附件', files: [file.id] })
    const { headers } = await bytesOf('clerk', file.id)
    expect(headers['content-disposition']).toMatch(/^inline/)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-security-policy']).toContain("object-src 'none'")
    const kept = await server.as('clerk').send('readFile', { params: { id: file.id }, query: { as: 'keep' } })
    expect(kept.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('one that is too big is refused with the limit', async () => {
    const big = Buffer.alloc(10 * 1024 * 1024 + 1)
    expect(await server.visitor.no('uploadPublicFile', upload(big))).toMatchObject({
      status: 413,
      refused: 'fileTooBig',
      facts: { max: 10 },
    })
  })

  test('a name full of tricks becomes a plain name', async () => {
    const name = `../../<b>"灯"\r\nX: y</b>.jpg`
    const view = await server.visitor.ok('uploadPublicFile', upload(photo, { name }))
    expect(view.name).not.toMatch(/[<>"/\\\r\n]/)
  })
})

describe('an upload', () => {
  test('sent again answers as the first time, and its id is nobody else’s', async () => {
    const given = upload(photo)
    const first = await server.visitor.ok('uploadPublicFile', given)
    expect(await server.visitor.ok('uploadPublicFile', given)).toEqual(first)
    expect(await server.as('clerk').no('uploadFile', given)).toMatchObject({ refused: 'commandReused' })
    const twins = upload(photo)
    const answers = await Promise.all([1, 2, 3].map(() => server.visitor.ok('uploadPublicFile', twins)))
    expect(new Set(answers.map((a) => a.id)).size).toBe(1)
  })

  test('belongs to the first appeal that takes it; a second one is refused whole', async () => {
    const id = await kept()
    await report(server, { files: [id] })
    const body = appealBody(server.town, { files: [id] })
    expect(await server.visitor.no('sendAppeal', { params, body })).toMatchObject({
      status: 422,
      refused: 'fileMissing',
      field: 'files',
    })
    expect(await server.as('clerk').no('getMatter', { params: { id: body.matterId } })).toMatchObject({
      status: 404,
    })
    const { rowCount } = await server.owner.query('select from appeal where id = $1', [body.id])
    expect(rowCount).toBe(0)
  })

  test('taken by ten appeals at once goes to one', async () => {
    const id = await kept()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        server.visitor.send('sendAppeal', { params, body: appealBody(server.town, { files: [id] }) }),
      ),
    )
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 422)])
  })

  test('of staff can be taken by who uploaded it only, and of a visitor by no staff', async () => {
    const { id } = await matterIn(server, 'handling')
    const mine = await server.as('housing').ok('uploadFile', upload(photo))
    const theirs = await kept()
    for (const [login, file] of [
      ['housing2', mine.id],
      ['clerk', mine.id],
      ['housing', theirs],
    ] as const)
      expect(await server.as(login).moveNo(id, 'note', { text: '照片', files: [file] })).toMatchObject({
        refused: 'fileMissing',
      })
    await server.as('housing').move(id, 'note', { text: '照片', files: [mine.id] })
  })

  test('that nobody takes is gone after a day, with its bytes; a taken one stays', async () => {
    const [loose, taken] = [await kept(), await kept()]
    await report(server, { files: [taken] })
    const has = async (id: string) =>
      (await server.platform.files.get(keyOf({ district_id: district, id }, 'full'))) !== undefined
    server.pass(23 * hour)
    await removeLooseFiles(server.platform)
    expect([await has(loose), await has(taken)]).toEqual([true, true])
    server.pass(2 * hour)
    await removeLooseFiles(server.platform)
    expect([await has(loose), await has(taken)]).toEqual([false, true])
    expect((await bytesOf('clerk', taken)).statusCode).toBe(200)
    server.pass(-day - hour)
  })
})

describe('a file of a matter', () => {
  test('is seen by who sees the matter, and by the holder of the query code; nobody else', async () => {
    const fileId = await kept()
    const one = await report(server, { files: [fileId] })
    const two = await report(server)
    expect((await bytesOf('clerk', fileId)).statusCode).toBe(200)
    for (const login of ['plumclerk', 'housing'] as const) {
      const response = await bytesOf(login, fileId)
      expect([response.statusCode, response.json().refused]).toEqual([404, 'notFound'])
    }
    const mine = { queryCode: one.queryCode, fileId, size: 'full' }
    expect((await server.visitor.send('trackFile', { params, body: mine })).headers['content-type']).toBe(
      'image/jpeg',
    )
    const foreign = { queryCode: two.queryCode, fileId }
    expect(await server.visitor.no('trackFile', { params, body: foreign })).toMatchObject({ status: 404 })
  })

  test('that staff kept inside is not told to the person', async () => {
    const { id, queryCode } = await matterIn(server, 'handling')
    const [inside, told] = [
      await server.as('housing').ok('uploadFile', upload(photo)),
      await server.as('housing').ok('uploadFile', upload(photo)),
    ]
    await server.as('housing').move(id, 'note', { text: '内部', files: [inside.id] })
    await server.as('housing').move(id, 'progress', { text: '换好了', files: [told.id] })
    const fetched = (fileId: string) =>
      server.visitor.send('trackFile', { params, body: { queryCode, fileId } })
    expect([(await fetched(inside.id)).statusCode, (await fetched(told.id)).statusCode]).toEqual([404, 200])
  })

  test('no half-written file is left in the folder', async () => {
    const names = await readdir(server.folder, { recursive: true })
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
