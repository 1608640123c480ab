import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { SignedIn } from '#contract/session.ts'
import { useKeepEnded } from '#web/proof/EndedNotice.tsx'
import { meQuery } from './queries.ts'

/** Only a path of this console: an address from outside must not lead elsewhere after signing in. `/` leads home. */
function safePath(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/'
}

/** Goes to the page that was asked for. Out of what it gives: whether it did; it does not while the second step is owed. */
export function useEnter(): (me: SignedIn, from: string | undefined) => boolean {
  const router = useRouter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const keepEnded = useKeepEnded()
  return (me, from) => {
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    if (me.gate === 'factor') return false
    keepEnded(me.ended?.device)
    const target = safePath(from)
    if (target.startsWith('/console')) router.history.push(target)
    else void navigate({ to: target as '/' })
    return true
  }
}
