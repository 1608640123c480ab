import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { kindLabels, urgencyLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import '#web/rules/rules.css'
import type { Category } from './CategoriesPage.tsx'
import { categoryWords as words } from './words.ts'

/** Type a sentence and see what would be proposed, and because of which words. */
export function TryWords({ rows, isOpen }: { rows: readonly Category[]; isOpen: boolean }) {
  const { language, say } = useWords()
  const [text, setText] = useState('')
  const asked = useMutation({ mutationFn: () => call('tryWords', { body: { text } }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') asked.mutate()
  }
  const { data } = asked
  const row = rows.find((one) => one.code === data?.categoryCode)
  return (
    <details className="panel book" open={isOpen}>
      <summary>{say(words.tryTitle)}</summary>
      <form className="form panel-body" onSubmit={submit}>
        <Field label={say(words.tryText)} hint={say(words.tryHint)}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input category-words"
              rows={2}
              maxLength={3000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="form-actions">
          <Button htmlType="submit" loading={asked.isPending}>
            {say(words.tryGo)}
          </Button>
        </div>
        {asked.error && (
          <Notice tone="act" live>
            {failureWords(asked.error, language)}
          </Notice>
        )}
        {data && (
          <div role="status">
            <p className="category-result">
              {data.because.length === 0
                ? say(words.tryNone)
                : say(words.tryResult, {
                    category: row
                      ? `${row.code} ${language === 'zh' ? row.nameZh : row.nameEn}`
                      : say(words.tryNoCategory),
                    kind: say(data.kind ? kindLabels[data.kind] : words.tryNoKind),
                    urgency: say(urgencyLabels[data.urgency ?? 'normal']),
                  })}
            </p>
            {data.because.length > 0 && (
              <p className="quiet category-because">
                {say(words.because)}
                {data.because.map((word) => (
                  <mark key={word}>{word}</mark>
                ))}
              </p>
            )}
          </div>
        )}
      </form>
    </details>
  )
}
