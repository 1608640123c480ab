import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMay } from '#web/console/queries.ts'
import type { Answer } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { useArrivals } from '#web/matter/use-arrivals.ts'
import './hall.css'
import { useHallDeed, useMyCalls } from './queries.ts'
import { hallWords as words } from './words.ts'

/** On every page: the numbers that the desk sent to me, with a sound, to be called from here. */
export function SentHere() {
  const calls = useMyCalls(useMay('hall.serve'))
  const rows = calls.data?.rows ?? []
  useArrivals(
    'calls',
    calls.data?.rows.map((row) => row.id),
    undefined,
  )
  if (rows.length === 0) return null
  return (
    <div className="sent-here" role="status">
      {rows.map((row) => (
        <Sent key={row.id} row={row} />
      ))}
    </div>
  )
}

function Sent({ row }: { row: Answer<'listMyCalls'>['rows'][number] }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const deed = useHallDeed(row.hallId)
  const { windowId } = row
  const search = { hall: row.hallId }
  const callIt = () =>
    deed.mutate(
      { do: 'move', id: row.id, verb: 'call', windowId: windowId ?? '' },
      {
        onSuccess: () => void navigate({ to: '/queue', search }),
        onError: (error) => void message.warning(failureWords(error, language)),
      },
    )
  return (
    <div className="sent-one">
      <b>{say(words.sentHere, { number: row.label })}</b>
      {row.matter && (
        <Link className="link" to="/matters/$box/$id" params={{ box: 'mine', id: row.matter.id }} search={{}}>
          {row.matter.title}
        </Link>
      )}
      {windowId === null ? (
        <Link className="link" to="/queue" search={search}>
          {say(words.goToQueue)}
        </Link>
      ) : (
        <Button type="primary" loading={deed.isPending} onClick={callIt}>
          {say(words.callNumber, { number: row.label })}
        </Button>
      )}
    </div>
  )
}
