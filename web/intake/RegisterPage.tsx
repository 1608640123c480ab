import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '#web/console/queries.ts'
import { Registering } from '#web/hall/Registering.tsx'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import './intake.css'
import { RegisterForm } from './RegisterForm.tsx'
import { type Registered, Slip } from './Slip.tsx'
import { intakeWords as words } from './words.ts'

/** Registering for somebody at the desk: the form, then number and code. */
export function RegisterPage() {
  const { say } = useWords()
  const me = useMe()
  const { ticket, hall } = useSearch({ from: '/staff/register' })
  const [registered, setRegistered] = useState<Registered>()
  const title = say(words.registerTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  if (!me) return <Skeleton rows={6} />
  const forTicket = ticket !== undefined && hall !== undefined && (
    <Registering ticketId={ticket} hallId={hall} matterId={registered?.id} />
  )
  if (registered)
    return (
      <>
        {forTicket && <div className="page for-ticket screen-only">{forTicket}</div>}
        <Slip registered={registered} onAnother={() => setRegistered(undefined)} />
      </>
    )
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.registerLead)}</p>
      {forTicket}
      <RegisterForm me={me} onDone={setRegistered} />
    </div>
  )
}
