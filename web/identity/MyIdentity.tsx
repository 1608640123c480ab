import { IdcardOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { IdentityView } from '#contract/identity.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { useProofFailure } from '#web/proof/failure.ts'
import { useProven } from '#web/proof/prove.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { wentWrongKey } from './answer.ts'
import { useLeave } from './use-leave.ts'
import { identityWords as words } from './words.ts'

const queryKey = ['identity']

/** Who I am at the identity platform; nothing where none is connected and nothing is left of an earlier one. */
export function MyIdentity() {
  const { say } = useWords()
  const failure = useProofFailure(say)
  const queryClient = useQueryClient()
  const proven = useProven()
  const identity = useQuery({ queryKey, queryFn: ({ signal }) => call('getIdentity', {}, signal) })
  const leave = useLeave(() => proven(() => call('askIdentity', {})))
  const { data } = identity
  const panel = useRef<HTMLElement>(null)
  const isShown = data !== undefined
  // Whoever comes back and was refused reads it without looking for it.
  useEffect(() => {
    if (isShown && queryClient.getQueryData(wentWrongKey)) panel.current?.scrollIntoView({ block: 'center' })
  }, [isShown, queryClient])
  if (identity.error) return <ErrorState error={identity.error} onRetry={() => void identity.refetch()} />
  if (!data || (data.provider === null && data.link === null)) return null
  const wrong = leave.error ?? queryClient.getQueryData<Error>(wentWrongKey)
  const told = wrong ? failure(wrong) : undefined
  const provider = data.provider ?? say(words.platform)
  const state = !data.link ? words.isOff : data.link.isCurrent ? words.isOn : words.isOld
  return (
    <section className="panel" aria-labelledby="identity" ref={panel}>
      <header>
        <h2 id="identity">{provider}</h2>
        <span className="flag" data-tone={!data.link ? 'info' : data.link.isCurrent ? 'good' : 'near'}>
          {say(state)}
        </span>
      </header>
      <p className="factor-lead quiet">{say(words.lead, { provider })}</p>
      {told && (
        <div className="identity-told">
          <Notice tone="act" live>
            {told}
          </Notice>
        </div>
      )}
      <ul className="lines">
        {data.link ? (
          <LinkLine link={data.link} />
        ) : (
          <li>
            <small className="quiet">{say(words.linkText, { provider })}</small>
            <Button
              icon={<IdcardOutlined />}
              loading={leave.isLeaving}
              onClick={() => {
                queryClient.removeQueries({ queryKey: wentWrongKey })
                leave.mutate()
              }}
            >
              {say(words.link)}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

function LinkLine({ link }: { link: NonNullable<IdentityView['link']> }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const failure = useProofFailure(say)
  const proven = useProven()
  const queryClient = useQueryClient()
  const unlink = useMutation({
    mutationFn: () => proven(() => call('unlinkIdentity', {})),
    onSuccess: (view) => {
      queryClient.removeQueries({ queryKey: wentWrongKey })
      queryClient.setQueryData(queryKey, view)
      message.success(say(words.unlinked))
    },
    onError: (error) => {
      const told = failure(error)
      if (told) message.error(told)
    },
  })
  return (
    <li>
      <span>
        <b>{say(words.mine)}</b> {link.shown && say(words.ending, { shown: link.shown })}
        <br />
        <small className="quiet">
          {link.isCurrent ? (
            <>
              {say(words.since)} <When at={link.linkedAt} /> ·{' '}
              {link.usedAt ? (
                <>
                  {say(words.used)} <When at={link.usedAt} />
                </>
              ) : (
                say(words.neverUsed)
              )}
            </>
          ) : (
            say(words.oldText)
          )}
        </small>
      </span>
      <Button loading={unlink.isPending} onClick={() => unlink.mutate()}>
        {say(words.unlink)}
      </Button>
    </li>
  )
}
