import { Button } from 'antd'
import { useState } from 'react'
import type { AidView } from '#contract/aid.ts'
import { aidVerbLabels } from '#contract/words/aid.ts'
import type { AidVerb } from '#domain/aid/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { AidForm } from './AidForm.tsx'

/** What comes after the likely step, or against it. */
const aside: ReadonlySet<AidVerb> = new Set([
  ...(['back', 'decline', 'passUp', 'withdraw', 'refuse', 'notDone', 'takeBack'] as const),
])

/** What may be done now, the likely one first; each opens its form below. */
export function AidVerbs({ aid, may, lineId }: { aid: AidView; may: AidVerb[]; lineId?: string }) {
  const { say } = useWords()
  const [open, setOpen] = useState<AidVerb>()
  if (may.length === 0) return null
  // once it lies with others the centre asks more, or hands over, only where it has to
  const line = aid.lines.find(({ id }) => id === lineId)
  const isOthersTurn = line
    ? line.step !== 'handOver' && may.includes('handOver')
    : aid.state === 'dispatched'
  const likely = isOthersTurn && !line?.isMine ? undefined : may.find((verb) => !aside.has(verb))
  return (
    <div className="whistle-verbs">
      <div className="whistle-buttons">
        {may.map((verb) => (
          <Button
            key={verb}
            type={verb === likely ? 'primary' : 'default'}
            aria-expanded={verb === open}
            onClick={() => setOpen(verb === open ? undefined : verb)}
          >
            {say(aidVerbLabels[verb])}
          </Button>
        ))}
      </div>
      {open && (
        // a form that lost its right meanwhile stays, so that its text can be read
        <AidForm key={open} aid={aid} verb={open} lineId={lineId} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}
