import { Navigate, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSelection } from '#web/bulk/use-selection.ts'
import { useMay } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import { conditionsOf } from './filters.ts'
import { MatterList } from './MatterList.tsx'
import './list.css'
import './matter.css'
import './side.css'
import './matter-small.css'
import { PhoneBoxes } from './PhoneBoxes.tsx'
import type { Box } from './queries.ts'
import { useListKeys } from './use-list-keys.ts'
import { matterWords as words } from './words.ts'

/** The list beside the chosen matter; on a phone one or the other. */
export function MattersPage() {
  const { say } = useWords()
  const { box, id } = useParams({ strict: false }) as { box: Box; id?: string }
  const filters = useSearch({ from: '/staff/matters/$box' })
  const navigate = useNavigate()
  const mayRead = useMay('matter.read')
  const mayCalendar = useMay('calendar.read')
  const boxName = say(words[box])
  const selection = useSelection(`${box}${JSON.stringify(conditionsOf(filters))}`)
  useListKeys(box, id, filters, selection)
  useEffect(() => {
    if (id === undefined) document.title = boxName
  }, [boxName, id])
  const last = useRef(id)
  useEffect(() => {
    if (id === undefined && last.current !== undefined)
      document.getElementById(`row-${last.current}`)?.focus({ preventScroll: true })
    last.current = id
  }, [id])
  if (!mayRead) return <Navigate to={mayCalendar ? '/calendar' : '/account'} replace />
  return (
    <div className="matters" data-open={id === undefined ? 'no' : 'yes'}>
      <section className="matters-list" aria-label={boxName}>
        <PhoneBoxes box={box} />
        <MatterList
          box={box}
          filters={filters}
          selected={id}
          selection={selection}
          onFilter={(change) =>
            void navigate({
              to: '/matters/$box',
              params: { box },
              search: { ...filters, ...change, do: undefined },
            })
          }
        />
      </section>
      <div className="matters-detail">
        {id === undefined ? <Empty title={say(words.choose)}>{say(words.chooseText)}</Empty> : <Outlet />}
      </div>
    </div>
  )
}
