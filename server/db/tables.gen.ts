// Generated from the migrated database by scripts/schema.ts; a test keeps it fresh. Do not edit.
import type { Day, Instant, Json } from './column-types.ts'

export type AbsenceRow = {
  district_id: number
  id: string
  person_id: string
  substitute_id: string
  from_on: Day
  to_on: Day
  by_account: string
  created_at: Instant
}

export type AccountRow = {
  district_id: number
  id: string
  person_id: string
  login: string
  password_hash: string
  password_changed_at: Instant
  disabled_at: Instant | null
  is_demo: boolean
  settings: Json
  must_change_password: boolean
}

export type AccountEventRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  outcome: string
  way: string
  device: string
  address: string
}

export type AidRow = {
  district_id: number
  id: string
  number: string
  kind_code: string
  state: string
  unit_id: string
  unit_path: string
  by_id: string
  centre_path: string
  needed_by: Day | null
  people: number | null
  posted_at: Instant
  since: Instant
  steps: Json
  passed_up_at: Instant | null
  over_at: Instant | null
  asked: string[]
  asked_teams: string[]
  asked_paths: string[]
  due_at: Instant | null
  own_warn_at: Instant | null
  own_due_at: Instant | null
  own_over_at: Instant | null
  next_at: Instant | null
  told: number
  calendar_version: number
  version: number
}

export type AidActionRow = {
  district_id: number
  id: string
  at: Instant
  aid_id: string | null
  team_id: string | null
  line_id: string | null
  verb: string
  account_id: string | null
  payload: Json
}

export type AidCounterRow = {
  district_id: number
  year: number
  last: number
}

export type AidKindRow = {
  district_id: number
  code: string
  name_zh: string
  name_en: string
  is_on: boolean
  position: number
  version: number
}

export type AidLineRow = {
  district_id: number
  id: string
  aid_id: string
  unit_id: string | null
  team_id: string | null
  unit_path: string
  asked_at: Instant
  step: string | null
  outcome: string | null
  since: Instant
  steps: Json
  plan_on: Day | null
  sent_back_at: Instant | null
  rating: Json | null
  calendar_version: number
  warn_at: Instant | null
  due_at: Instant | null
  over_at: Instant | null
  next_at: Instant | null
  told: number
}

export type AidMatterRow = {
  district_id: number
  aid_id: string
  matter_id: string
}

export type AidTextRow = {
  district_id: number
  id: string
  aid_id: string | null
  team_id: string | null
  sealed: Buffer
}

export type AppealRow = {
  district_id: number
  id: string
  matter_id: string
  channel: string
  words: string
  is_anonymous: boolean
  is_confidential: boolean
  name_sealed: Buffer | null
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  query_index: Buffer
  query_sealed: Buffer
  external_no: string | null
  external_due_at: Instant | null
  place_code: string | null
  submitted_at: Instant
  received_at: Instant
  import_id: string | null
  repeats: number
  solved: boolean | null
  satisfied: string | null
  rating_words: string | null
  rated_at: Instant | null
  born_matter_id: string | null
  name_index: Buffer | null
  pinyin_index: Buffer | null
  sender_name: string | null
  paper_on: Day | null
  on_behalf: string | null
  erased_at: Instant | null
}

export type AttachmentRow = {
  district_id: number
  id: string
  matter_id: string | null
  appeal_id: string | null
  seq: number | null
  name: string
  mime: string
  bytes: number
  sha256: Buffer
  width: number | null
  height: number | null
  owner: string
  created_at: Instant
  message_id: string | null
  meeting_item_id: string | null
  exclusion_deed_id: string | null
}

export type BulkItemRow = {
  district_id: number
  run_id: string
  position: number
  matter_id: string
  command_id: string
  seen_version: number
  state: string
  refusal: Json | null
  at: Instant | null
}

export type BulkRunRow = {
  district_id: number
  id: string
  account_id: string
  verb: string
  input: Json
  state: string
  total: number
  done: number
  refused: number
  created_at: Instant
  finished_at: Instant | null
}

export type CalendarChangeRow = {
  district_id: number
  version: number
  year: number
  account_id: string
  at: Instant
  status: string
  source: string
  clocks: number
  looked: number
  earlier: number
  later: number
  finished_at: Instant | null
}

export type CalendarDayRow = {
  district_id: number
  day: Day
  year: number
  name: string
  is_working: boolean
}

export type CalendarYearRow = {
  district_id: number
  year: number
  status: string
  source: string
  version: number
  changed_at: Instant
}

export type CategoryRow = {
  district_id: number
  code: string
  parent_code: string | null
  name_zh: string
  name_en: string
  kind: string | null
  mediable: boolean
  valid_to: Day | null
  position: number
  version: number
  sure: string
  likely: string
  hint: string
  governance_code: string | null
  old_code: string | null
  justice_line: string | null
}

