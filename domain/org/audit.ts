/** What people did, or tried, at the door and with their own proofs. */
export const accountOutcomes = [
  'in',
  'wrongPassword',
  'wrongFactor',
  'disabled',
  'out',
  'passwordChanged',
  'factorAdded',
  'factorRemoved',
  'codesRenewed',
] as const
export type AccountOutcome = (typeof accountOutcomes)[number]

/** The records that the auditor reads, by what is asked of them. */
export const auditKinds = [
  'signIn',
  'failed',
  'proof',
  'people',
  'rules',
  'doors',
  'reveal',
  'export',
  'print',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** The outcomes at the door that each of the first three kinds holds. */
export const outcomesOf = {
  signIn: ['in', 'out'],
  failed: ['wrongPassword', 'wrongFactor', 'disabled'],
  proof: ['passwordChanged', 'factorAdded', 'factorRemoved', 'codesRenewed'],
} as const satisfies Partial<Record<AuditKind, readonly AccountOutcome[]>>
