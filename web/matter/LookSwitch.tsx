import { MenuOutlined, SettingOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { ColumnsSheet } from './ColumnsSheet.tsx'
import { columnWords as words } from './column-words.ts'
import './table.css'
import type { Look } from './use-look.ts'

type Props = {
  look: Look
  isOfView: boolean
  /** A matter stands open beside the list; the table waits. */
  isBeside: boolean
  onBack: () => void
}

/** Cards or table, and which columns. */
export function LookSwitch({ look, isOfView, isBeside, onBack }: Props) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { isTable, columns, turn, choose } = look
  if (isTable && isBeside)
    return (
      <Button icon={<TableOutlined />} onClick={onBack}>
        {say(words.backToTable)}
      </Button>
    )
  const toTable = () => {
    turn('table')
    // what changes for a view is in the address, and that is the list alone already
    if (isBeside && !isOfView) onBack()
  }
  // beside a matter there is little room: one word leads to the table, and only there stands the way back
  if (!isTable)
    return (
      <Button icon={<TableOutlined />} disabled={isTable === undefined} onClick={toTable}>
        {say(words.table)}
      </Button>
    )
  return (
    <>
      <fieldset className="look-switch" aria-label={say(words.look)}>
        {(['cards', 'table'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === 'table'}
            onClick={() => one === 'cards' && turn('cards')}
          >
            {one === 'cards' ? <MenuOutlined aria-hidden="true" /> : <TableOutlined aria-hidden="true" />}{' '}
            {say(words[one])}
          </button>
        ))}
      </fieldset>
      <Button icon={<SettingOutlined />} aria-label={say(words.title)} onClick={() => setOpen(true)}>
        {say(words.columns)}
      </Button>
      {isOpen && (
        <ColumnsSheet
          columns={columns}
          isOfView={isOfView}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
