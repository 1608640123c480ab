import type { Given } from '#web/lib/api.ts'

type Answer = Given<'signInByProvider'>['body']

/** Where the platform sends the browser back to, within the console. */
export const backPath = '/sign-in/back'

/** What the platform sent along is taken out of the address before the router reads it, and before anybody copies it. */
function takeAnswer(): Answer | undefined {
  if (!window.location.pathname.endsWith(backPath)) return undefined
  const params = new URLSearchParams(window.location.search)
  window.history.replaceState(window.history.state, '', window.location.pathname)
  const state = params.get('state')
  if (!state) return undefined
  const [code, error, iss] = ['code', 'error', 'iss'].map((key) => params.get(key))
  return { state, ...(code ? { code } : {}), ...(error ? { error } : {}), ...(iss ? { iss } : {}) }
}

/** The answer with which this page was opened, if it was opened by coming back. */
export const answerBrought = takeAnswer()

/** Under this key waits what went wrong on the way, for the page on which the person goes on. */
export const wentWrongKey = ['wentWrong']
