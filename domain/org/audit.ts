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
  'identityLinked',
  'identityUnlinked',
] as const
export type AccountOutcome = (typeof accountOutcomes)[number]

/** What residents did, or tried, with the code that was sent to their telephone. */
export const residentOutcomes = ['in', 'wrongCode', 'out', 'outEverywhere'] as const
export type ResidentOutcome = (typeof residentOutcomes)[number]

/** The records that the auditor reads, by what is asked of them. */
export const auditKinds = [
  'signIn',
  'failed',
  'proof',
  'resident',
  'people',
  'rules',
  'doors',
  'subject',
  'supervision',
  'evaluation',
  'reveal',
  'export',
  'print',
  'open',
  'list',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** The outcomes at the door that each of the first three kinds holds. */
export const outcomesOf = {
  signIn: ['in', 'out'],
  failed: ['wrongPassword', 'wrongFactor', 'disabled'],
  proof: [
    ...['passwordChanged', 'factorAdded', 'factorRemoved', 'codesRenewed'],
    ...['identityLinked', 'identityUnlinked'],
  ],
} as const satisfies Partial<Record<AuditKind, readonly AccountOutcome[]>>

/** Everything that is done to units, people, posts and accounts; each is on record under its verb. */
export const orgVerbs = [
  'addPerson',
  'editPerson',
  'givePost',
  'endPost',
  'endAllPosts',
  'disableAccount',
  'enableAccount',
  'resetPassword',
  'addUnit',
  'editUnit',
  'closeUnit',
  'reopenUnit',
  'addPlace',
  'editPlace',
  'closePlace',
  'setAbsence',
  'endAbsence',
  'setMediatorProfile',
  'publishPolicy',
  'resetFactors',
  'drawRegister',
  'keepFile',
  'decideRegister',
  'drawSubsidy',
  'editSubsidy',
  'redrawSubsidy',
  'checkSubsidy',
  'decideSubsidy',
  'removeIdentity',
] as const
export type OrgVerb = (typeof orgVerbs)[number]

/** What is done to the rules of a district. */
export const rulesVerbs = [
  'addCategory',
  'editCategory',
  'moveCategory',
  'closeCategory',
  'addTemplate',
  'editTemplate',
  'closeTemplate',
  'importTemplates',
  'importCategories',
  'publishProfile',
  'addDuty',
  'editDuty',
  'endDuty',
  'importDuties',
  'setCommunityList',
  'declineDuty',
  'saveAidKind',
] as const
export type RulesVerb = (typeof rulesVerbs)[number]

/** What is done to other systems that bring orders, and to those that are told. */
export const partnerVerbs = ['addPartner', 'extendPartner', 'addKey', 'revokeKey'] as const
export type PartnerVerb = (typeof partnerVerbs)[number]
export const outletVerbs = ['add', 'edit', 'renewSecret', 'remove', 'test', 'again'] as const
export type OutletVerb = (typeof outletVerbs)[number]

/** What is done in supervision by somebody; the verb of its log after the word. */
export const supervisionVerbs = [
  'superviseGive',
  'superviseAnswer',
  'superviseObject',
  'superviseAccept',
  'superviseAskAgain',
  'superviseCancel',
  'superviseKeep',
  'superviseRuleOut',
  'superviseLook',
  'superviseConfirm',
  'superviseDismiss',
  'superviseMend',
  'superviseDraw',
  'superviseCheck',
] as const
export type SupervisionVerb = (typeof supervisionVerbs)[number]

/** What is done about the figures of a month; the verb of its log after the word. */
export const evaluationVerbs = [
  'evaluateFreeze',
  'evaluateSetPanel',
  'evaluateAsk',
  'evaluateVote',
  'evaluateAppeal',
  'evaluateGrant',
  'evaluateUphold',
  'evaluateWithdraw',
] as const
export type EvaluationVerb = (typeof evaluationVerbs)[number]

/** Every verb that may stand in the record; `read` is of a reveal, an export or a print. */
export type AuditVerb =
  | AccountOutcome
  | ResidentOutcome
  | OrgVerb
  | RulesVerb
  | PartnerVerb
  | OutletVerb
  | SupervisionVerb
  | EvaluationVerb
  | 'read'
  | 'answerSubject'
