import { expect, test } from 'vitest'
import { addressOf, isPublic, whyNotUrl } from './hook-address.ts'

const free = { isProduction: true, hosts: [] }
const workshop = { isProduction: false, hosts: [] }

test.each([
  'http://example.org/hook',
  'https://127.0.0.1/',
  'https://localhost:8443/',
  'https://10.1.2.3/',
  'https://192.168.0.9/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[fd00::1]/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://user:secret@example.org/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'example.org/hook',
  '',
])('in production no webhook goes to %s', (url) => {
  expect(whyNotUrl(url, free)).toMatchObject({ refused: 'badHookAddress', field: 'url' })
})

test('a public host may be told in production; only hosts on the list where there is one, private ones too', () => {
  expect(whyNotUrl('https://example.org:8443/hook', free)).toBeUndefined()
  const listed = { isProduction: true, hosts: ['10.1.2.3', 'gw.example.org'] }
  expect(whyNotUrl('https://10.1.2.3/hook', listed)).toBeUndefined()
  expect(whyNotUrl('https://GW.example.org/hook', listed)).toBeUndefined()
  expect(whyNotUrl('https://example.org/hook', listed)).toBeDefined()
})

test('in the clear only to this machine, and never in production', () => {
  expect(whyNotUrl('http://127.0.0.1:9000/hook', workshop)).toBeUndefined()
  expect(whyNotUrl('http://localhost/hook', workshop)).toBeUndefined()
  expect(whyNotUrl('http://10.0.0.1/hook', workshop)).toBeDefined()
  expect(whyNotUrl('http://127.0.0.1.example.org/hook', workshop)).toBeDefined()
})

test('a name that leads inside is not followed there, whatever it is called', async () => {
  await expect(addressOf('localhost', free)).rejects.toThrow('private address')
  expect(await addressOf('localhost', workshop)).toMatchObject({ family: expect.any(Number) })
  expect(await addressOf('localhost', { isProduction: true, hosts: ['localhost'] })).toBeDefined()
  await expect(addressOf('no-such-host.invalid', free)).rejects.toThrow('DNS')
})

test.each(['8.8.8.8', '2606:4700::1111'])('%s is a public address', (address) => {
  expect(isPublic(address)).toBe(true)
})
