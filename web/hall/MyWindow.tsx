import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { HallView, TicketView } from '#contract/hall.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { When } from '#web/ui/When.tsx'
import { BookedBy } from './BookedBy.tsx'
import { type HallDeed, keepHall } from './queries.ts'
import { Transfer } from './Transfer.tsx'
import { hallKeys } from './use-hall-keys.ts'
import { hallWords as words } from './words.ts'

type Props = {
  hall: HallView
  run: (deed: HallDeed) => void
  finishAndNext: (ticketId: string, windowId: string) => Promise<void>
  isBusy: boolean
}

/** Where I sit, whom I have, and what comes next. */
export function MyWindow({ hall, ...doing }: Props) {
  const { say } = useWords()
  return (
    <section className="panel my-window" aria-labelledby="my-window">
      <header>
        <h2 id="my-window">{say(words.myWindow)}</h2>
      </header>
      <div className="panel-body form">
        <WindowChoice hall={hall} />
        {hall.mine ? (
          <AtWindow key={hall.mine.id} hall={hall} mine={hall.mine} {...doing} />
        ) : (
          hall.myWindowId !== null && <NextButton windowId={hall.myWindowId} {...doing} />
        )}
      </div>
    </section>
  )
}

function WindowChoice({ hall }: { hall: HallView }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const sit = useMutation({
    mutationFn: (windowId: string) => call('sitAt', { params: { id: hall.id }, body: { windowId } }),
    onSuccess: (view) => {
      keepHall(queryClient, view)
      void queryClient.invalidateQueries({ queryKey: ['calls'] })
    },
  })
  if (hall.windows.length === 0) return <p>{say(words.noWindows)}</p>
  return (
    <Field
      label={say(words.chooseWindow)}
      hint={hall.myWindowId === null ? say(words.chooseHint) : undefined}
      error={sit.error ? failureWords(sit.error, language) : undefined}
    >
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={hall.myWindowId ?? ''}
          disabled={hall.mine !== null}
          onChange={(event) => sit.mutate(event.target.value)}
        >
          {hall.myWindowId === null && <option value="">{say(words.choose)}</option>}
          {hall.windows.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Key({ children }: { children: ReactNode }) {
  return <kbd aria-hidden="true">{children}</kbd>
}

function NextButton({ windowId, run, isBusy }: { windowId: string; run: Props['run']; isBusy: boolean }) {
  const { say } = useWords()
  return (
    <>
      <p className="quiet">{say(words.nobodyHere)}</p>
      <Button
        type="primary"
        size="large"
        block
        loading={isBusy}
        onClick={() => run({ do: 'next', windowId })}
      >
        {say(words.next)} <Key>{hallKeys.next}</Key>
      </Button>
    </>
  )
}

function AtWindow({ hall, mine, run, finishAndNext, isBusy }: Props & { mine: TicketView }) {
  const { say } = useWords()
  const [isSending, setSending] = useState(false)
  const may = (verb: TicketView['may'][number]) => mine.may.includes(verb)
  const move = (verb: 'start' | 'recall' | 'pass' | 'finish') => (
    <Button disabled={isBusy} onClick={() => run({ do: 'move', id: mine.id, verb })}>
      {say(words[verb])} <Key>{hallKeys[verb]}</Key>
    </Button>
  )
  const at = mine.startedAt ?? mine.calledAt
  return (
    <div className="form" aria-live="polite">
      <div className="my-number">
        <strong className="number">{mine.label}</strong>
        {at && (
          <span className="quiet">
            <When at={at} /> · {say(mine.state === 'serving' ? words.serving : words.called)}
          </span>
        )}
        <BookedBy ticket={mine} />
      </div>
      <div className="form-actions">
        {mine.state === 'called' ? (
          <>
            <Button
              type="primary"
              disabled={isBusy}
              onClick={() => run({ do: 'move', id: mine.id, verb: 'start' })}
            >
              {say(words.start)} <Key>{hallKeys.start}</Key>
            </Button>
            {move('recall')}
            {move('pass')}
          </>
        ) : (
          <>
            {mine.matter ? (
              <Link
                className="link"
                to="/matters/$box/$id"
                params={{ box: 'area', id: mine.matter.id }}
                search={{}}
              >
                {say(words.openMatter, { number: mine.matter.number })}
              </Link>
            ) : (
              <Link className="button-link" to="/register" search={{ ticket: mine.id, hall: hall.id }}>
                {say(words.register)}
              </Link>
            )}
            {hall.myWindowId !== null && (
              <Button disabled={isBusy} onClick={() => void finishAndNext(mine.id, hall.myWindowId ?? '')}>
                {say(words.finishNext)}
              </Button>
            )}
            {move('finish')}
          </>
        )}
        {may('transfer') && !isSending && (
          <Button disabled={isBusy} onClick={() => setSending(true)}>
            {say(words.transfer)}
          </Button>
        )}
      </div>
      {isSending && <Transfer hall={hall} ticketId={mine.id} run={run} onClose={() => setSending(false)} />}
    </div>
  )
}
