import { profileShape } from '#contract/profile.ts'
import { completed, type Profile } from '#domain/profile/profile.ts'

const mostBytes = 500_000

/** Hands the profile to the browser as a file to keep. */
export function saveProfileFile(data: Profile, version: number): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `maple-rules-v${version}.json`
  link.click()
  URL.revokeObjectURL(url)
}

/**
 * Reads a profile out of a file, completed by the defaults for what it does not name. Out: the profile, or where it cannot be
 * read: the path of the first thing that is wrong.
 */
export async function readProfileFile(file: Blob): Promise<{ data: Profile } | { where: string }> {
  if (file.size > mostBytes) return { where: 'JSON' }
  return readProfile(await file.text())
}

/** The same from the text of the file. */
export function readProfile(text: string): { data: Profile } | { where: string } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { where: 'JSON' }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { where: 'JSON' }
  const { limits } = given as { limits?: unknown }
  if (limits !== undefined && !Array.isArray(limits)) return { where: 'limits' }
  const result = profileShape.safeParse(completed(given))
  if (result.success) return { data: result.data }
  const [issue] = result.error.issues
  const named = issue?.code === 'unrecognized_keys' ? issue.keys : []
  return { where: [...(issue?.path ?? []), ...named].join('.') || 'JSON' }
}
