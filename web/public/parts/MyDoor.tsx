/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { findDoor } from '../my-api.ts'
import { myPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'
import { Link } from './Link.tsx'

/** Whether the way by telephone is open in a district; asked once a visit. */
const known = new Map<number, boolean>()

/** The way to one's own appeals by telephone, where it is offered. */
export function MyDoor({ district }: { district: number }) {
  const { say } = useSay()
  const [isOpen, setOpen] = useState(known.get(district) ?? false)
  useEffect(() => {
    if (known.has(district)) return
    let isOver = false
    void findDoor(district).then((outcome) => {
      if (!('ok' in outcome)) return
      known.set(district, outcome.ok.way !== 'off')
      if (!isOver) setOpen(outcome.ok.way !== 'off')
    })
    return () => {
      isOver = true
    }
  }, [district])
  if (!isOpen) return null
  return (
    <section class="sheet" aria-labelledby="my-title">
      <h2 id="my-title">{say(startWords.myTitle)}</h2>
      <p>{say(startWords.myLead)}</p>
      <Link to={myPath(district)} class="button">
        {say(startWords.myGo)}
      </Link>
    </section>
  )
}
