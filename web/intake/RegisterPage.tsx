import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SlipView } from '#contract/slip.ts'
import { useMe } from '#web/console/queries.ts'
import { Registering } from '#web/hall/Registering.tsx'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import './intake.css'
import './register.css'
import { RegisterForm } from './RegisterForm.tsx'
import { Slip } from './Slip.tsx'
import { intakeWords as words } from './words.ts'

/** Registering for somebody at the desk: the form, then the slip, then the next one. */
export function RegisterPage() {
  const { say } = useWords()
  const me = useMe()
  const { ticket, hall } = useSearch({ from: '/staff/register' })
  const [slip, setSlip] = useState<SlipView>()
  const title = say(words.registerTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  if (!me) return <Skeleton rows={6} />
  const forTicket = ticket !== undefined && hall !== undefined && (
    <Registering ticketId={ticket} hallId={hall} matterId={slip?.matterId} />
  )
  if (slip)
    return (
      <>
        {forTicket && <div className="page for-ticket screen-only">{forTicket}</div>}
        <Slip slip={slip} onAnother={() => setSlip(undefined)} />
      </>
    )
  return (
    <div className="page register-page">
      <h1>{title}</h1>
      {forTicket}
      <RegisterForm me={me} onDone={setSlip} />
    </div>
  )
}
