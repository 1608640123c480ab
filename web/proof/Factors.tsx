import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { Authenticator } from './Authenticator.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Codes, RecoveryCodes } from './RecoveryCodes.tsx'
import './proof.css'
import { proofWords as words } from './words.ts'

export function useFactors() {
  return useQuery({ queryKey: ['factors'], queryFn: ({ signal }) => call('getFactors', {}, signal) })
}

/** What I show who I am with beside the password. `onCodes` is told when fresh codes are or are no longer on the screen. */
export function Factors({ onKept }: { onKept?: () => void }) {
  const { say } = useWords()
  const factors = useFactors()
  const [codes, setCodes] = useState<string[] | null>(null)
  const { data } = factors
  const isOn = data !== undefined && (data.totpSince !== null || data.passkeys.length > 0)
  return (
    <section className="panel" aria-labelledby="factors">
      <header>
        <h2 id="factors">{say(words.title)}</h2>
        {data && (
          <span className="factor-flags">
            {data.isNeeded && <span className="flag">{say(words.needed)}</span>}
            <span className="flag" data-tone={isOn ? 'good' : data.isNeeded ? 'near' : 'info'}>
              {say(isOn ? words.isOn : words.isOff)}
            </span>
          </span>
        )}
      </header>
      <p className="factor-lead quiet">{say(words.lead)}</p>
      {factors.isPending && <Skeleton rows={3} />}
      {factors.error && <ErrorState error={factors.error} onRetry={() => void factors.refetch()} />}
      {codes && (
        <Codes
          codes={codes}
          onKept={() => {
            setCodes(null)
            onKept?.()
          }}
        />
      )}
      {data && (
        <ul className="lines factor-lines">
          <Authenticator factors={data} onCodes={setCodes} />
          <Passkeys factors={data} onCodes={setCodes} />
          {isOn && <RecoveryCodes left={data.recoveryLeft} onCodes={setCodes} />}
        </ul>
      )}
    </section>
  )
}
