import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import type { Profile } from '#domain/profile/profile.ts'
import { useRuling } from '#web/category/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { readProfileFile, saveProfileFile } from './file.ts'
import type { ProfilePageData } from './ProfileEditor.tsx'
import { profileWords as words } from './words.ts'

/** What can be done with what is written: keep it, undo it, throw it away, take it out as a file or read one in. */
export function DraftBar({
  page,
  base,
  data,
  isChanged,
  onImport,
  onUndo,
  onSaved,
  onDropped,
}: {
  page: ProfilePageData
  /** The version of the draft that was there when the writing began. */
  base: number
  data: Profile
  isChanged: boolean
  onImport: (data: Profile) => void
  onUndo: () => void
  onSaved: (page: ProfilePageData) => void
  onDropped: (page: ProfilePageData) => void
}) {
  const { say } = useWords()
  const file = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<{ tone: 'good' | 'act'; text: string }>()
  const version = page.draft?.version ?? 0
  const save = useRuling(
    (commandId) => call('saveDraft', { body: { commandId, version: base, data } }),
    [],
    onSaved,
  )
  const drop = useRuling((commandId) => call('dropDraft', { body: { commandId, version } }), [], onDropped)
  const rest = save.rest ?? drop.rest
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    const result = await readProfileFile(chosen)
    if ('data' in result) onImport(result.data)
    setTold(
      'data' in result
        ? { tone: 'good', text: say(words.imported, { name: chosen.name }) }
        : { tone: 'act', text: say(words.badFile, { name: chosen.name, where: result.where }) },
    )
  }
  return (
    <div className="panel-body form profile-bar">
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
      {told && (
        <Notice tone={told.tone} live>
          {told.text}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={save.run}>
          {say(words.save)}
        </Button>
        {isChanged && <Button onClick={onUndo}>{say(words.undo)}</Button>}
        {page.draft && (
          <Button danger loading={drop.isPending} onClick={drop.run}>
            {say(words.drop)}
          </Button>
        )}
        <Button type="text" onClick={() => saveProfileFile(data, page.version)}>
          {say(words.exportFile)}
        </Button>
        <Button type="text" onClick={() => file.current?.click()}>
          {say(words.importFile)}
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={say(words.importFile)}
          onChange={(event) => void choose(event)}
        />
      </div>
    </div>
  )
}
