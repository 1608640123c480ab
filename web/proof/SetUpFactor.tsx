import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Factors, useFactors } from './Factors.tsx'
import { proofWords as words } from './words.ts'

/** The only page for somebody whose post needs a second step and who has none; it stays until the codes are kept. */
export function SetUpFactor() {
  const { say } = useWords()
  const queryClient = useQueryClient()
  const { data } = useFactors()
  const [isKept, setKept] = useState(false)
  const title = say(words.setUpTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  const isOn = data !== undefined && (data.totpSince !== null || data.passkeys.length > 0)
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.setUpText)}</p>
      <Factors onKept={() => setKept(true)} />
      {isOn && isKept && (
        <div className="form-actions">
          <Button type="primary" onClick={() => void queryClient.invalidateQueries()}>
            {say(words.setUpDone)}
          </Button>
        </div>
      )}
    </div>
  )
}
