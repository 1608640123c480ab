import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'

const keys = { DATABASE_URL: 'postgres://x', MAPLE_FIELD_KEY: 'x', MAPLE_INDEX_KEY: 'x' }
const whole = {
  MAPLE_OIDC_ISSUER: 'https://id.example.test',
  MAPLE_OIDC_CLIENT_ID: 'maple',
  MAPLE_OIDC_CLIENT_SECRET: 'told',
}
const production = { MAPLE_MODE: 'production', MAPLE_PUBLIC_URL: 'https://maple.example.test' }
const read = (env: Record<string, string>) => readConfig({ ...keys, ...env }).provider

describe('the identity platform in the environment', () => {
  test('is off unless an issuer is named', () => {
    expect(read({})).toBeUndefined()
  })

  test('is read with defaults that suit most platforms', () => {
    expect(read(whole)).toEqual({
      ...{ issuer: 'https://id.example.test', clientId: 'maple', clientSecret: 'told', claim: 'sub' },
      ...{ name: '统一身份认证', scope: 'openid', acr: [], amr: [], hosts: ['id.example.test'] },
    })
  })

  test('takes lists, other hosts and the secret out of a file', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'maple-secret-')), 'secret')
    await writeFile(file, 'in a file\n')
    const { MAPLE_OIDC_CLIENT_SECRET: _, ...rest } = whole
    expect(
      read({
        ...rest,
        ...{
          MAPLE_OIDC_CLIENT_SECRET_FILE: file,
          MAPLE_OIDC_NAME: '溪政通',
          MAPLE_OIDC_ACR: 'level3, level4',
        },
        ...{ MAPLE_OIDC_AMR: 'otp hwk', MAPLE_OIDC_CLAIM: 'staff_no', MAPLE_OIDC_SCOPE: 'openid staff' },
        MAPLE_OIDC_HOSTS: 'Keys.example.test:8443',
      }),
    ).toMatchObject({
      ...{ clientSecret: 'in a file', name: '溪政通', acr: ['level3', 'level4'], amr: ['otp', 'hwk'] },
      ...{ claim: 'staff_no', scope: 'openid staff' },
      hosts: ['id.example.test', 'keys.example.test:8443'],
    })
  })

  test.each([
    ['http on this machine', { MAPLE_OIDC_ISSUER: 'http://127.0.0.1:9000' }],
    ['http on this machine by name', { MAPLE_OIDC_ISSUER: 'http://localhost:9000/realm' }],
    ['https in production', production],
  ])('takes %s', (_, env) => {
    expect(read({ ...whole, ...env })).toBeDefined()
  })

  test.each([
    [{ MAPLE_OIDC_ISSUER: 'id.example.test' }, 'MAPLE_OIDC_ISSUER must be an address such as'],
    [
      { MAPLE_OIDC_ISSUER: 'http://id.example.test' },
      'must begin with https://, or with http:// on this machine',
    ],
    [{ MAPLE_OIDC_ISSUER: 'ftp://localhost' }, 'must begin with https://, or with http:// on this machine'],
    [
      { ...production, MAPLE_OIDC_ISSUER: 'http://127.0.0.1:9000' },
      'in production MAPLE_OIDC_ISSUER must begin',
    ],
    [{ MAPLE_OIDC_ISSUER: 'https://id.example.test/?a=1' }, 'without user name, ? and #'],
    [{ MAPLE_OIDC_CLIENT_ID: '' }, 'MAPLE_OIDC_CLIENT_ID is not set'],
    [
      { MAPLE_OIDC_CLIENT_SECRET: '' },
      'MAPLE_OIDC_CLIENT_SECRET or MAPLE_OIDC_CLIENT_SECRET_FILE is not set',
    ],
    [{ MAPLE_OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'only one of'],
    [{ MAPLE_OIDC_CLIENT_SECRET: '', MAPLE_OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'cannot be read'],
    [{ MAPLE_OIDC_CLAIM: 'email' }, 'MAPLE_OIDC_CLAIM must not be email'],
    [{ MAPLE_OIDC_CLAIM: 'preferred_username' }, 'MAPLE_OIDC_CLAIM must not be preferred_username'],
    [{ MAPLE_OIDC_SCOPE: 'profile' }, 'MAPLE_OIDC_SCOPE must hold openid'],
    [{ MAPLE_OIDC_AMR: 'otp,pwd' }, 'a password is no second factor'],
    [{ MAPLE_OIDC_NAME: '名'.repeat(21) }, 'MAPLE_OIDC_NAME must have at most 20 signs'],
    [{ MAPLE_OIDC_ISSUER: '' }, 'MAPLE_OIDC_CLIENT_ID is set, but MAPLE_OIDC_ISSUER is not'],
  ])('says what is wrong with %o', (env, told) => {
    expect(() => read({ ...whole, ...env })).toThrow(told)
  })
})
