import { freshId } from './factory.ts'
import type { Sample } from './samples.ts'

/** What a browser's passkey would answer, in shape only. */
const answer = () => ({
  ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', authenticatorAttachment: 'platform' },
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
  clientExtensionResults: {},
})

/** What a person hands in about signing in, second factors, the policy and the record. */
export function accountSamples() {
  const id = freshId()
  const asked = { kind: 'signIn', account: id, from: '2026-11-01', to: '2026-11-30', limit: '10' }
  const back = { code: 'code', iss: 'https://id.example.test', error: 'access_denied' }
  return {
    giveFactor: { body: { code: '000000' } },
    askPasskey: {},
    signInByPasskey: { body: { answer: answer() } },
    prove: { login: 'housing2', body: { password: 'not it' } },
    ...{ getFactors: {}, beginTotp: {}, removeTotp: {}, renewCodes: {}, askNewPasskey: {} },
    confirmTotp: { body: { code: '000000' } },
    addPasskey: { body: { id, name: '工作手机', answer: answer() } },
    renamePasskey: { params: { id }, body: { name: '工作手机' } },
    removePasskey: { params: { id } },
    getPolicy: { login: 'security' },
    publishPolicy: {
      login: 'security',
      body: {
        ...{ commandId: freshId(), version: 99, reason: '按等级保护要求' },
        data: {
          ...{ idleMinutes: 30, sessionHours: 8, sessionsMost: 3, passwordDays: 90 },
          factorRoles: ['auditor'],
        },
      },
    },
    listSecured: { login: 'security', query: { q: '文', lacking: '1', cursor: id, limit: '10' } },
    resetFactors: { login: 'security', params: { id }, body: { commandId: freshId(), reason: '手机丢失' } },
    askProvider: { body: { from: '/console/matters/mine' } },
    signInByProvider: { body: { ...back, state: `in.${'s'.repeat(43)}` } },
    ...{ getIdentity: {}, askIdentity: {}, unlinkIdentity: {} },
    linkIdentity: { body: { ...back, state: `link.${'s'.repeat(43)}` } },
    removeIdentity: { login: 'security', params: { id }, body: { commandId: freshId(), reason: '调离' } },
    listAudit: { login: 'auditor', query: { ...asked, cursor: `1790000000000.${id}` } },
    listAudited: { login: 'auditor', query: { q: '文' } },
  } as const satisfies Record<string, Omit<Sample, 'login'> & { login?: Sample['login'] }>
}