export type ClockRow = {
  district_id: number
  id: string
  matter_id: string
  kind: string
  unit_id: string
  started_at: Instant
  amount: number
  measure: string
  pauses: Json
  extensions: Json
  calendar_version: number
  warn_at: Instant | null
  due_at: Instant | null
  over_at: Instant | null
  told: number
  next_at: Instant | null
  stopped_at: Instant | null
  outcome: string | null
  shifts: Json
}

export type ClosureCheckRow = {
  district_id: number
  sample_id: string
  matter_id: string
  no: number
  unit_id: string
  closed_unit_id: string
  handling_unit_id: string | null
  closed_at: Instant
  outcome: string | null
  way: string | null
  checker_unit_id: string | null
  checked_at: Instant | null
  proposes: boolean
}

export type ClosureSampleRow = {
  district_id: number
  id: string
  unit_id: string
  month: Day
  share: number
  minimum: number
  seed: string
  drawn_by: string
  drawn_at: Instant
}

export type ClosureStratumRow = {
  district_id: number
  sample_id: string
  unit_id: string
  closed: number
}

export type DistrictRow = {
  id: number
  name: string
  city: string
  is_demo: boolean
  created_at: Instant
}

export type DutyRow = {
  district_id: number
  id: string
  no: number
  category_code: string
  area_id: string
  area_path: string
  main_id: string | null
  main_path: string | null
  level: string
  assist_ids: string[]
  assist_levels: string[]
  basis: string
  from_on: Day
  to_on: Day | null
  version: number
}

export type DutyListRow = {
  district_id: number
  community_from: Day | null
  version: number
}

export type DutyProposalRow = {
  district_id: number
  id: string
  matter_id: string
  number: string | null
  category_code: string
  area_id: string
  main_id: string
  sealed: Buffer | null
  state: string
  proposed_by: string
  proposer_unit_id: string
  proposed_at: Instant
  decided_by: string | null
  decided_at: Instant | null
  duty_no: number | null
}

export type EvaluationActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string | null
  unit_id: string | null
  role: string | null
  matter_id: string | null
  subject_id: string
  verb: string
  payload: Json
}

export type EvaluationFigureRow = {
  district_id: number
  month: Day
  unit_id: string
  measure: string
  class: string
  counted: number
  excluded: number
}

export type EvaluationLineRow = {
  district_id: number
  month: Day
  measure: string
  unit_id: string
  matter_id: string
  voice_id: string
  class: string
  exclusion_id: string | null
}

export type EvaluationMonthRow = {
  district_id: number
  month: Day
  profile_version: number
  frozen_at: Instant
  frozen_by: string | null
  lines: number
}

export type EvaluationPanelRow = {
  district_id: number
  version: number
  unit_ids: string[]
  set_by: string
  set_at: Instant
}

export type ExclusionRow = {
  district_id: number
  id: string
  matter_id: string
  number: string
  unit_id: string
  unit_path: string
  reason: string
  deciders: string[]
  measures: string[]
  state: string
  asked_by: string
  asked_at: Instant
  vote_by: Day
  decided_at: Instant | null
  appeal_by: Day | null
  changed_at: Instant
}

export type ExclusionSeatRow = {
  district_id: number
  exclusion_id: string
  unit_id: string
  vote: string | null
  voted_by: string | null
  voted_at: Instant | null
}

export type ExclusionTextRow = {
  district_id: number
  id: string
  matter_id: string
  exclusion_id: string
  sealed: Buffer
}

export type FollowRow = {
  district_id: number
  account_id: string
  matter_id: string
  seen_version: number
  created_at: Instant
}

export type HallRow = {
  district_id: number
  id: string
  kiosk_code: string
  display_code: string
  notice: string
  notice_on: Day | null
  day: Day
  calls: number
  was_favoured: boolean
  version: number
}

export type HallSeatRow = {
  district_id: number
  account_id: string
  hall_id: string
  day: Day
  window_id: string
}

export type HeartbeatRow = {
  process: string
  at: Instant
  facts: Json
}

export type IdentityKeyRow = {
  subject_index: Buffer
  district_id: number
}

export type IdentityLinkRow = {
  district_id: number
  account_id: string
  subject_index: Buffer
  subject_sealed: Buffer
  linked_at: Instant
  used_at: Instant | null
}

export type IdentityTripRow = {
  state_hash: Buffer
  browser_hash: Buffer
  sealed: Buffer
  until: Instant
}

export type IntakeBadRowRow = {
  district_id: number
  import_id: string
  row_number: number
  cells: Json
  problems: Json
}

