import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import './hall.css'
import { HallDesk } from './HallDesk.tsx'
import { hallsQuery, keepHall } from './queries.ts'
import { hallWords as words } from './words.ts'

/** Calling numbers: the hall that I work in, or the choice where there are several. */
export function QueuePage() {
  const { say } = useWords()
  const { hall: wanted } = useSearch({ from: '/staff/queue' })
  const navigate = useNavigate()
  const halls = useQuery(hallsQuery)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  if (halls.isPending) return <Skeleton rows={8} />
  if (halls.error) return <ErrorState error={halls.error} onRetry={() => void halls.refetch()} />
  const { rows } = halls.data
  const hall = rows.find((row) => row.id === wanted) ?? rows.find((row) => row.isOpen) ?? rows[0]
  if (!hall)
    return (
      <Empty title={say(words.noHall)} isPage>
        {say(words.noHallText)}
      </Empty>
    )
  return (
    <div className="page hall-page">
      <div className="page-top">
        <h1>{title}</h1>
        {rows.length === 1 ? (
          <span className="quiet">{hall.name}</span>
        ) : (
          <select
            className="input hall-choice"
            aria-label={say(words.hall)}
            value={hall.id}
            onChange={(event) => void navigate({ to: '/queue', search: { hall: event.target.value } })}
          >
            {rows.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </select>
        )}
      </div>
      {hall.isOpen ? <HallDesk key={hall.id} id={hall.id} /> : <NotOpen hall={hall} />}
    </div>
  )
}

function NotOpen({ hall }: { hall: { id: string; name: string; mayTake: boolean } }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const [commandId] = useState(newId)
  const open = useMutation({
    mutationFn: () => call('saveHall', { params: { id: hall.id }, body: { commandId } }),
    onSuccess: (view) => {
      keepHall(queryClient, view)
      void queryClient.invalidateQueries({ queryKey: ['halls'] })
    },
  })
  return (
    <Empty
      title={say(words.notOpen, { hall: hall.name })}
      action={
        hall.mayTake && (
          <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
            {say(words.open)}
          </Button>
        )
      }
    >
      {open.error ? <Notice tone="act">{failureWords(open.error, language)}</Notice> : say(words.notOpenText)}
    </Empty>
  )
}
