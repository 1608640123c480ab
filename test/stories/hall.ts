import pg from 'pg'
import type { Bed } from './bed.ts'

async function inDatabase<R extends object>(
  { url }: Pick<Bed, 'url'>,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<R>(text, values)
  await client.end()
  return rows
}

/** The addresses of the kiosk and of the display of the hall in the demo, as its devices have them. */
export async function hallPaths(bed: Pick<Bed, 'url'>): Promise<{ kiosk: string; display: string }> {
  const [paths] = await inDatabase<{ kiosk: string; display: string }>(
    bed,
    `select '/kiosk/' || district_id || '/' || kiosk_code kiosk, '/hall/' || district_id || '/' || display_code display from hall`,
  )
  if (!paths) throw new Error('the demo has no hall')
  return paths
}

/** What the code on the slip of a number leads to, below `/n/`. In: a label such as `A013`. */
export async function pageOf(bed: Pick<Bed, 'url'>, label: string): Promise<string> {
  const [ticket] = await inDatabase<{ page: string }>(
    bed,
    `select district_id || '/' || id page from ticket where letter = $1 and number = $2 order by taken_at desc limit 1`,
    [label.slice(0, 1), Number(label.slice(1))],
  )
  if (!ticket) throw new Error(`there is no number ${label}`)
  return ticket.page
}

/** Lets the booking made last be for today, later than now; the desk sees only its own day. Out: its id. */
export async function bookingToday(bed: Pick<Bed, 'url'>): Promise<string> {
  const [ticket] = await inDatabase<{ id: string }>(
    bed,
    `update ticket t set day = h.day, number = 99, slot_at = now() + interval '1 hour' from hall h
      where h.id = t.hall_id and t.id = (select id from ticket where phone_sealed is not null order by taken_at desc limit 1)
      returning t.id`,
  )
  if (!ticket) throw new Error('nobody has booked')
  return ticket.id
}

/** For what the number of a booking was opened. */
export const purposesOf = (bed: Pick<Bed, 'url'>, ticketId: string) =>
  inDatabase<{ purpose: string }>(bed, 'select purpose from read_log where subject = $1', [
    `ticket:${ticketId}`,
  ])
