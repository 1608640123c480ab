import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSelection } from '#web/bulk/use-selection.ts'
import { useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import { conditionsOf, type Filters } from './filters.ts'
import { MatterList } from './MatterList.tsx'
import './list.css'
import './matter.css'
import './side.css'
import './matter-small.css'
import { PhoneBoxes } from './PhoneBoxes.tsx'
import type { Box } from './queries.ts'
import { useListKeys } from './use-list-keys.ts'
import { useLook } from './use-look.ts'
import { matterWords as words } from './words.ts'

/** The list beside the chosen matter; on a phone one or the other. */
export function MattersPage() {
  const { say } = useWords()
  const { box, id } = useParams({ strict: false }) as { box: Box; id?: string }
  const filters = useSearch({ from: '/staff/matters/$box' })
  const navigate = useNavigate()
  const boxName = say(words[box])
  const selection = useSelection(`${box}${JSON.stringify(conditionsOf(filters))}`)
  const onFilter = (change: Partial<Filters>) =>
    void navigate({ to: '/matters/$box', params: { box }, search: { ...filters, ...change, do: undefined } })
  const look = useLook(filters, onFilter)
  const isWide = look.isTable === true && id === undefined
  useListKeys({ box, selected: id, filters, selection, isTable: look.isTable === true })
  useEffect(() => {
    if (id === undefined) document.title = boxName
  }, [boxName, id])
  const last = useRef(id)
  useEffect(() => {
    const row = document.getElementById(`row-${id ?? last.current}`)
    // the card keeps its place; between table and cards the row is another element, and has to be shown
    if (id === undefined && last.current !== undefined) row?.focus({ preventScroll: look.isTable !== true })
    else if (id !== undefined && last.current === undefined && look.isTable) row?.focus()
    last.current = id
  }, [id, look.isTable])
  return (
    <div
      className="matters"
      data-open={id === undefined ? 'no' : 'yes'}
      data-wide={isWide ? 'yes' : undefined}
    >
      <section className="matters-list" aria-label={boxName}>
        <PhoneBoxes box={box} />
        <MatterList {...{ box, filters, selection, look, onFilter }} selected={id} />
      </section>
      <div className="matters-detail">
        {id === undefined ? <Empty title={say(words.choose)}>{say(words.chooseText)}</Empty> : <Outlet />}
      </div>
    </div>
  )
}
