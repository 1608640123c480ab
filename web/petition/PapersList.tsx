import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PetitionView } from '#contract/petition.ts'
import { deliveryLabels, paperLabels, petitionStepLabels } from '#contract/words/petition.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { PaperForm } from '#domain/petition/papers.ts'
import type { IssuedForm } from '#domain/petition/petition.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { dayText } from './day-text.ts'
import { petitionWords as words } from './words.ts'

type Wanted = { form: PaperForm; of: string | null; as: 'pdf' | 'word' }

/** What was issued with its delivery, and every paper to download; what it is drawn for is on record. */
export function PapersList({ p, onDeliver }: { p: PetitionView; onDeliver: (form: IssuedForm) => void }) {
  const { language, say } = useWords()
  const draw = useMutation({
    mutationFn: ({ form, of, as }: Wanted) =>
      keepFile('drawPetitionPaper', {
        params: { id: p.matterId },
        body: { commandId: newId(), form, of, as, purpose: words.purpose.zh },
      }),
  })
  if (p.papers.length === 0) return null
  const button = (form: PaperForm, of: string | null, as: Wanted['as'], title: string) => (
    <Button
      key={as}
      size="small"
      type="text"
      disabled={draw.isPending}
      aria-label={say(as === 'pdf' ? words.asPdf : words.asWord, { title })}
      onClick={() => draw.mutate({ form, of, as })}
    >
      {as === 'pdf' ? 'PDF' : 'Word'}
    </Button>
  )
  return (
    <div className="petition-part">
      <h3>{say(words.papers)}</h3>
      <ul className="petition-lines">
        {p.papers.map(({ form, of }) => {
          const paper = p.issued.find((one) => one.form === form)
          const agent = p.mandates.find((one) => one.id === of)?.agentName
          const title = `${say(paperLabels[form])}${agent ? ` · ${agent}` : ''}`
          return (
            <li key={`${form}${of ?? ''}`} className="petition-paper">
              <span>
                <b>{title}</b>
                {paper && (
                  <small className="quiet">
                    {say(words.issuedBy, {
                      unit: paper.unitName ?? '',
                      day: dayText(dayOf(Date.parse(paper.at)), language),
                    })}
                    {' · '}
                    {paper.delivery
                      ? say(words.delivered, {
                          day: dayText(paper.delivery.on, language),
                          how: say(deliveryLabels[paper.delivery.how]),
                        })
                      : say(words.undelivered)}
                  </small>
                )}
                {(paper?.text ?? paper?.opinion) && (
                  <details>
                    <summary className="link">{say(petitionSummary)}</summary>
                    <p className="petition-words">{paper?.text ?? paper?.opinion?.opinion}</p>
                  </details>
                )}
              </span>
              <span className="petition-buttons">
                {paper && !paper.delivery && p.may.includes('deliver') && (
                  <Button size="small" onClick={() => onDeliver(paper.form)}>
                    {say(petitionStepLabels.deliver)}
                  </Button>
                )}
                {button(form, of, 'pdf', title)}
                {button(form, of, 'word', title)}
              </span>
            </li>
          )
        })}
      </ul>
      {draw.error && (
        <ErrorState error={draw.error} onRetry={() => draw.variables && draw.mutate(draw.variables)} />
      )}
    </div>
  )
}

const petitionSummary = { zh: '看内容', en: 'Read it' }
