/**
 * Every log of the product: tables whose rows are only ever added. A test compares this with the database, so a new log
 * has to stand here and be made one by `keep_log` in its migration. `covers`: the columns under the seal, where not all are.
 */
export const logs = {
  // its own hash covers the digest of the payload, so that a payload can be destroyed at the end of its retention
  matter_action: { covers: ['district_id', 'matter_id', 'seq', 'id', 'hash'] },
  account_event: {},
  evaluation_action: {},
  aid_action: {},
  meeting_action: {},
  org_action: {},
  outlet_action: {},
  partner_action: {},
  read_log: {},
  view_log: {},
  resident_event: {},
  rules_action: {},
  subject_action: {},
  supervision_action: {},
  ticket_action: {},
  whistle_action: {},
} as const satisfies Record<string, { covers?: readonly string[] }>

export type LogName = keyof typeof logs
export const logNames = Object.keys(logs) as LogName[]

/** What chains the logs; kept by the same right and trigger as they are. */
export const chainTables = ['log_seal', 'log_anchor'] as const
