import { aidBound } from '../aid/rows.ts'
import { proposalBound } from '../duty/sealed.ts'
import { exclusionBound } from '../evaluation/bound.ts'
import { sealedAs } from '../hall/views.ts'
import { subjectBound } from '../identity/store.ts'
import { boundOf } from '../intake/store.ts'
import { appealBound } from '../matter/bound.ts'
import { linkBound, mediationBound, messageBound, signalBound } from '../mediation/sealed.ts'
import { meetingBound } from '../meeting/sealed.ts'
import { codeBound, outletBound } from '../notify/bound.ts'
import { boundTo } from '../notify/choices.ts'
import { phoneBound } from '../org/admin-queries.ts'
import { secretBound } from '../org/factor-store.ts'
import { partyBound } from '../party/sealed.ts'
import { petitionBound } from '../petition/sealed.ts'
import { sessionBound, textBound } from '../resident/bound.ts'
import { cellsBound, passwordBound } from '../roster/store.ts'
import { nameIndexes } from '../search/person-names.ts'
import { blindIndex } from '../secrets.ts'
import { answerBound, holdBound, saidBound } from '../subject/bound.ts'
import { supervisionBound } from '../supervision/bound.ts'
import { whistleBound } from '../whistle/rows.ts'

/** The columns by which a row is known, as text where they are ids. */
type Key = { district_id: number; [column: string]: string | number }

/** A table with sealed values: where they stand and what each is sealed to. */
export type Place = {
  table: string
  key: readonly string[]
  /** Which rows at all; undefined: all. */
  where?: string
  /** Where the value stands as text in a JSON column: under which name. */
  inJson?: string
  columns: Readonly<Record<string, (key: Key) => string>>
}

const at = (key: Key, column: string) => String(key[column])
const voice = (column: 'name' | 'phone' | 'query') => (key: Key) =>
  appealBound(key.district_id, at(key, 'id'), column)
const party = (column: string) => (key: Key) => partyBound(key.district_id, at(key, 'id'), column)
const mail = (column: 'mail' | 'asked') => (key: Key) =>
  boundTo(key.district_id, at(key, 'account_id'), column)
const ticket = (what: 'name' | 'phone') => (key: Key) =>
  sealedAs({ district_id: key.district_id, id: at(key, 'id') }, what)
const totp = (key: Key) => secretBound({ district: key.district_id, accountId: at(key, 'account_id') })
const rowOf = (bound: (district: number, importId: string, row: number) => string) => (key: Key) =>
  bound(key.district_id, at(key, 'import_id'), Number(key['row_number']))

