/** Every reason for which the product says no. Its sentence and HTTP status stand in `contract/refusals.ts`. */
export const refusalCodes = [
  // the request itself
  'badInput',
  'tooLong',
  'tooMany',
  'missingField',
  'notFound',
  'commandReused',
  'staleVersion',
  'tooBusy',
  // who asks
  'signInFirst',
  'wrongPassword',
  'lockedOut',
  'weakPassword',
  'changePassword',
  'notYours',
  'notYourself',
  'secretFromYou',
  // a matter
  'notNow',
  'alreadyReturned',
  'returnTooLate',
  'notATarget',
  'closedUnit',
  'sameUnit',
  'revisitFirst',
  'notSolved',
  'notAsked',
  'noQuestion',
  'alreadyRated',
  'reopenTooLate',
  'reopenAlreadyAsked',
  'nothingAsked',
  'othersJoined',
  'sealedField',
  'ruleFirst',
  'ruled',
  'passedUp',
  'topLevel',
  'notBelow',
  'alreadyAsked',
  'noRequest',
  'otherRequest',
  'ownRequest',
  'noHandleClock',
  'tooLateToExtend',
  'extendedEnough',
  'holdTooLong',
  'notHeld',
  'alreadyHeld',
  'partsOpen',
  'noSuchPart',
  'alreadyAssists',
  'notColleague',
  'onlyVoice',
  'noSuchVoice',
  'sameMatter',
  'cannotJoin',
  'alreadyArchived',
  'noSuchClass',
  'nothingChanged',
  'outOfSight',
  // doors
  'unknownPlace',
  'unknownCode',
  'badFile',
  'fileTooBig',
  'fileMissing',
  'notExcel',
  'oldExcel',
  'encryptedExcel',
  'brokenExcel',
  'tooBigExcel',
  'tooManyRows',
  'noHeader',
  'importRunning',
  'notImported',
  'noRosterHeader',
  // the hall of a centre
  'hallNotOpen',
  'nobodyWaits',
  'windowBusy',
  'notAWindow',
  'ticketNotNow',
  'notInTurn',
  'passedOften',
  'hallFull',
  'slotNotOffered',
  'paperHere',
  'paperElsewhere',
  // notices and what leaves the house
  'mailOff',
  'wrongCode',
  'codeSpent',
  'tooManyCodes',
  'badHookAddress',
  'outletOff',
  // calendar
  'badDay',
  // categories, templates and the profile
  'codeTaken',
  'badWord',
  'closedCategory',
  'closedAbove',
  'noNeighbour',
  'unknownField',
  'nameTaken',
  // units, people and posts
  'loginTaken',
  'roleNotHere',
  'alreadyHolds',
  'badSpan',
  'hasOpenWork',
  'ownAccount',
  'lastAdministrator',
  'kindNotHere',
  'unitCodeTaken',
  'rootStays',
  'unitHasWork',
  'unitHasUnits',
  'unitHasPosts',
  'unitHasTickets',
  'badOutline',
  'noPlacesHere',
  // absence
  'dayPassed',
  'tooLongAway',
  'notYourOwnSubstitute',
  'nothingToPassOn',
  'cannotStandIn',
  'alreadyAway',
  'substituteAway',
  'standsInMeanwhile',
  'endsSooner',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

export type Facts = Readonly<Record<string, string | number>>

/** An expected no: a code and the facts that fill its sentence; never thrown by the domain. */
export type Refusal = { readonly refused: RefusalCode; readonly field?: string; readonly facts?: Facts }

/** Makes a refusal. In: code, facts of its sentence, and the input field it concerns. Out: the refusal. */
export function refuse(refused: RefusalCode, facts?: Facts, field?: string): Refusal {
  return { refused, ...(facts ? { facts } : {}), ...(field === undefined ? {} : { field }) }
}

/** Tells a refusal from any other value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
