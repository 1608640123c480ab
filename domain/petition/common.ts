/** The smallest area that holds several units. In: their paths, `/339901/001/`. Out: the path of what lies above all of them. */
export function commonPath(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').filter(Boolean))
  const same = first.filter((code, i) =>
    others.every((other) => first.slice(0, i).every((c, j) => other[j] === c) && other[i] === code),
  )
  return `/${same.map((code) => `${code}/`).join('')}`
}