export type IntakeImportRow = {
  district_id: number
  id: string
  account_id: string
  unit_id: string
  file_name: string
  file_sha256: Buffer
  sheet: string
  header_row: number | null
  headers: Json
  mapping: Json
  state: string
  rows_total: number | null
  rows_done: number
  rows_new: number
  rows_joined: number
  rows_known: number
  rows_bad: number
  failure: string | null
  created_at: Instant
  started_at: Instant | null
  finished_at: Instant | null
}

export type IntakeMappingRow = {
  district_id: number
  unit_id: string
  headers_digest: Buffer
  mapping: Json
  used_at: Instant
}

export type KeyMarkRow = {
  kind: string
  mark: Buffer
  since: Instant
}

export type KnownDeviceRow = {
  district_id: number
  account_id: string
  device_hash: Buffer
  first_at: Instant
  seen_at: Instant
}

export type ListChoiceRow = {
  district_id: number
  account_id: string
  view_order: string[]
  columns: string[]
  look: string
}

export type ListExportRow = {
  district_id: number
  id: string
  account_id: string
  unit_name: string
  query: Json
  language: string
  purpose: string
  state: string
  rows_total: number
  rows_done: number
  is_cut: boolean
  bytes: number | null
  created_at: Instant
  finished_at: Instant | null
  expires_at: Instant | null
}

export type ListViewRow = {
  district_id: number
  id: string
  account_id: string
  unit_id: string | null
  name: string
  query: Json
  columns: string[]
  version: number
  created_at: Instant
  changed_at: Instant
}

export type LogAnchorRow = {
  district_id: number
  no: number
  day: Day
  at: Instant
  heads: Json
  previous: Buffer
  hash: Buffer
}

export type LogPendingRow = {
  district_id: number
  log: string
  id: string
}

export type LogSealRow = {
  district_id: number
  log: string
  no: number
  at: Instant
  covers: string[]
  ids: string[]
  digests: Buffer
  upto: string
  previous: Buffer
  hash: Buffer
}

export type LoginKeyRow = {
  login: string
  district_id: number
  account_id: string
}

export type MatterRow = {
  district_id: number
  id: string
  number: string
  state: string
  kind: string
  level: string
  urgency: string
  channel: string
  category_code: string | null
  title: string
  story: string
  place_text: string
  place_unit_id: string
  place_path: string
  lng: number | null
  lat: number | null
  centre_id: string
  centre_path: string
  holder_id: string
  holder_path: string
  handling_id: string | null
  handling_path: string | null
  handler_id: string | null
  involved: string[]
  sensitive: boolean
  need_to_know: string[]
  returned_by: string[]
  dispatched_at: Instant | null
  submitted_by: string | null
  question_open: boolean
  reopen_asked: boolean
  reopenings: number
  appeals: number
  has_contact: boolean
  revisit_tries: number
  solved: boolean | null
  satisfied: string | null
  result: string | null
  received_at: Instant
  closed_at: Instant | null
  closure_kind: string | null
  due_at: Instant | null
  profile_version: number
  version: number
  last_seq: number
  last_hash: Buffer
  centre_level: string
  ruled: boolean
  passed_up: string[]
  worked_by: string[]
  parts: Json
  request: Json | null
  held: Json | null
  extensions: number
  expedited: number
  joined_into: string | null
  archived_at: Instant | null
  retention: string | null
  changed_at: Instant
  destroyed_at: Instant | null
  mediation: string | null
  denied: Json | null
}

export type MatterActionRow = {
  district_id: number
  matter_id: string
  seq: number
  id: string
  verb: string
  at: Instant
  actor_kind: string
  actor_id: string | null
  post_id: string | null
  unit_id: string | null
  appeal_id: string | null
  state: string
  payload: Json
  payload_digest: Buffer
  previous: Buffer
  hash: Buffer
}

export type MatterAssistantRow = {
  district_id: number
  unit_id: string
  matter_id: string
}

export type MatterLinkRow = {
  district_id: number
  id: string
  from_id: string
  to_id: string
  relation: string
  created_at: Instant
  removed_at: Instant | null
}

export type MatterOpeningRow = {
  district_id: number
  account_id: string
  matter_id: string
  at: Instant
}

export type MatterTextRow = {
  district_id: number
  matter_id: string
  grams: string
  words: string
}

export type MediationRow = {
  district_id: number
  id: string
  matter_id: string
  committee_id: string
  year: number
  no: number
  state: string
  due_on: Day | null
  lead_id: string
  next_at: Instant | null
  facts: Json
  version: number
  opened_at: Instant
  changed_at: Instant
  source: string | null
  parties: number
  is_hard: boolean
  closed_at: Instant | null
  is_agreed: boolean
  filed_at: Instant | null
  form: string | null
  performance: string | null
  unmet_on: Day | null
  confirmation: string | null
  fen: string
  averted_suicide: number | null
  averted_crime: number | null
  averted_brawl: number | null
  averted_petition: number | null
}

