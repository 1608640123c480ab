import type { AuditRow } from '#contract/audit.ts'
import { listBoxes } from '#contract/list.ts'
import { roleLabels } from '#contract/words/labels.ts'
import { deviceName } from '#web/console/devices.ts'
import { exactTime } from '#web/lib/time.ts'
import { type Say, useWords } from '#web/lib/words.ts'
import { matterWords } from '#web/matter/words.ts'
import { kindWords, purposeWords, readWords, verbWords, wayWords, auditWords as words } from './words.ts'

/** What was done, in a few words: with the way at the door, with the role of a post. */
function whatWords({ kind, verb, role, way }: AuditRow, say: Say): string {
  const read = readWords[kind as keyof typeof readWords]
  const done = read ?? verbWords[verb as keyof typeof verbWords]
  const what = done ? say(done) : verb
  const by = way && way !== 'none' && kind !== 'failed' ? say(wayWords[way]) : undefined
  const more = role ? say(roleLabels[role]) : by
  return more ? say(words.asRole, { what, role: more }) : what
}

/** Whom or what it was done to; a list by the name of its box, the number of a resident by its mark. */
function subjectWords(subject: string, say: Say): string {
  if (subject.startsWith('phone:')) return say(words.phoneMark, { mark: subject.slice('phone:'.length) })
  const box = listBoxes.find((one) => subject === `list:${one}`)
  return box ? say(matterWords[box]) : subject
}

/** One record. Its exact instant is shown, for a record is compared with others. */
export function AuditLine({ row }: { row: AuditRow }) {
  const { language, say } = useWords()
  const purpose = purposeWords[row.reason]
  const device = row.device === null ? undefined : (deviceName(row.device) ?? row.device)
  return (
    <tr>
      <td data-label={say(words.time)} className="number audit-time">
        <span>
          <time dateTime={row.at}>{exactTime(Date.parse(row.at), language)}</time>
        </span>
      </td>
      <td data-label={say(words.person)}>
        <span>
          {row.by === null ? (
            say(words.resident)
          ) : (
            <>
              {row.by.name} <small className="quiet">{row.by.login}</small>
            </>
          )}
        </span>
      </td>
      <td data-label={say(words.what)}>
        <span>
          {whatWords(row, say)}
          <br />
          <small className="quiet">{say(kindWords[row.kind])}</small>
        </span>
      </td>
      <td data-label={say(words.subject)}>
        <span>{subjectWords(row.subject, say) || say(words.unknown)}</span>
      </td>
      <td data-label={say(words.reason)}>
        <span>{purpose ? say(purpose) : row.reason || say(words.unknown)}</span>
      </td>
      <td data-label={say(words.where)}>
        <span>
          {device === undefined ? (
            say(words.unknown)
          ) : (
            <>
              {device}
              <br />
              <small className="quiet number">{row.address}</small>
            </>
          )}
        </span>
      </td>
    </tr>
  )
}
