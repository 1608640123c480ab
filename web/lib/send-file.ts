import { type RouteName, routes } from '#contract/routes.ts'
import { type Answer, addressOf, type Given, ownHeader, valueOf } from './api.ts'
import { OfflineError } from './failures.ts'

type FileRoute = Extract<
  RouteName,
  'uploadFile' | 'uploadImport' | 'uploadRoster' | 'importCategories' | 'importTemplates' | 'importDuties'
>

/** Sends a file as it is, telling how far it got (0 to 1). Throws as `call` does. */
export function sendFile<Name extends FileRoute>(
  name: Name,
  given: Given<Name>,
  file: Blob,
  onProgress?: (share: number) => void,
): Promise<Answer<Name>> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has gone out
    const request = new XMLHttpRequest()
    request.open(routes[name].method, addressOf(routes[name], given))
    for (const [key, value] of Object.entries(ownHeader)) request.setRequestHeader(key, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(new OfflineError())
    request.onload = () => {
      try {
        const id = request.getResponseHeader('x-request-id') ?? undefined
        resolve(valueOf(request.status, request.responseText, id) as Answer<Name>)
      } catch (error) {
        reject(error)
      }
    }
    request.send(file)
  })
}