export type MediationCounterRow = {
  district_id: number
  committee_id: string
  year: number
  last: number
}

export type MediationLinkRow = {
  district_id: number
  id: string
  mediation_id: string
  party_id: string
  token_index: Buffer
  secret_sealed: Buffer
  tries: number
  expires_at: Instant
  opened_at: Instant | null
  ended_at: Instant | null
  created_by: string
  created_at: Instant
}

export type MediationMediatorRow = {
  district_id: number
  account_id: string
  mediation_id: string
}

export type MediationMessageRow = {
  district_id: number
  id: string
  mediation_id: string
  session_id: string
  no: number
  account_id: string | null
  by_id: string | null
  party_id: string | null
  sealed: Buffer
  file_ids: string[]
  at: Instant
}

export type MediationPeerRow = {
  district_id: number
  session_id: string
  id: string
  mediation_id: string
  account_id: string | null
  party_id: string | null
  seen_at: Instant
}

export type MediationSignalRow = {
  district_id: number
  session_id: string
  to_id: string
  no: string
  id: string
  from_id: string
  mediation_id: string
  sealed: Buffer
  at: Instant
}

export type MediationSlotRow = {
  district_id: number
  id: string
  mediation_id: string
  room_id: string | null
  mediator_ids: string[]
  starts_at: Instant
  ends_at: Instant
}

export type MediationTextRow = {
  district_id: number
  id: string
  mediation_id: string
  kind: string
  sealed: Buffer
  at: Instant
}

export type MediatorProfileRow = {
  district_id: number
  person_id: string
  specialities: string[]
  languages: string[]
  since_year: number | null
  about: string
  is_public: boolean
  version: number
  changed_at: Instant
}

export type MeetingRow = {
  district_id: number
  id: string
  kind: string
  rhythm: string | null
  unit_id: string
  area_path: string
  title: string
  starts_at: Instant
  minutes: number
  place: string
  link: string
  chair_id: string
  minuter_id: string
  quorum: number
  state: string
  adjourned_to: string | null
  reminded: boolean
  called_by: string
  called_at: Instant
  confirmed_at: Instant | null
  digest: Buffer | null
  version: number
}

export type MeetingActionRow = {
  district_id: number
  id: string
  meeting_id: string
  task_id: string | null
  at: Instant
  account_id: string | null
  unit_id: string | null
  verb: string
  payload: Json
}

export type MeetingItemRow = {
  district_id: number
  id: string
  meeting_id: string
  no: number
  matter_id: string | null
  presenter_id: string | null
  minutes: number
  unit_ids: string[]
  carried: boolean
}

export type MeetingPresentRow = {
  district_id: number
  id: string
  meeting_id: string
  no: number
  unit_id: string | null
  came: string
}

export type MeetingReturnRow = {
  district_id: number
  meeting_id: string
  task_id: string
  item_id: string
}

export type MeetingTaskRow = {
  district_id: number
  id: string
  meeting_id: string
  item_id: string
  matter_id: string | null
  no: number
  unit_id: string
  account_id: string | null
  due_on: Day
  state: string
  asked_on: Day | null
  told: boolean
  ended_at: Instant | null
}

export type MeetingTextRow = {
  district_id: number
  of_id: string
  kind: string
  meeting_id: string
  item_id: string | null
  sealed: Buffer
}

export type MeetingUnitRow = {
  district_id: number
  meeting_id: string
  unit_id: string
  account_ids: string[]
  answer: string | null
  answered_by: string | null
  answered_at: Instant | null
}

export type MigrationRow = {
  name: string
  sha256: string
  at: Instant
}

export type NoticeRow = {
  district_id: number
  id: string
  unit_id: string | null
  account_id: string | null
  matter_id: string | null
  kind: string
  facts: Json
  created_at: Instant
  actor_id: string | null
  pressing: string
  whistle_id: string | null
  meeting_id: string | null
  aid_id: string | null
  team_id: string | null
  exclusion_id: string | null
}

export type NoticeChoiceRow = {
  district_id: number
  account_id: string
  muted: string[]
  unmailed: string[]
  pace: string
  quiet_from: number
  quiet_to: number
  quiet_rest_days: boolean
  language: string
  mail_sealed: Buffer | null
  asked_sealed: Buffer | null
  code_hash: Buffer | null
  code_until: Instant | null
  code_tries: number
  codes_sent: number
  codes_since: Instant | null
  version: number
}

export type NoticeMailRow = {
  district_id: number
  notice_id: string
  account_id: string
  look_at: Instant
}

export type NoticeSeenRow = {
  district_id: number
  notice_id: string
  account_id: string
}

export type NumberBlockRow = {
  district_id: number
  series: string
  next: number
}

