import type { MatterPage } from '#contract/matter.ts'
import { hrefOf } from '#web/lib/api.ts'
import type { ShownFile } from '#web/ui/FileGrid.tsx'

/** Attachments as the grid shows them. */
export function shownFiles(files: MatterPage['voices'][number]['files']): ShownFile[] {
  return files.map((file) => ({
    id: file.id,
    name: file.name,
    isPicture: file.mime.startsWith('image/'),
    smallUrl: hrefOf('readFile', { params: { id: file.id }, query: { size: 'small' } }),
    fullUrl: hrefOf('readFile', { params: { id: file.id }, query: {} }),
  }))
}
