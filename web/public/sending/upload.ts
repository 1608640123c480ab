import { type FileView, type Outcome, outcomeOf } from '../api.ts'

/** Milliseconds without a byte moving after which an upload counts as lost. */
const patienceMs = 25_000

/** Two at a time: more would only make each slower on a weak network, and the text waits behind them. */
let lanes = 2
const queue: (() => void)[] = []

/** Sends the bytes of a photo when a lane is free. The same id again is the same file. */
export async function uploadPhoto(
  district: number,
  id: string,
  blob: Blob,
  onShare: (share: number) => void,
): Promise<Outcome<FileView>> {
  if (lanes > 0) lanes -= 1
  else await new Promise<void>((next) => queue.push(next))
  try {
    return await put(district, id, blob, onShare)
  } finally {
    const next = queue.shift()
    if (next) next()
    else lanes += 1
  }
}

/** `fetch` cannot tell how far an upload is. */
function put(
  district: number,
  id: string,
  blob: Blob,
  onShare: (share: number) => void,
): Promise<Outcome<FileView>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let timer = 0
    const rest = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), patienceMs)
    }
    const end = (outcome: Outcome<FileView>) => {
      clearTimeout(timer)
      resolve(outcome)
    }
    request.open('PUT', `/api/public/${district}/files/${id}?name=${id.slice(-6)}.jpg`)
    request.setRequestHeader('x-maple', '1')
    request.setRequestHeader('content-type', blob.type || 'image/jpeg')
    request.upload.onprogress = (event) => {
      rest()
      if (event.lengthComputable) onShare(event.loaded / event.total)
    }
    request.onerror = request.onabort = () => end({ unreached: 'network' })
    request.onload = () => {
      let body: unknown
      try {
        body = JSON.parse(request.responseText)
      } catch {
        // Not ours: a proxy or a captive portal answered.
      }
      end(outcomeOf<FileView>(request.status, body))
    }
    rest()
    request.send(blob)
  })
}