export type OrgActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  verb: string
  subject: string
  payload: Json
}

export type OrgImportRow = {
  district_id: number
  id: string
  kind: string
  account_id: string
  file_name: string
  file_sha256: Buffer
  sheet: string
  header_row: number
  headers: Json
  mapping: Json
  state: string
  rows_total: number
  rows_done: number
  rows_new: number
  rows_changed: number
  rows_same: number
  rows_bad: number
  failure: string | null
  created_at: Instant
  started_at: Instant | null
  finished_at: Instant | null
}

export type OrgImportBadRowRow = {
  district_id: number
  import_id: string
  row_number: number
  cells: Buffer
  problems: Json
}

export type OrgImportPasswordRow = {
  district_id: number
  import_id: string
  row_number: number
  sealed: Buffer
}

export type OutboxRow = {
  district_id: number
  id: string
  topic: string
  payload: Json
  created_at: Instant
  next_at: Instant | null
  attempts: number
  done_at: Instant | null
  last_error: string | null
  account_id: string | null
  outlet_id: string | null
  outcome: string | null
}

export type OutletRow = {
  district_id: number
  id: string
  name: string
  url: string
  secret_sealed: Buffer
  verbs: string[]
  is_on: boolean
  version: number
  created_at: Instant
  removed_at: Instant | null
}

export type OutletActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  verb: string
  subject: string
  payload: Json
}

export type PaperProofRow = {
  district_id: number
  code: string
  mediation_id: string | null
  form: string
  of_id: string | null
  number: string
  file_kind: string
  sha256: Buffer
  wording: number | null
  drawn_at: Instant
  account_id: string
  petition_id: string | null
}

export type PartnerRow = {
  district_id: number
  id: string
  name: string
  channel: string
  unit_id: string
  scopes: string[]
  valid_from: Day
  valid_to: Day | null
  changes: string
  orders: number
  created_at: Instant
}

export type PartnerActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  verb: string
  partner_id: string
  payload: Json
}

export type PartnerKeyRow = {
  district_id: number
  id: string
  partner_id: string
  prefix: string
  hash: Buffer
  created_at: Instant
  used_at: Instant | null
  revoked_at: Instant | null
}

export type PartnerOrderRow = {
  district_id: number
  partner_id: string
  order_no: string
  appeal_id: string
  change: string
}

export type PartnerUseRow = {
  district_id: number
  partner_id: string
  day: Day
  outcome: string
  count: number
}

export type PartyRow = {
  district_id: number
  id: string
  matter_id: string
  no: number
  side: string
  kind: string
  role: string
  is_representative: boolean
  capacity: string
  acts_for: string[]
  is_confidential: boolean
  appeal_id: string | null
  name_sealed: Buffer
  phone_sealed: Buffer | null
  address_sealed: Buffer | null
  contact_sealed: Buffer | null
  phone_index: Buffer | null
  name_index: Buffer | null
  pinyin_index: Buffer | null
  version: number
  created_at: Instant
  changed_at: Instant
  removed_at: Instant | null
}

export type PartyVersionRow = {
  district_id: number
  party_id: string
  version: number
  at: Instant
  facts: Json
  sealed: Buffer
}

export type PasskeyRow = {
  district_id: number
  id: string
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  counter: string
  transports: string[]
  name: string
  created_at: Instant
  used_at: Instant | null
}

export type PersonRow = {
  district_id: number
  id: string
  name: string
  pinyin: string
  phone_sealed: Buffer | null
  created_at: Instant
}

export type PetitionRow = {
  district_id: number
  id: string
  matter_id: string
  office_id: string
  year: number
  no: number
  kind: string
  state: string
  ending: string | null
  turn_id: string | null
  due_at: Instant | null
  warn_at: Instant | null
  next_at: Instant | null
  told: number
  calendar_version: number
  sort_late: boolean | null
  notice_late: boolean | null
  handle_late: boolean | null
  received_on: Day
  facts: Json
  version: number
  registered_at: Instant
  changed_at: Instant
}

export type PetitionCounterRow = {
  district_id: number
  office_id: string
  year: number
  last: number
}

export type PetitionTextRow = {
  district_id: number
  id: string
  petition_id: string
  sealed: Buffer
  at: Instant
}

export type PlaceRow = {
  district_id: number
  code: string
  unit_id: string
  label: string
  lng: number | null
  lat: number | null
  valid_from: Day
  valid_to: Day | null
}

export type PostRow = {
  district_id: number
  id: string
  person_id: string
  unit_id: string
  role: string
  from_on: Day
  to_on: Day | null
}

export type ProfileRow = {
  district_id: number
  version: number
  data: Json
  from_at: Instant
  reason: string
  published_by: string | null
}

