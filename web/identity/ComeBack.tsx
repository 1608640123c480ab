import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { Brand } from '#web/console/Brand.tsx'
import { healthQuery } from '#web/console/queries.ts'
import { useEnter } from '#web/console/use-enter.ts'
import { consoleWords } from '#web/console/words.ts'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { NotProved } from '#web/proof/not-proved.ts'
import { ProofProvider, useProven } from '#web/proof/prove.tsx'
import { Lead } from '#web/ui/Lead.tsx'
import '#web/console/sign-in.css'
import { answerBrought, wentWrongKey } from './answer.ts'
import { identityWords as words } from './words.ts'

/** The page to which the platform sends the browser back; it does one thing and leads on. */
export function ComeBack() {
  const { say } = useWords()
  const { data: health } = useQuery(healthQuery)
  const title = say(words.back, { provider: health?.provider ?? say(words.platform) })
  useEffect(() => {
    document.title = title
  }, [title])
  if (!answerBrought) return <Lead to="/sign-in" search={{}} replace />
  const isLink = answerBrought.state.startsWith('link.')
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-card">
        <Brand name={say(consoleWords.product)} note={say(consoleWords.signInLead)} />
        <h1>{title}</h1>
        <p role="status">{say(words.checking)}</p>
        {isLink ? (
          <ProofProvider>
            <Link answer={answerBrought} />
          </ProofProvider>
        ) : (
          <Enter answer={answerBrought} />
        )}
      </div>
    </main>
  )
}

type Props = { answer: NonNullable<typeof answerBrought> }

/** Does it once, also where the page is drawn twice: an answer counts once. */
function useOnce(work: () => void): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    work()
  })
}

function Enter({ answer }: Props) {
  const enter = useEnter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const signIn = useMutation({
    mutationFn: () => call('signInByProvider', { body: answer }),
    onSuccess: ({ from, ...me }) => {
      if (!enter(me, from ?? undefined))
        void navigate({ to: '/sign-in', search: from ? { from } : {}, replace: true })
    },
    onError: (error) => {
      queryClient.setQueryData(wentWrongKey, error)
      void navigate({ to: '/sign-in', search: {}, replace: true })
    },
  })
  useOnce(() => signIn.mutate())
  return null
}

function Link({ answer }: Props) {
  const { say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const proven = useProven()
  const queryClient = useQueryClient()
  const toAccount = () => void navigate({ to: '/account', replace: true })
  const link = useMutation({
    mutationFn: () => proven(() => call('linkIdentity', { body: answer })),
    onSuccess: (view) => {
      queryClient.setQueryData(['identity'], view)
      message.success(say(words.linked))
      toAccount()
    },
    onError: (error) => {
      if (isRefused(error, 'signInFirst'))
        return void navigate({ to: '/sign-in', search: { from: '/account' }, replace: true })
      if (!(error instanceof NotProved)) queryClient.setQueryData(wentWrongKey, error)
      toAccount()
    },
  })
  useOnce(() => link.mutate())
  return null
}
