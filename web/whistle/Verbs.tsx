import { Button } from 'antd'
import { useState } from 'react'
import type { WhistleView } from '#contract/whistle.ts'
import { whistleVerbLabels } from '#contract/words/whistle.ts'
import type { WhistleVerb } from '#domain/whistle/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { forms } from './forms.ts'
import { MoveForm, useMove } from './MoveForm.tsx'

/** What comes after the likely step, or against it. */
const aside: ReadonlySet<WhistleVerb> = new Set([
  'object',
  'upgrade',
  'callOff',
  'misuse',
  'decline',
  'rateBack',
])

/** What may be done now, the likely one first; each opens its form below. */
export function Verbs({
  whistle,
  may,
  lineId,
}: {
  whistle: WhistleView
  may: WhistleVerb[]
  lineId?: string
}) {
  const [open, setOpen] = useState<WhistleVerb>()
  if (may.length === 0) return null
  // a form that lost its right meanwhile stays, so that its text can be read
  const likely = may.find((verb) => !aside.has(verb))
  return (
    <div className="whistle-verbs">
      <div className="whistle-buttons">
        {may.map((verb) =>
          forms[verb] ? (
            <VerbButton
              key={verb}
              verb={verb}
              isLikely={verb === likely}
              isOpen={verb === open}
              onPress={() => setOpen(verb === open ? undefined : verb)}
            />
          ) : (
            <AtOnce key={verb} whistle={whistle} verb={verb} lineId={lineId} isLikely={verb === likely} />
          ),
        )}
      </div>
      {open && (
        <MoveForm
          key={open}
          whistle={whistle}
          verb={open}
          lineId={lineId}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

function VerbButton({
  verb,
  isLikely,
  isOpen,
  onPress,
}: {
  verb: WhistleVerb
  isLikely: boolean
  isOpen: boolean
  onPress: () => void
}) {
  const { say } = useWords()
  return (
    <Button type={isLikely ? 'primary' : 'default'} aria-expanded={isOpen} onClick={onPress}>
      {say(whistleVerbLabels[verb])}
    </Button>
  )
}

function AtOnce({
  whistle,
  verb,
  lineId,
  isLikely,
}: {
  whistle: WhistleView
  verb: WhistleVerb
  lineId: string | undefined
  isLikely: boolean
}) {
  const { say } = useWords()
  const move = useMove(whistle, verb, lineId, {}, () => undefined)
  return (
    <>
      <Button type={isLikely ? 'primary' : 'default'} loading={move.isPending} onClick={move.run}>
        {say(whistleVerbLabels[verb])}
      </Button>
      {move.rest && (
        <Notice tone="act" live>
          {move.rest}
        </Notice>
      )}
    </>
  )
}
