import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { firstColumns, type ListColumn, listColumns } from '#contract/list-columns.ts'
import { useWords } from '#web/lib/words.ts'
import { columnLabels, columnWords as words } from './column-words.ts'

type Props = {
  columns: readonly ListColumn[]
  /** A view is open, and the columns will be its own. */
  isOfView: boolean
  onChoose: (columns: readonly ListColumn[]) => void
  onClose: () => void
}

/** The columns of the table, chosen and ordered by key or by mouse; nothing changes until it is said. */
export function ColumnsSheet({ columns, isOfView, onChoose, onClose }: Props) {
  const { say } = useWords()
  const [chosen, setChosen] = useState(columns)
  const [dragged, setDragged] = useState<ListColumn>()
  const [told, setTold] = useState('')
  const all = [...chosen, ...listColumns.filter((column) => !chosen.includes(column))]
  const move = (column: ListColumn, to: number) => {
    const rest = chosen.filter((one) => one !== column)
    setChosen([...rest.slice(0, to), column, ...rest.slice(to)])
    setTold(say(words.moved, { name: say(columnLabels[column]), at: to + 1 }))
  }
  const turn = (column: ListColumn) =>
    setChosen(chosen.includes(column) ? chosen.filter((one) => one !== column) : [...chosen, column])
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words.title)} width={440}>
      <p>{say(words.lead)}</p>
      <p className="quiet">{say(isOfView ? words.leadView : words.leadMine)}</p>
      <div className="hidden-text" aria-live="polite">
        {told}
      </div>
      <ul className="columns-list">
        {all.map((column) => {
          const name = say(columnLabels[column])
          const at = chosen.indexOf(column)
          return (
            <li
              key={column}
              draggable={at >= 0}
              data-dragged={dragged === column ? 'yes' : undefined}
              onDragStart={() => setDragged(column)}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => {
                if (dragged === undefined || at < 0) return
                event.preventDefault()
                if (dragged !== column) move(dragged, at)
              }}
              onDrop={(event) => event.preventDefault()}
            >
              <label className="check">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={column === 'title'}
                  onChange={() => turn(column)}
                />
                {name}
              </label>
              {at >= 0 && (
                <>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={say(words.left, { name })}
                    disabled={at === 0}
                    onClick={() => move(column, at - 1)}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={say(words.right, { name })}
                    disabled={at === chosen.length - 1}
                    onClick={() => move(column, at + 1)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className="form-actions">
        <Button
          type="primary"
          onClick={() => {
            onChoose(chosen)
            onClose()
          }}
        >
          {say(words.go)}
        </Button>
        <Button onClick={() => setChosen(firstColumns)}>{say(words.first)}</Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </Modal>
  )
}
