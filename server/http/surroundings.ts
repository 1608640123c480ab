/**
 * What the database says when it is going, coming or has no room: classes 08 (connection), 53 (out of disk, memory or
 * connections) and 58 (errors of the system below it), and the codes by which it is shut down or not there yet. A statement
 * that took too long (57014) is not among them: nobody can tell a slow disk from a query that is a defect.
 */
const ofDatabase = /^(08|53|58)...$|^57P0[1235]$/

/** What the system says when the disk or something else of the machine is used up or broken. */
const ofMachine: ReadonlySet<string> = new Set('ENOSPC EDQUOT EIO EROFS EMFILE ENFILE ENOMEM'.split(' '))

/** What happens on the way to the database. Of a file, `ENOENT` and its like are our own mistake. */
const onTheWay: ReadonlySet<string> = new Set(
  'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH EAI_AGAIN ENOTFOUND'.split(
    ' ',
  ),
)

/** What the driver says without a code, whole sentences of pg and pg-pool. */
const ofDriver: ReadonlySet<string> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
  'timeout expired',
])

/**
 * Whether a fault is one of the surroundings: the database went away in the middle, the disk is full, the machine has no more to
 * give. It passes by itself or by the hand of whoever runs the machine, and the same request may be sent again as it was.
 * Whatever is not known to be so is a defect.
 */
export function isOfSurroundings(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code, syscall, severity } = fault as NodeJS.ErrnoException & { severity?: string }
  // what ends the session by a word of the database: whoever runs it lets nobody in for a while
  if (severity === 'FATAL') return true
  if (typeof code !== 'string') return ofDriver.has(fault.message) || isOfSurroundings(fault.cause)
  if (ofDatabase.test(code) || ofMachine.has(code) || onTheWay.has(code)) return true
  return code === 'ENOENT' && syscall === 'connect'
}