/** Everything sealed that this database keeps, but for ways to the platform that end after ten minutes. A test compares it with the schema. */
export const places: readonly Place[] = [
  {
    table: 'appeal',
    key: ['district_id', 'id'],
    columns: { name_sealed: voice('name'), phone_sealed: voice('phone'), query_sealed: voice('query') },
  },
  {
    table: 'party',
    key: ['district_id', 'id'],
    columns: {
      name_sealed: party('name'),
      phone_sealed: party('phone'),
      address_sealed: party('address'),
      contact_sealed: party('contact'),
    },
  },
  {
    table: 'party_version',
    key: ['district_id', 'party_id', 'version'],
    columns: {
      sealed: (key) => partyBound(key.district_id, at(key, 'party_id'), `version ${key['version']}`),
    },
  },
  {
    table: 'mediation_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => mediationBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'mediation_message',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => messageBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'supervision_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => supervisionBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'duty_proposal',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => proposalBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'exclusion_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => exclusionBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'mediation_signal',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => signalBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'mediation_link',
    key: ['district_id', 'id'],
    columns: { secret_sealed: (key) => linkBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'petition_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => petitionBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'whistle_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => whistleBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'aid_text',
    key: ['district_id', 'id'],
    columns: { sealed: (key) => aidBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'meeting_text',
    key: ['district_id', 'of_id', 'kind'],
    columns: { sealed: (key) => meetingBound(key.district_id, at(key, 'of_id'), at(key, 'kind')) },
  },
  {
    table: 'person',
    key: ['district_id', 'id'],
    columns: { phone_sealed: (key) => phoneBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'ticket',
    key: ['district_id', 'id'],
    columns: { name_sealed: ticket('name'), phone_sealed: ticket('phone') },
  },
  {
    table: 'totp',
    key: ['district_id', 'account_id'],
    columns: { secret_sealed: totp, pending_sealed: totp },
  },
  {
    table: 'identity_link',
    key: ['district_id', 'account_id'],
    columns: {
      subject_sealed: (key) => subjectBound({ district: key.district_id, accountId: at(key, 'account_id') }),
    },
  },
  {
    table: 'notice_choice',
    key: ['district_id', 'account_id'],
    columns: { mail_sealed: mail('mail'), asked_sealed: mail('asked') },
  },
  {
    table: 'outlet',
    key: ['district_id', 'id'],
    columns: { secret_sealed: (key) => outletBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'org_import_bad_row',
    key: ['district_id', 'import_id', 'row_number'],
    columns: { cells: rowOf(cellsBound) },
  },
  {
    table: 'org_import_password',
    key: ['district_id', 'import_id', 'row_number'],
    columns: { sealed: rowOf(passwordBound) },
  },
  {
    table: 'intake_bad_row',
    key: ['district_id', 'import_id', 'row_number'],
    inJson: 'sealed',
    columns: { cells: rowOf(boundOf) },
  },
  {
    table: 'outbox',
    key: ['district_id', 'id'],
    // a code that was sent, or was too late for it, is of no use to anybody
    where: `topic = 'code' and done_at is null`,
    inJson: 'code',
    columns: { payload: (key) => codeBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'outbox',
    key: ['district_id', 'id'],
    where: `topic = 'text' and done_at is null`,
    inJson: 'text',
    columns: { payload: (key) => textBound(key.district_id, at(key, 'id')) },
  },
  {
    table: 'subject_request',
    key: ['district_id', 'id'],
    columns: {
      said_sealed: (key) => saidBound(key.district_id, at(key, 'id')),
      answer_sealed: (key) => answerBound(key.district_id, at(key, 'id')),
    },
  },
  {
    table: 'subject_hold',
    key: ['district_id', 'appeal_id'],
    columns: { sealed: (key) => holdBound(key.district_id, at(key, 'appeal_id')) },
  },
  {
    table: 'resident_session',
    key: ['district_id', 'id'],
    columns: { phone_sealed: (key) => sessionBound(key.district_id, at(key, 'id')) },
  },
]

/** A look-up that can be made anew from what is sealed beside it. */
export type Lookup = {
  table: string
  column: string
  from: string
  make: (opened: string) => Buffer | null
}

const ofPerson = (table: string): Lookup[] => [
  { table, column: 'phone_index', from: 'phone_sealed', make: (phone) => blindIndex(phone, 'phone') },
  { table, column: 'name_index', from: 'name_sealed', make: (name) => nameIndexes(name).name },
  { table, column: 'pinyin_index', from: 'name_sealed', make: (name) => nameIndexes(name).pinyin },
]

export const lookups: readonly Lookup[] = [
  ...ofPerson('appeal'),
  ...ofPerson('party'),
  {
    table: 'resident_session',
    column: 'phone_index',
    from: 'phone_sealed',
    make: (phone) => blindIndex(phone, 'phone'),
  },
  { table: 'appeal', column: 'query_index', from: 'query_sealed', make: (code) => blindIndex(code, 'query') },
  {
    table: 'mediation_link',
    column: 'token_index',
    from: 'secret_sealed',
    make: (secret) => blindIndex((JSON.parse(secret) as { token: string }).token, 'link'),
  },
]
