import type { BulkPreview } from '#contract/bulk.ts'
import { verbLabels } from '#contract/words/labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { RefusedList } from './RefusedList.tsx'
import { bulkWords as words } from './words.ts'

/** How many of the chosen may be moved so, and which not and why. */
export function MaySummary({ rows, verb }: { rows: BulkPreview['rows']; verb: Verb }) {
  const { say } = useWords()
  const not = rows.filter((row) => row.refusal !== null)
  const may = rows.length - not.length
  const facts = {
    ...{ total: rows.length, may, not: not.length },
    verb: say(verbLabels[verb]),
  }
  return (
    <>
      <Notice tone={may === 0 ? 'near' : 'info'} live>
        {say(not.length === 0 ? words.mayAll : may === 0 ? words.mayNone : words.maySome, facts)}
      </Notice>
      {not.length > 0 && (
        <RefusedList
          title={say(words.whyNot, { count: not.length })}
          rows={not.flatMap(({ refusal, ...row }) => (refusal ? [{ ...row, refusal }] : []))}
        />
      )}
    </>
  )
}
