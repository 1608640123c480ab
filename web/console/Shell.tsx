import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Permission } from '#domain/org/grants.ts'
import { SentHere } from '#web/hall/SentHere.tsx'
import { isRefused } from '#web/lib/failures.ts'
import { gatherNudges, type LiveState, listenLive } from '#web/lib/live.ts'
import { useOnline } from '#web/lib/use-online.ts'
import { useWords } from '#web/lib/words.ts'
import { EndedNotice } from '#web/proof/EndedNotice.tsx'
import { ProofProvider } from '#web/proof/prove.tsx'
import { SetUpFactor } from '#web/proof/SetUpFactor.tsx'
import { Lead } from '#web/ui/Lead.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { uiWords } from '#web/ui/ui-words.ts'
import { NotYourPage } from './Fallbacks.tsx'
import { FirstPassword } from './FirstPassword.tsx'
import { Header } from './Header.tsx'
import { HelpSheet } from './HelpSheet.tsx'
import { meQuery, useMe } from './queries.ts'
import { Rail } from './Rail.tsx'
import { useGlobalKeys } from './use-global-keys.ts'
import { consoleWords as words } from './words.ts'

/** What stands around every page: the header, the rail, live updates, the help. */
export function Shell() {
  const { say } = useWords()
  const me = useQuery(meQuery)
  const gate = me.data?.gate
  const live = useLive(gate === null)
  const isOnline = useOnline()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useGlobalKeys(() => setHelpOpen(true))
  useFocusOnNewPage()

  return (
    <ProofProvider>
      <div className="shell">
        <a className="skip-link" href="#main">
          {say(words.skip)}
        </a>
        <Header onHelp={() => setHelpOpen(true)} />
        {!isOnline ? (
          <div className="banner" role="status">
            {say(uiWords.offlineBanner)}
          </div>
        ) : (
          live === 'lost' && (
            <div className="banner" role="status">
              {say(words.liveLost)}
            </div>
          )
        )}
        {gate === null && <SentHere />}
        <div className="shell-body">
          {gate !== 'password' && gate !== 'setUp' && <Rail />}
          <main id="main" className="shell-main" tabIndex={-1}>
            <EndedNotice />
            {gate === 'factor' ? (
              <Lead to="/sign-in" search={{}} replace />
            ) : gate === 'password' ? (
              <FirstPassword />
            ) : gate === 'setUp' ? (
              <SetUpFactor />
            ) : me.data ? (
              <Page />
            ) : me.error && !isRefused(me.error, 'signInFirst') ? (
              <ErrorState error={me.error} onRetry={() => void me.refetch()} />
            ) : (
              <Skeleton rows={8} />
            )}
          </main>
        </div>
        <HelpSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </ProofProvider>
  )
}

const pageNeeds: readonly (readonly [path: string, needs: Permission])[] = [
  ['/start', 'matter.read'],
  ['/matters', 'matter.read'],
  ['/work', 'matter.read'],
  ['/queue', 'hall.serve'],
  ['/register', 'matter.receive'],
  ['/imports', 'intake.import'],
  ['/places', 'place.read'],
  ['/calendar', 'calendar.read'],
  ['/people', 'org.edit'],
  ['/units', 'org.edit'],
  ['/rosters', 'org.edit'],
  ['/partners', 'org.edit'],
  ['/templates', 'template.edit'],
  ['/profile', 'rules.edit'],
  ['/notices', 'matter.read'],
  ['/outlets', 'org.edit'],
  ['/security', 'security.edit'],
  ['/subjects', 'subject.read'],
  ['/registers', 'record.read'],
  ['/evaluation', 'evaluation.read'],
  ['/meetings', 'meeting.read'],
  ['/mediations/subsidy', 'subsidy.read'],
  ['/audit', 'audit.read'],
]

/** The page of the address, where one of my posts allows it. */
function Page() {
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/^\/console/, '') })
  const needs = pageNeeds.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1]
  return needs !== undefined && !me?.permissions.includes(needs) ? <NotYourPage /> : <Outlet />
}

/** Listens while somebody is signed in. `lost` is told only when it lasts, for a blink is nobody's business. */
function useLive(isOn: boolean): LiveState {
  const queryClient = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    if (!isOn) return
    let timer: number | undefined
    const stop = listenLive({
      onNudge: gatherNudges(queryClient),
      onCatchUp: () => void queryClient.invalidateQueries(),
      onState: (next) => {
        window.clearTimeout(timer)
        if (next === 'lost') timer = window.setTimeout(() => setState('lost'), 8_000)
        else setState(next)
      },
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [isOn, queryClient])
  return state
}

/** A new page begins at its main part, for the keyboard and the screen reader; within the list the focus stays. */
function useFocusOnNewPage(): void {
  const page = useRouterState({ select: (state) => state.location.pathname.split('/').slice(0, 3).join('/') })
  const last = useRef(page)
  useEffect(() => {
    if (last.current !== page) document.getElementById('main')?.focus({ preventScroll: true })
    last.current = page
  }, [page])
}
