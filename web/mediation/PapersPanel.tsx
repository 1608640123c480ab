import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import { formLabels } from '#contract/words/mediation-labels.ts'
import type { Form } from '#domain/mediation/forms/dossier.ts'
import { call } from '#web/lib/api.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { inRow } from './names.ts'
import { paperWords as words } from './paper-words.ts'

const purposes = ['forParties', 'forFile', 'forCourt'] as const
type Wanted = { form: Form; of: string | null; as: 'pdf' | 'word' }

/** The papers that the record fills by now, each as PDF and as Word, and the whole dossier; what they are drawn for is on record. */
export function PapersPanel({ m }: { m: MediationView }) {
  const { say, language } = useWords()
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('forParties')
  const params = { id: m.matterId, mediationId: m.id }
  const papers = useQuery({
    queryKey: ['matter', m.matterId, 'mediation', m.id, 'papers', m.version],
    queryFn: ({ signal }) => call('listMediationPapers', { params }, signal),
    enabled: m.mayRead,
    retry: false,
  })
  const draw = useMutation({
    mutationFn: ({ form, of, as }: Wanted) =>
      keepFile('drawMediationPaper', {
        params,
        body: { commandId: newId(), form, of, as, purpose: words[purpose].zh },
      }),
  })
  if (!m.mayRead) return null
  const isDrawing = (form: Form, of: string | null, as: Wanted['as']) =>
    draw.isPending && draw.variables.form === form && draw.variables.of === of && draw.variables.as === as
  const buttons = (form: Form, of: string | null, title: string) =>
    (['pdf', 'word'] as const).map((as) => (
      <Button
        key={as}
        size="small"
        type="text"
        loading={isDrawing(form, of, as)}
        disabled={draw.isPending}
        aria-label={say(words[as === 'pdf' ? 'asPdf' : 'asWord'], { title })}
        onClick={() => draw.mutate({ form, of, as })}
      >
        {as === 'pdf' ? 'PDF' : 'Word'}
      </Button>
    ))
  const missing = papers.data?.missing ?? []
  return (
    <section className="panel" aria-labelledby="papers-title">
      <header>
        <h2 id="papers-title">{say(words.title)}</h2>
      </header>
      <div className="panel-body papers">
        <div className="papers-purpose">
          <span className="quiet">{say(words.purpose)}</span>
          <Select
            size="small"
            aria-label={say(words.purpose)}
            value={purpose}
            onChange={setPurpose}
            options={purposes.map((value) => ({ value, label: say(words[value]) }))}
          />
        </div>
        {papers.isPending && <Skeleton rows={4} />}
        {papers.error && <ErrorState error={papers.error} onRetry={() => void papers.refetch()} />}
        <ul className="papers-list">
          {papers.data?.papers.map(({ form, of, title, number }) => (
            <li key={`${form}${of ?? ''}`}>
              <span>
                {say({ zh: title, en: formLabels[form].en })}{' '}
                {number && number !== m.number && <small className="quiet">{number}</small>}
              </span>
              <span>{buttons(form, of, title)}</span>
            </li>
          ))}
          {papers.data && (
            <li>
              <strong>{say(formLabels.dossier)}</strong>
              <span>{buttons('dossier', null, say(formLabels.dossier))}</span>
            </li>
          )}
        </ul>
        {missing.length > 0 && (
          <p className="quiet">
            {say(words.missing, {
              forms: inRow(
                missing.map((form) => say(formLabels[form])),
                language,
              ),
            })}
          </p>
        )}
        {draw.error && (
          <ErrorState error={draw.error} onRetry={() => draw.variables && draw.mutate(draw.variables)} />
        )}
      </div>
    </section>
  )
}
