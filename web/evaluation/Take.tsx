import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Evaluation } from '#contract/evaluation.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { evaluationWords as words } from './words.ts'

const purposes = ['forReport', 'forMeeting', 'forCheck'] as const

/** Takes the month out as a sheet, under a mark, for a purpose that is put on record. */
export function Take({ found: { month, as, unit } }: { found: Evaluation }) {
  const { language, say } = useWords()
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('forReport')
  const take = useMutation({
    mutationFn: () =>
      keepFile('exportEvaluation', {
        body: {
          ...{ month, as, ...(unit ? { unit: unit.id } : {}), commandId: newId(), language },
          purpose: words[purpose].zh,
        },
      }),
  })
  return (
    <div className="evaluation-take">
      <span className="quiet">{say(words.purpose)}</span>
      <Select
        aria-label={say(words.purpose)}
        value={purpose}
        onChange={setPurpose}
        options={purposes.map((value) => ({ value, label: say(words[value]) }))}
      />
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {say(words.excel)}
      </Button>
      {take.error && <ErrorState error={take.error} onRetry={() => take.mutate()} />}
    </div>
  )
}
