import { Button } from 'antd'
import { useState } from 'react'
import { mostAtOnce } from '#domain/matter/bulk.ts'
import { useWords } from '#web/lib/words.ts'
import { BulkSheet } from './BulkSheet.tsx'
import './bulk.css'
import type { Chosen, Selection } from './use-selection.ts'
import { bulkWords as words } from './words.ts'

/** What is chosen, and the way to move it; stands below the list while choosing is on. */
export function SelectBar({ selection, rows }: { selection: Selection; rows: readonly Chosen[] }) {
  const { say } = useWords()
  const [open, setOpen] = useState<readonly Chosen[]>()
  const count = selection.chosen.size
  const isTooMany = count > mostAtOnce
  if (!selection.isOn) return null
  return (
    <div className="select-bar">
      <span role="status" className="number">
        {say(isTooMany ? words.selectedMost : words.selected, { count, most: mostAtOnce })}
      </span>
      <span className="select-bar-end">
        {count > 0 ? (
          <button type="button" className="link" onClick={selection.clear}>
            {say(words.clear)}
          </button>
        ) : (
          <button type="button" className="link" onClick={() => selection.all(rows.slice(0, mostAtOnce))}>
            {say(words.selectAll)}
          </button>
        )}
        <Button
          type="primary"
          disabled={count === 0 || isTooMany}
          onClick={() => setOpen([...selection.chosen.values()])}
        >
          {say(words.act)}
        </Button>
      </span>
      {open && (
        <BulkSheet
          chosen={open}
          onClose={(wasStarted) => {
            setOpen(undefined)
            if (wasStarted) selection.clear()
          }}
        />
      )}
    </div>
  )
}
