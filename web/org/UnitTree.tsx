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
  return (
    <>
      <li
        role="treeitem"
        data-id={row.id}
        aria-level={level}
        aria-expanded={row.hasUnits ? isUnfolded : undefined}
        aria-selected={isOpen}
        tabIndex={row.id === focused ? 0 : -1}
        className="unit-row"
        style={{ paddingInlineStart: `${(level - 1) * 18}px` }}
        data-open={isOpen ? 'yes' : 'no'}
        data-closed={row.isOpen ? 'no' : 'yes'}
        onFocus={() => onFocus(row.id)}
        onClick={() => onOpen(row.id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onOpen(row.id)
        }}
      >
        <span
          className="unit-fold"
          aria-hidden="true"
          data-fold={row.hasUnits ? (isUnfolded ? 'open' : 'shut') : 'none'}
          onClick={(event) => {
            if (!row.hasUnits) return
            event.stopPropagation()
            onFold(row.id, !isUnfolded)
          }}
        />
        <span className="unit-name">
          {row.name}{' '}
          <small>
            {say(unitKindLabels[row.kind])}
            {!row.isOpen && ` · ${say(words.closed)}`}
          </small>
        </span>
      </li>
      {isUnfolded && <Level parent={row.id} level={level + 1} {...shared} />}
    </>
  )
}

/** What hangs below a unit: its items follow it, a step further in. */
function Level({ parent, level, ...shared }: Shared & { parent: string; level: number }) {
  const { say } = useWords()
  const units = useUnitRows({ parent, closed: shared.closed })
  const rows = units.data?.pages.flatMap((page) => page.rows) ?? []
  const more = () => void units.fetchNextPage()
  return (
    <>
      {rows.map((row) => (
        <TreeNode key={row.id} row={row} level={level} {...shared} />
      ))}
      {units.hasNextPage && (
        <li
          role="treeitem"
          aria-level={level}
          aria-selected={false}
          tabIndex={-1}
          className="unit-row unit-more"
          style={{ paddingInlineStart: `${(level - 1) * 18 + 32}px` }}
          onClick={more}
          onKeyDown={(event) => {
            if (event.key === 'Enter') more()
          }}
        >
          {say(words.more)}
        </li>
      )}
    </>
  )
}
