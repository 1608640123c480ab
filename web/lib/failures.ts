import type { Refusal, RefusalCode } from '#domain/refusal.ts'

/** The server said no, and said why. */
export class RefusalError extends Error {
  readonly refusal: Refusal
  readonly status: number
  readonly requestId: string | undefined

  constructor(refusal: Refusal, status: number, requestId?: string) {
    super(refusal.refused)
    this.name = 'RefusalError'
    this.refusal = refusal
    this.status = status
    this.requestId = requestId
  }
}

/** The request did not reach the server, or the answer did not reach us: nobody knows whether it was done. */
export class OfflineError extends Error {
  constructor() {
    super('offline')
    this.name = 'OfflineError'
  }
}

/** A fault of ours; the id finds it in the log. */
export class FaultError extends Error {
  readonly status: number
  readonly requestId: string | undefined

  constructor(status: number, requestId?: string) {
    super(`fault ${status}`)
    this.name = 'FaultError'
    this.status = status
    this.requestId = requestId
  }
}

/** Whether the error is a refusal, of this code if one is given. */
export function isRefused(error: unknown, code?: RefusalCode): error is RefusalError {
  return error instanceof RefusalError && (code === undefined || error.refusal.refused === code)
}
