import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterView } from '#contract/record.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { NotProved } from '#web/proof/not-proved.ts'
import { useProven } from '#web/proof/prove.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useRegisterDeed } from './queries.ts'
import { recordWords as words } from './words.ts'

/** The decision of somebody who did not draw it up: what it destroys cannot be brought back, so it asks who decides. */
export function DecideForm({ register }: { register: RegisterView }) {
  const { say } = useWords()
  const proven = useProven()
  const [why, setWhy] = useState('')
  const decide = (approves: boolean) => (commandId: string) =>
    proven(() => call('decideRegister', { params: { id: register.id }, body: { commandId, approves, why } }))
  const approve = useRegisterDeed(decide(true), ['why'], () => undefined)
  const reject = useRegisterDeed(decide(false), ['why'], () => undefined)
  const failed = [approve, reject].find(({ error }) => error !== null && !(error instanceof NotProved))
  return (
    <section className="panel" aria-labelledby="decide">
      <header>
        <h2 id="decide">{say(words.decide)}</h2>
      </header>
      <div className="form panel-body">
        <Notice tone="near">{say(words.decideLead)}</Notice>
        <Field label={say(words.opinion)} error={failed?.errorAt('why')}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={2}
              maxLength={200}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
        {failed?.rest && (
          <Notice tone="act" live>
            {failed.rest}
          </Notice>
        )}
        <div className="form-actions">
          <Button
            type="primary"
            danger
            loading={approve.isPending}
            disabled={reject.isPending}
            onClick={approve.run}
          >
            {say(words.approve, { count: register.count - register.kept })}
          </Button>
          <Button loading={reject.isPending} disabled={approve.isPending} onClick={reject.run}>
            {say(words.reject)}
          </Button>
        </div>
      </div>
    </section>
  )
}
