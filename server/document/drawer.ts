import { parentPort } from 'node:worker_threads'
import { type PdfFile, type PdfJob, pdfFile } from './pdf-file.ts'
import { type WordJob, wordFile } from './word-file.ts'

// the thread in which files are drawn: fonts and compiler are kept from one to the next

export type Job = PdfJob | WordJob
export type File = PdfFile
export type Done = File | { fault: string }

const draw = async (job: Job): Promise<File> =>
  job.form === 'pdf' ? pdfFile(job) : { bytes: await wordFile(job), pages: 0, starts: [] }

async function answer(job: Job): Promise<void> {
  try {
    const file = await draw(job)
    parentPort?.postMessage(file, [file.bytes.buffer])
  } catch (error) {
    const fault = error instanceof Error ? error.message : JSON.stringify(error)
    parentPort?.postMessage({ fault } satisfies Done, [])
  }
}

parentPort?.on('message', (job: Job) => void answer(job))
