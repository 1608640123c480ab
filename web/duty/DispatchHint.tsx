import { ProfileOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { useMove } from '#web/matter/use-move.ts'
import { matterWords } from '#web/matter/words.ts'
import { AssistChoice } from './AssistChoice.tsx'
import { HintText } from './HintText.tsx'
import { useMatterDuty } from './queries.ts'
import { dutyWords as words } from './words.ts'

/** Whom the list names for a matter that waits to be dispatched; one press sends it there, with those asked to assist. */
export function DispatchHint({ matter, onChange }: { matter: MatterPage; onChange: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const { data } = useMatterDuty(matter, true)
  const move = useMove(matter)
  const hint = data?.hint
  const [left, setLeft] = useState<readonly string[]>([])
  if (!hint) return null
  const { main } = hint
  const mayAsk = matter.may.includes('assist')
  const asked = mayAsk ? hint.assists.filter(({ id }) => !left.includes(id)) : []
  const send = (unitId: string) =>
    move.mutate(
      {
        verb: 'dispatch',
        input: { unitId, ...(asked.length > 0 ? { assistIds: asked.map(({ id }) => id) } : {}) },
      },
      {
        onSuccess: () => void message.success(say(words.saved)),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  return (
    <section className="panel proposal duty-hint" aria-labelledby="duty-hint-title">
      <h2 id="duty-hint-title">
        <ProfileOutlined aria-hidden="true" /> {say(words.hintTitle)}
      </h2>
      <div className="proposal-text">
        <HintText hint={hint} />
        {mayAsk && (
          <AssistChoice
            units={hint.assists}
            value={asked.map(({ id }) => id)}
            onChange={(ids) => setLeft(hint.assists.map(({ id }) => id).filter((id) => !ids.includes(id)))}
          />
        )}
      </div>
      <div className="form-actions">
        {main && hint.canFollow && (
          <Button onClick={() => send(main.id)} loading={move.isPending}>
            {say(words.followIt, { main: main.name })}
          </Button>
        )}
        <Button type="text" onClick={onChange}>
          {say(matterWords.adoptChange)}
        </Button>
      </div>
    </section>
  )
}
