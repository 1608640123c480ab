import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { isSameProfile } from '#domain/profile/changes.ts'
import { problemsOf } from '#domain/profile/check.ts'
import type { Profile } from '#domain/profile/profile.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { Changes } from './Changes.tsx'
import { DraftBar } from './DraftBar.tsx'
import { LimitsEditor } from './LimitsEditor.tsx'
import { Publish } from './Publish.tsx'
import { problemWords } from './rule-words.ts'
import { SettingsEditor } from './SettingsEditor.tsx'
import { TryDraft } from './TryDraft.tsx'
import { profileWords as words } from './words.ts'

export type ProfilePageData = Answer<'getProfilePage'>

/** The next version as it is written: its lines and figures, what has to be mended, how it differs, and its publishing. */
export function ProfileEditor({ page }: { page: ProfilePageData }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [edited, setEdited] = useState<{ data: Profile; base: number }>()
  const draft = page.draft?.version ?? 0
  const saved = page.draft?.data ?? page.data
  const data = edited?.data ?? saved
  const isChanged = !isSameProfile(data, saved)
  // What was written stands in the draft, or was taken back: from here on the draft is shown as it comes.
  if (edited && !isChanged) setEdited(undefined)
  const base = edited?.base ?? draft
  const isElse = base !== draft
  const write = (next: Profile) => setEdited({ data: next, base })
  const take = (next: ProfilePageData, said: string) => {
    queryClient.setQueryData(['rules', 'profile'], next)
    message.success(said)
  }
  const problems = problemsOf(data)
  const isReady = page.draft !== null && !isChanged && problems.every((problem) => !problem.isGrave)
  return (
    <>
      {isElse && (
        <Notice tone="near" live>
          {say(words.draftElse, { by: page.draft?.by ?? '' })}
        </Notice>
      )}
      {page.draft && !isElse && (
        <Notice>
          {say(words.draftBy, { by: page.draft.by ?? '' })} <When at={page.draft.changedAt} />
        </Notice>
      )}
      <LimitsEditor
        limits={data.limits}
        problems={problems}
        onChange={(limits) => write({ ...data, limits })}
      />
      <SettingsEditor profile={data} problems={problems} onChange={write} />
      <section className="panel profile-part" aria-labelledby="profile-problems">
        <header>
          <h2 id="profile-problems">{say(words.problems)}</h2>
        </header>
        <div className="panel-body" role="status">
          {problems.length === 0 ? (
            <p className="quiet">{say(words.noProblems)}</p>
          ) : (
            <ul className="profile-list">
              {problems.map((problem) => {
                const said = problemWords(problem, data, language)
                return (
                  <li key={said} data-tone={problem.isGrave ? 'act' : 'near'}>
                    {said}
                  </li>
                )
              })}
            </ul>
          )}
        </div>
        <DraftBar
          page={page}
          base={base}
          data={data}
          isChanged={isChanged}
          onImport={write}
          onUndo={() => setEdited(undefined)}
          onSaved={(next) => take(next, say(words.saved))}
          onDropped={(next) => {
            setEdited(undefined)
            take(next, say(words.dropped))
          }}
        />
      </section>
      {(isChanged || page.draft) && (
        <>
          <Changes was={page.data} is={data} />
          <TryDraft key={draft} isReady={isReady} />
          <Publish version={page.version + 1} draft={draft} isReady={isReady} />
        </>
      )}
    </>
  )
}