export type ProfileDraftRow = {
  district_id: number
  base_version: number
  data: Json
  version: number
  command_id: string
  changed_at: Instant
  changed_by: string
}

export type ReadLogRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  what: string
  subject: string
  purpose: string
}

export type RecoveryCodeRow = {
  district_id: number
  account_id: string
  code_hash: Buffer
  used_at: Instant | null
}

export type RegisterRow = {
  district_id: number
  id: string
  state: string
  reason: string
  drawn_by: string
  drawn_at: Instant
  decided_by: string | null
  decided_at: Instant | null
  decided_why: string | null
  done_at: Instant | null
}

export type RegisterFileRow = {
  district_id: number
  register_id: string
  matter_id: string
  retention: string
  years: number
  archived_at: Instant
  kept_why: string | null
  destroyed_at: Instant | null
}

export type ResidentAskRow = {
  district_id: number
  id: string
  phone_index: Buffer
  asker_hash: Buffer
  is_known: boolean
  source_hash: Buffer
  at: Instant
  code_hash: Buffer | null
  tries: number
  ended_at: Instant | null
}

export type ResidentDeviceRow = {
  district_id: number
  phone_index: Buffer
  device_hash: Buffer
  seen_at: Instant
}

export type ResidentEventRow = {
  district_id: number
  id: string
  at: Instant
  phone_index: Buffer
  outcome: string
  device: string
  address: string
}

export type ResidentSessionRow = {
  district_id: number
  id: string
  token_hash: Buffer
  phone_index: Buffer
  phone_sealed: Buffer
  created_at: Instant
  expires_at: Instant
}

export type RulesActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  verb: string
  subject: string
  payload: Json
}

export type SecurityPolicyRow = {
  district_id: number
  version: number
  data: Json
  reason: string
  published_at: Instant
  published_by: string
}

export type SessionRow = {
  district_id: number
  token_hash: Buffer
  id: string
  account_id: string
  device: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
  step: string
  ended_for: string | null
  proved_at: Instant | null
}

export type SignInWaitRow = {
  login_hash: Buffer
  source: Buffer
  failed: number
  last_at: Instant
  until: Instant | null
}

export type SpentChallengeRow = {
  district_id: number
  hash: Buffer
  until: Instant
}

export type SubjectActionRow = {
  district_id: number
  id: string
  at: Instant
  actor_kind: string
  account_id: string | null
  request_id: string
  verb: string
  payload: Json
}

export type SubjectHoldRow = {
  district_id: number
  appeal_id: string
  request_id: string
  sealed: Buffer
  at: Instant
}

export type SubjectRequestRow = {
  district_id: number
  id: string
  appeal_id: string
  kind: string
  field: string | null
  ground: string | null
  said_sealed: Buffer | null
  by_phone: boolean
  asked_at: Instant
  due_on: Day
  told: number
  state: string
  answered_by: string | null
  answered_at: Instant | null
  answer_sealed: Buffer | null
  checked: string | null
  takes_words: boolean
  erased_at: Instant | null
  matters: string[]
}

export type SubsidyLineRow = {
  district_id: number
  list_id: string
  mediation_id: string
  matter_id: string
  no: number
  closed_on: Day
  lead_id: string
  level: string
  tier: string
  said_tier: string | null
  taken_out: string | null
  fen: string
  reasons: string[]
  missing: string[]
  is_final: boolean
}

export type SubsidyListRow = {
  district_id: number
  id: string
  unit_id: string
  from_on: Day
  to_on: Day
  state: string
  profile_version: number
  drawn_by: string
  drawn_at: Instant
  checked_by: string | null
  checked_at: Instant | null
  approved_by: string | null
  approved_at: Instant | null
}

export type SupervisionRow = {
  district_id: number
  id: string
  matter_id: string
  kind: string
  year: number
  no: number
  unit_id: string
  clock_id: string
  clock_kind: string
  clock_due_at: Instant | null
  state: string
  answer_on: Day
  promised_on: Day | null
  is_objected: boolean
  is_asked_again: boolean
  given_by: string
  giver_post_id: string
  giver_role: string
  giver_unit_id: string
  giver_path: string
  given_at: Instant
  changed_at: Instant
  is_told: boolean
}

export type SupervisionActionRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string | null
  unit_id: string | null
  role: string | null
  matter_id: string | null
  subject_id: string
  verb: string
  payload: Json
}

export type SupervisionCounterRow = {
  district_id: number
  unit_id: string
  kind: string
  year: number
  last: number
}

export type SupervisionFindingRow = {
  district_id: number
  id: string
  matter_id: string
  unit_id: string
  failing: string
  rule: string
  key: string
  evidence: Json
  state: string
  found_at: Instant
  changed_at: Instant
}

