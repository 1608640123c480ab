import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import type { Answer } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import './rules.css'
import { bookWords as words } from './words.ts'

type Result = Answer<'importCategories'>
type Name = 'importCategories' | 'importTemplates' | 'importDuties'
type Chosen = { file: File; commandId: string; result: Result }

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function saveBook(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: xlsxMime }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.xlsx`
  link.click()
  URL.revokeObjectURL(url)
}

/** The list as a workbook, and a workbook back: first it is said what would be done, then it is done. */
export function BookPanel({ importing, exportPath }: { importing: Name; exportPath: string }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const sent = useMutation({
    mutationFn: async ({ file, commandId, apply }: { file: File; commandId: string; apply: '0' | '1' }) => {
      const result = await sendFile(importing, { query: { commandId, apply, name: file.name } }, file)
      return { file, commandId, apply, result }
    },
    onSuccess: ({ file, commandId, apply, result }) => {
      if (apply === '0') return setChosen({ file, commandId, result })
      setChosen(undefined)
      message.success(say(words.applied, { added: result.added, changed: result.changed }))
      for (const queryKey of [['rules'], ['categories'], ['templates']])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    setChosen(undefined)
    if (file) sent.mutate({ file, commandId: newId(), apply: '0' })
  }
  const { added = 0, changed = 0, same = 0, badCount = 0, bad = [], badBook = null } = chosen?.result ?? {}
  return (
    <details className="panel book">
      <summary>{say(words.title)}</summary>
      <div className="panel-body form">
        <p className="quiet">{say(words.hint)}</p>
        <div className="form-actions">
          <a className="link" href={exportPath} download>
            {say(words.exportBook)}
          </a>
          <Button loading={sent.isPending && !chosen} onClick={() => input.current?.click()}>
            {say(sent.isPending && !chosen ? words.checking : words.choose)}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx"
            hidden
            aria-label={say(words.choose)}
            onChange={choose}
          />
        </div>
        {sent.error && (
          <Notice tone="act" live>
            {failureWords(sent.error, language)}
          </Notice>
        )}
        {chosen && (
          <div role="status" className="form">
            <p>{say(words.checked, { name: chosen.file.name, added, changed, same, bad: badCount })}</p>
            {bad.length > 0 && (
              <ul className="book-bad">
                {bad.slice(0, 10).map((row) => {
                  const why = failureWords(new RefusalError(row.problem, 422), language)
                  return <li key={row.rowNumber}>{say(words.badRow, { row: row.rowNumber, why })}</li>
                })}
              </ul>
            )}
            <div className="form-actions">
              <Button
                type="primary"
                disabled={added + changed === 0}
                loading={sent.isPending}
                onClick={() => sent.mutate({ file: chosen.file, commandId: chosen.commandId, apply: '1' })}
              >
                {say(words.apply)}
              </Button>
              {badBook !== null && (
                <Button onClick={() => saveBook(badBook, say(words.badFile))}>{say(words.badBook)}</Button>
              )}
              <Button type="text" onClick={() => setChosen(undefined)}>
                {say(words.cancel)}
              </Button>
            </div>
          </div>
        )}
      </div>
    </details>
  )
}
