import { Worker } from 'node:worker_threads'
import type { Done, File, Job } from './drawer.ts'

/** A file that takes longer is given up, and the thread that draws it. */
const longestMs = 120_000
/** A file of 200 pages takes half of it as Word; one that needs more than all fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }
/** Fonts take some 60 MB: a thread that has nothing to draw goes. */
const idleMs = 60_000

/** The thread that draws, and what to call when it has answered or is gone. */
type Thread = { worker: Worker; settle: (done: Done | Error) => void }

let thread: Thread | undefined
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/** Has a file drawn in a thread of its own, one after the other, so that a long one stops nobody else. */
export function inThread(job: Job): Promise<File> {
  const drawn = last.then(() => draw(job))
  last = drawn.catch(() => undefined)
  return drawn
}

async function draw(job: Job): Promise<File> {
  clearTimeout(idle)
  const drawer = (thread ??= begin())
  const late = setTimeout(() => drop(drawer, new Error(`not drawn in ${longestMs} ms`)), longestMs)
  try {
    const done = await new Promise<Done | Error>((resolve) => {
      drawer.settle = resolve
      drawer.worker.ref()
      drawer.worker.postMessage(job, [])
    })
    if (done instanceof Error) throw done
    if ('fault' in done) throw new Error(done.fault)
    return done
  } finally {
    clearTimeout(late)
    drawer.worker.unref()
    idle = setTimeout(() => drop(drawer, new Error('idle')), idleMs).unref()
  }
}

function begin(): Thread {
  const drawer: Thread = {
    worker: new Worker(new URL('./drawer.ts', import.meta.url), { resourceLimits }),
    settle: () => {},
  }
  drawer.worker.on('message', (done: Done) => drawer.settle(done))
  drawer.worker.on('error', (error: Error) => drop(drawer, error))
  drawer.worker.on('exit', (code) => drop(drawer, new Error(`the thread that draws ended with ${code}`)))
  return drawer
}

function drop(drawer: Thread, error: Error) {
  if (thread === drawer) thread = undefined
  drawer.settle(error)
  void drawer.worker.terminate()
}
