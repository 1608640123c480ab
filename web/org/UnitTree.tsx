import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { stepTo } from './tree-keys.ts'
import { useUnit, useUnitRows } from './unit-queries.ts'
import { unitWords as words } from './unit-words.ts'

type Row = Answer<'listUnits'>['rows'][number]
type Props = { openId: string | undefined; closed: boolean; onOpen: (id: string) => void }
type Shared = Props & {
  isUnfolded: (id: string) => boolean
  onFold: (id: string, isOpen: boolean) => void
  focused: string | undefined
  onFocus: (id: string) => void
}

/** The tree of the units, a level at a time; the arrows walk, unfold and fold it, Enter opens. */
export function UnitTree(props: Props) {
  const { say } = useWords()
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focused, setFocused] = useState<string>()
  const tree = useRef<HTMLUListElement>(null)
  const above = useUnit(props.openId).data?.above
  const root = useUnitRows({ closed: props.closed })
  const rows = root.data?.pages.flatMap((page) => page.rows) ?? []
  const rootId = rows[0]?.id
  // What is open is shown where it hangs, and the first level is never hidden, unless somebody folded it.
  const isUnfolded = (id: string) => folds.get(id) ?? (id === rootId || (above?.includes(id) ?? false))
  const onFold = (id: string, isOpen: boolean) => setFolds((before) => new Map([...before, [id, isOpen]]))
  const onKeyDown = (event: KeyboardEvent) => {
    if (tree.current && stepTo(tree.current, event.key, onFold)) event.preventDefault()
  }
  if (root.error) return <ErrorState error={root.error} onRetry={() => void root.refetch()} />
  if (root.isPending) return <Skeleton rows={8} />
  const shared = {
    ...props,
    isUnfolded,
    onFold,
    focused: focused ?? props.openId ?? rootId,
    onFocus: setFocused,
  }
  return (
    <ul ref={tree} role="tree" aria-label={say(words.tree)} className="unit-tree" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <TreeNode key={row.id} row={row} level={1} {...shared} />
      ))}
    </ul>
  )
}

function TreeNode({ row, level, ...shared }: Shared & { row: Row; level: number }) {
  const { say } = useWords()
  const { onFold, openId, onOpen, focused, onFocus } = shared
  const isUnfolded = row.hasUnits && shared.isUnfolded(row.id)
  const isOpen = row.id === openId
  const kind = say(unitKindLabels[row.kind])
  return (
    <li
      role="treeitem"
      id={`unit-${row.id}`}
      data-id={row.id}
      aria-level={level}
      aria-expanded={row.hasUnits ? isUnfolded : undefined}
      aria-selected={isOpen}
      aria-label={row.isOpen ? `${row.name} ${kind}` : `${row.name} ${kind} ${say(words.closed)}`}
      tabIndex={row.id === focused ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocus(row.id)
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        onOpen(row.id)
      }}
    >
      <div className="unit-row" data-open={isOpen ? 'yes' : 'no'} data-closed={row.isOpen ? 'no' : 'yes'}>
        <span
          className="unit-fold"
          aria-hidden="true"
          data-fold={row.hasUnits ? (isUnfolded ? 'open' : 'shut') : 'none'}
          onClick={() => row.hasUnits && onFold(row.id, !isUnfolded)}
        />
        <span className="unit-name" aria-hidden="true" onClick={() => onOpen(row.id)}>
          {row.name}
          <small>
            {kind}
            {!row.isOpen && ` · ${say(words.closed)}`}
          </small>
        </span>
      </div>
      {isUnfolded && <Level parent={row.id} level={level + 1} {...shared} />}
    </li>
  )
}

function Level({ parent, level, ...shared }: Shared & { parent: string; level: number }) {
  const { say } = useWords()
  const units = useUnitRows({ parent, closed: shared.closed })
  const rows = units.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <ul role="group" className="unit-level">
      {units.isPending && (
        <li role="none">
          <Skeleton rows={2} />
        </li>
      )}
      {rows.map((row) => (
        <TreeNode key={row.id} row={row} level={level} {...shared} />
      ))}
      {units.hasNextPage && (
        <li role="none" className="unit-more">
          <Button loading={units.isFetchingNextPage} onClick={() => void units.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </li>
      )}
    </ul>
  )
}