export type SupervisionRoundRow = {
  district_id: number
  looked_on: Day
  looked_at: Instant
  found: number
}

export type SupervisionTextRow = {
  district_id: number
  id: string
  matter_id: string
  subject_id: string
  sealed: Buffer
}

export type TeamRow = {
  district_id: number
  id: string
  kind: string
  name: string
  unit_id: string
  unit_path: string
  by_id: string
  lead_unit_id: string
  lead_unit_path: string
  lead_id: string
  from_on: Day
  to_on: Day
  ended_at: Instant | null
  ending: string | null
  told: number
  version: number
}

export type TeamMemberRow = {
  district_id: number
  id: string
  team_id: string
  account_id: string
  unit_id: string
  unit_path: string
  from_on: Day
  to_on: Day | null
  out_at: Instant | null
}

export type TemplateRow = {
  district_id: number
  id: string
  unit_id: string | null
  name: string
  verbs: string[]
  category_code: string | null
  body: string
  closed_at: Instant | null
  version: number
  changed_at: Instant
  changed_by: string
}

export type TicketRow = {
  district_id: number
  id: string
  hall_id: string
  day: Day
  letter: string
  number: number
  service: string
  source: string
  state: string
  taken_at: Instant
  line_at: Instant
  slot_at: Instant | null
  priority: string | null
  after_calls: number | null
  passes: number
  for_unit_id: string | null
  for_account_id: string | null
  window_id: string | null
  caller_id: string | null
  called_at: Instant | null
  calls: number
  started_at: Instant | null
  done_at: Instant | null
  matter_id: string | null
  name_sealed: Buffer | null
  phone_sealed: Buffer | null
  shows_surname: boolean
  version: number
}

export type TicketActionRow = {
  district_id: number
  id: string
  hall_id: string
  ticket_id: string | null
  verb: string
  at: Instant
  account_id: string | null
  window_id: string | null
  payload: Json
}

export type TotpRow = {
  district_id: number
  account_id: string
  secret_sealed: Buffer | null
  pending_sealed: Buffer | null
  created_at: Instant
  confirmed_at: Instant | null
  last_step: string
}

export type UnitRow = {
  district_id: number
  id: string
  parent_id: string | null
  kind: string
  code: string
  name: string
  pinyin: string
  path: string
  phone: string | null
  outline: Json | null
  lng: number | null
  lat: number | null
  valid_from: Day
  valid_to: Day | null
  version: number
}

export type ViewLogRow = {
  district_id: number
  id: string
  at: Instant
  account_id: string
  what: string
  subject: string
  facts: string
}

export type WhistleRow = {
  district_id: number
  id: string
  number: string
  kind: string
  state: string
  unit_id: string
  unit_path: string
  by_id: string
  second_id: string | null
  asked_at: Instant
  arrival_at: Instant | null
  sounded_at: Instant | null
  over_at: Instant | null
  upgraded_at: Instant | null
  misused_at: Instant | null
  called: string[]
  called_paths: string[]
  to_rule: boolean
  due_at: Instant | null
  next_at: Instant | null
  version: number
  changed_at: Instant
  profile_version: number
}

export type WhistleActionRow = {
  district_id: number
  id: string
  at: Instant
  whistle_id: string
  line_id: string | null
  verb: string
  account_id: string | null
  payload: Json
}

export type WhistleCounterRow = {
  district_id: number
  year: number
  last: number
}

export type WhistleLineRow = {
  district_id: number
  id: string
  whistle_id: string
  unit_id: string
  unit_path: string
  role: string
  called_at: Instant
  step: string | null
  outcome: string | null
  since: Instant
  steps: Json
  pauses: Json
  plan_until: Day | null
  finished: string | null
  objection: Json | null
  sent_back_at: Instant | null
  rating: Json | null
  rated_back: Json | null
  calendar_version: number
  warn_at: Instant | null
  due_at: Instant | null
  over_at: Instant | null
  next_at: Instant | null
  told: number
}

export type WhistleMatterRow = {
  district_id: number
  whistle_id: string
  matter_id: string
}

export type WhistleTextRow = {
  district_id: number
  id: string
  whistle_id: string
  sealed: Buffer
}

