import { Drawer } from 'antd'
import { useState } from 'react'
import { verbLabels } from '#contract/words/labels.ts'
import { type BulkVerb, bulkVerbNames } from '#domain/matter/bulk.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { BulkForm } from './BulkForm.tsx'
import { RunView } from './RunView.tsx'
import type { Chosen } from './use-selection.ts'
import { bulkWords as words } from './words.ts'

type Props = { chosen: readonly Chosen[]; onClose: (wasStarted: boolean) => void }

/** Choose a verb, see for whom it works, fill one form, start; then the progress and the result. */
export function BulkSheet({ chosen, onClose }: Props) {
  const { say } = useWords()
  const isPhone = usePhone()
  const [verb, setVerb] = useState<BulkVerb>()
  const [runId, setRunId] = useState<string>()
  const close = () => onClose(runId !== undefined)
  return (
    <Drawer
      open
      onClose={close}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '94%' : 560}
      title={say(words.title, { count: chosen.length })}
    >
      <div className="form">
        {runId !== undefined ? (
          <RunView id={runId} onClose={close} />
        ) : (
          <>
            <Field label={say(words.verb)}>
              {(wiring) => (
                <select
                  {...wiring}
                  className="input"
                  value={verb ?? ''}
                  onChange={(event) => setVerb((event.target.value || undefined) as BulkVerb | undefined)}
                >
                  <option value="" />
                  {bulkVerbNames.map((one) => (
                    <option key={one} value={one}>
                      {say(verbLabels[one])}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {verb && (
              <BulkForm key={verb} verb={verb} chosen={chosen} onStarted={setRunId} onCancel={close} />
            )}
          </>
        )}
      </div>
    </Drawer>
  )
}
