import { useEffect, useState } from 'react'
import type { SlipView } from '#contract/slip.ts'
import { useMe } from '#web/console/queries.ts'
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
  const [slip, setSlip] = useState<SlipView>()
  const title = say(words.registerTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  if (!me) return <Skeleton rows={6} />
  if (slip) return <Slip slip={slip} onAnother={() => setSlip(undefined)} />
  return (
    <div className="page register-page">
      <h1>{title}</h1>
      <RegisterForm me={me} onDone={setSlip} />
    </div>
  )
}
