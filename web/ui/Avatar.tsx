/** Deep enough that white letters stand out on each (contrast of 4.5 and more). */
const inks = ['#1f5f5b', '#3f6485', '#6a4f7d', '#7a5a1e', '#4f6b35', '#8a4a5c', '#4b5660', '#2f5d7c']

function inkOf(name: string): string {
  let sum = 0
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return inks[sum % inks.length] ?? inks[0]!
}

/** A round mark drawn from a name: family name in Chinese, initial otherwise; a unit is square. */
export function Avatar({ name, shape = 'round' }: { name: string; shape?: 'round' | 'square' }) {
  return (
    <span className="avatar" data-shape={shape} style={{ background: inkOf(name) }} aria-hidden="true">
      {[...name.trim()][0] ?? '·'}
    </span>
  )
}
