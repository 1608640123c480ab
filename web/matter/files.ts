import type { ActionView, MatterPage } from '#contract/matter.ts'
import { hrefOf } from '#web/lib/api.ts'
import type { ShownFile } from '#web/ui/FileGrid.tsx'

type FileView = MatterPage['voices'][number]['files'][number]

/** Attachments as the grid shows them, and where they are kept from. */
export function shownFiles(files: readonly FileView[]): (ShownFile & { keepUrl: string })[] {
  return files.map((file) => ({
    id: file.id,
    name: file.name,
    isPicture: file.mime.startsWith('image/'),
    smallUrl: hrefOf('readFile', { params: { id: file.id }, query: { size: 'small' } }),
    fullUrl: hrefOf('readFile', { params: { id: file.id }, query: {} }),
    keepUrl: hrefOf('readFile', { params: { id: file.id }, query: { as: 'keep' } }),
  }))
}

/** Every attachment of a story once, the newest first, with the step that brought it. */
export function filesOf(actions: readonly ActionView[]): { file: FileView; action: ActionView }[] {
  const known = new Set<string>()
  return actions
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap((action) => action.files.map((file) => ({ file, action })))
    .filter(({ file }) => !known.has(file.id) && known.add(file.id))
}
