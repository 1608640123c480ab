import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { AddHoliday } from './AddHoliday.tsx'
import { ExceptionTable } from './ExceptionTable.tsx'
import { orgWords as words } from './words.ts'
import { YearView } from './YearView.tsx'
import { withDays } from './year-grid.ts'

type Calendar = Answer<'getCalendar'>

/** The exceptions as a table and as a year; an administrator changes and saves them together. */
export function CalendarEditor({ calendar, mayEdit }: { calendar: Calendar; mayEdit: boolean }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [days, setDays] = useState(calendar.days)
  const [status, setStatus] = useState<'official' | 'provisional'>(
    calendar.status === 'official' ? 'official' : 'provisional',
  )
  const [source, setSource] = useState(calendar.source)
  const isChanged =
    JSON.stringify([days, status, source]) !==
    JSON.stringify([calendar.days, calendar.status, calendar.source])
  const save = useMutation({
    mutationFn: () =>
      call('saveCalendar', {
        params: { year: calendar.year },
        body: { version: calendar.version, status, source, days },
      }),
    onSuccess: ({ recomputed, isDone, ...saved }) => {
      queryClient.setQueryData(['calendar', calendar.year], saved)
      void queryClient.invalidateQueries({ queryKey: ['calendar', 'changes'] })
      void queryClient.invalidateQueries({ queryKey: ['alarms'] })
      void queryClient.invalidateQueries({ queryKey: ['matters'] })
      message.success(isDone ? say(words.saved, { count: recomputed }) : say(words.savedMore))
    },
  })
  return (
    <>
      {!mayEdit && <YearView year={calendar.year} days={days} />}
      <section className="panel" aria-labelledby="exceptions-title">
        <header>
          <h2 id="exceptions-title">{say(words.exceptions, { count: days.length })}</h2>
        </header>
        <ExceptionTable days={days} year={calendar.year} onChange={mayEdit ? setDays : undefined} />
        {mayEdit && (
          <div className="panel-body form">
            <AddHoliday year={calendar.year} onAdd={(added) => setDays(withDays(days, added))} />
            <div className="fields-2">
              <Choices
                label={say(words.status)}
                options={[
                  { value: 'official', label: say(words.official) },
                  { value: 'provisional', label: say(words.provisional) },
                ]}
                value={status}
                onChoose={setStatus}
              />
              <Field label={say(words.source)} hint={say(words.sourceHint)}>
                {(wiring) => (
                  <input
                    {...wiring}
                    className="input"
                    maxLength={200}
                    value={source}
                    onChange={(event) => setSource(event.target.value)}
                  />
                )}
              </Field>
            </div>
            {save.error && (
              <Notice tone="act" live>
                {failureWords(save.error, language)}
              </Notice>
            )}
            <div className="form-actions">
              <Button
                type="primary"
                disabled={!isChanged || source.trim() === ''}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                {say(words.save)}
              </Button>
              {isChanged && (
                <Button
                  onClick={() => {
                    setDays(calendar.days)
                    setSource(calendar.source)
                  }}
                >
                  {say(words.undo)}
                </Button>
              )}
            </div>
          </div>
        )}
      </section>
      {mayEdit && <YearView year={calendar.year} days={days} />}
    </>
  )
}
