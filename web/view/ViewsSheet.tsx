import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { SavedView } from '#contract/view.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import { useViewCommands, useViews } from './queries.ts'
import { ViewForm } from './ViewForm.tsx'
import { viewWords as words } from './words.ts'

/** All views in my own order: moved, renamed, shared, deleted. */
export function ViewsSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const { data } = useViews()
  const { remove, order } = useViewCommands()
  const [edited, setEdited] = useState<SavedView>()
  const [doomed, setDoomed] = useState<string>()
  const views = data?.rows ?? []
  const move = (from: number, to: number) => {
    const ids = views.map((view) => view.id)
    const [id] = ids.splice(from, 1)
    if (id !== undefined) ids.splice(to, 0, id)
    order.mutate(ids, { onError: (error) => void message.error(failureWords(error, language)) })
  }
  const drop = ({ id, name }: SavedView) =>
    remove.mutate(id, {
      onSuccess: () => void message.success(say(words.deleted, { name })),
      onError: (error) => void message.error(failureWords(error, language)),
    })
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={say(words.manage)} width={520}>
      {views.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      <ul className="lines view-lines">
        {views.map((view, at) => (
          <li key={view.id}>
            <span className="view-line-name">
              <b>{view.name}</b>
              <br />
              <small className="quiet">
                {view.unit
                  ? say(words.sharedBy, { unit: view.unit.name, owner: view.ownerName })
                  : say(words.mine)}
              </small>
            </span>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={say(words.up, { name: view.name })}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={say(words.down, { name: view.name })}
              disabled={at === views.length - 1}
              onClick={() => move(at, at + 1)}
            />
            {view.mayMend && (
              <>
                <Button aria-label={say(words.editOf, { name: view.name })} onClick={() => setEdited(view)}>
                  {say(words.edit)}
                </Button>
                <Button
                  danger={doomed === view.id}
                  aria-label={say(doomed === view.id ? words.removeSureOf : words.removeOf, {
                    name: view.name,
                  })}
                  onClick={() => (doomed === view.id ? drop(view) : setDoomed(view.id))}
                >
                  {say(doomed === view.id ? words.removeSure : words.remove)}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <ViewForm
          key={edited.id}
          view={edited}
          query={edited.query}
          columns={edited.columns}
          onClose={() => setEdited(undefined)}
          onSaved={() => setEdited(undefined)}
        />
      )}
    </Modal>
  )
}
