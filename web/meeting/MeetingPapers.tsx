import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MeetingPage } from '#contract/meeting.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { pageWords as words } from './page-words.ts'

type Wanted = { paper: 'notice' | 'minutes'; as: 'pdf' | 'word' }

/** Notice and minutes as PDF and Word; drawing one is on record. */
export function MeetingPapers({ meeting }: { meeting: MeetingPage }) {
  const { say } = useWords()
  const draw = useMutation({
    mutationFn: (wanted: Wanted) =>
      keepFile('drawMeetingPaper', {
        params: { id: meeting.id },
        body: { commandId: newId(), ...wanted, purpose: words.purpose.zh },
      }),
  })
  const papers = meeting.state === 'confirmed' ? (['notice', 'minutes'] as const) : (['notice'] as const)
  return (
    <section className="panel" aria-labelledby="papers-title">
      <header>
        <h2 id="papers-title">{say(words.papers)}</h2>
      </header>
      <ul className="meeting-plain meeting-units panel-body">
        {papers.map((paper) => (
          <li key={paper}>
            <span>{say(words[paper])}</span>
            {(['pdf', 'word'] as const).map((as) => (
              <Button
                key={as}
                size="small"
                type="text"
                disabled={draw.isPending}
                aria-label={`${say(words[paper])} ${as === 'pdf' ? 'PDF' : 'Word'}`}
                onClick={() => draw.mutate({ paper, as })}
              >
                {as === 'pdf' ? 'PDF' : 'Word'}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {draw.error && (
        <ErrorState error={draw.error} onRetry={() => draw.variables && draw.mutate(draw.variables)} />
      )}
    </section>
  )
}