export type Tables = {
  absence: AbsenceRow
  account: AccountRow
  account_event: AccountEventRow
  aid: AidRow
  aid_action: AidActionRow
  aid_counter: AidCounterRow
  aid_kind: AidKindRow
  aid_line: AidLineRow
  aid_matter: AidMatterRow
  aid_text: AidTextRow
  appeal: AppealRow
  attachment: AttachmentRow
  bulk_item: BulkItemRow
  bulk_run: BulkRunRow
  calendar_change: CalendarChangeRow
  calendar_day: CalendarDayRow
  calendar_year: CalendarYearRow
  category: CategoryRow
  clock: ClockRow
  closure_check: ClosureCheckRow
  closure_sample: ClosureSampleRow
  closure_stratum: ClosureStratumRow
  district: DistrictRow
  duty: DutyRow
  duty_list: DutyListRow
  duty_proposal: DutyProposalRow
  evaluation_action: EvaluationActionRow
  evaluation_figure: EvaluationFigureRow
  evaluation_line: EvaluationLineRow
  evaluation_month: EvaluationMonthRow
  evaluation_panel: EvaluationPanelRow
  exclusion: ExclusionRow
  exclusion_seat: ExclusionSeatRow
  exclusion_text: ExclusionTextRow
  follow: FollowRow
  hall: HallRow
  hall_seat: HallSeatRow
  heartbeat: HeartbeatRow
  identity_key: IdentityKeyRow
  identity_link: IdentityLinkRow
  identity_trip: IdentityTripRow
  intake_bad_row: IntakeBadRowRow
  intake_import: IntakeImportRow
  intake_mapping: IntakeMappingRow
  key_mark: KeyMarkRow
  known_device: KnownDeviceRow
  list_choice: ListChoiceRow
  list_export: ListExportRow
  list_view: ListViewRow
  log_anchor: LogAnchorRow
  log_pending: LogPendingRow
  log_seal: LogSealRow
  login_key: LoginKeyRow
  matter: MatterRow
  matter_action: MatterActionRow
  matter_assistant: MatterAssistantRow
  matter_link: MatterLinkRow
  matter_opening: MatterOpeningRow
  matter_text: MatterTextRow
  mediation: MediationRow
  mediation_counter: MediationCounterRow
  mediation_link: MediationLinkRow
  mediation_mediator: MediationMediatorRow
  mediation_message: MediationMessageRow
  mediation_peer: MediationPeerRow
  mediation_signal: MediationSignalRow
  mediation_slot: MediationSlotRow
  mediation_text: MediationTextRow
  mediator_profile: MediatorProfileRow
  meeting: MeetingRow
  meeting_action: MeetingActionRow
  meeting_item: MeetingItemRow
  meeting_present: MeetingPresentRow
  meeting_return: MeetingReturnRow
  meeting_task: MeetingTaskRow
  meeting_text: MeetingTextRow
  meeting_unit: MeetingUnitRow
  migration: MigrationRow
  notice: NoticeRow
  notice_choice: NoticeChoiceRow
  notice_mail: NoticeMailRow
  notice_seen: NoticeSeenRow
  number_block: NumberBlockRow
  org_action: OrgActionRow
  org_import: OrgImportRow
  org_import_bad_row: OrgImportBadRowRow
  org_import_password: OrgImportPasswordRow
  outbox: OutboxRow
  outlet: OutletRow
  outlet_action: OutletActionRow
  paper_proof: PaperProofRow
  partner: PartnerRow
  partner_action: PartnerActionRow
  partner_key: PartnerKeyRow
  partner_order: PartnerOrderRow
  partner_use: PartnerUseRow
  party: PartyRow
  party_version: PartyVersionRow
  passkey: PasskeyRow
  person: PersonRow
  petition: PetitionRow
  petition_counter: PetitionCounterRow
  petition_text: PetitionTextRow
  place: PlaceRow
  post: PostRow
  profile: ProfileRow
  profile_draft: ProfileDraftRow
  read_log: ReadLogRow
  recovery_code: RecoveryCodeRow
  register: RegisterRow
  register_file: RegisterFileRow
  resident_ask: ResidentAskRow
  resident_device: ResidentDeviceRow
  resident_event: ResidentEventRow
  resident_session: ResidentSessionRow
  rules_action: RulesActionRow
  security_policy: SecurityPolicyRow
  session: SessionRow
  sign_in_wait: SignInWaitRow
  spent_challenge: SpentChallengeRow
  subject_action: SubjectActionRow
  subject_hold: SubjectHoldRow
  subject_request: SubjectRequestRow
  subsidy_line: SubsidyLineRow
  subsidy_list: SubsidyListRow
  supervision: SupervisionRow
  supervision_action: SupervisionActionRow
  supervision_counter: SupervisionCounterRow
  supervision_finding: SupervisionFindingRow
  supervision_round: SupervisionRoundRow
  supervision_text: SupervisionTextRow
  team: TeamRow
  team_member: TeamMemberRow
  template: TemplateRow
  ticket: TicketRow
  ticket_action: TicketActionRow
  totp: TotpRow
  unit: UnitRow
  view_log: ViewLogRow
  whistle: WhistleRow
  whistle_action: WhistleActionRow
  whistle_counter: WhistleCounterRow
  whistle_line: WhistleLineRow
  whistle_matter: WhistleMatterRow
  whistle_text: WhistleTextRow
}
