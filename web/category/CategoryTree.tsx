import { Link } from '@tanstack/react-router'
import { kindLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Empty } from '#web/ui/States.tsx'
import type { Category } from './CategoriesPage.tsx'
import { categoryWords as words } from './words.ts'

const textOf = ({ code, nameZh, nameEn, sure, likely, hint }: Category) =>
  `${code} ${nameZh} ${nameEn} ${sure} ${likely} ${hint}`.toLowerCase()

/** The classes with their members, those that fit what is typed. */
export function CategoryTree({
  rows,
  typed,
  isAll,
  openCode,
}: {
  rows: readonly Category[]
  typed: string
  isAll: boolean
  openCode: string | undefined
}) {
  const { language, say } = useWords()
  const needle = typed.trim().toLowerCase()
  const nameOf = (row: Category) => (language === 'zh' ? row.nameZh : row.nameEn)
  const offered = rows.filter((row) => isAll || !row.isClosed)
  const fits = new Set(offered.filter((row) => textOf(row).includes(needle)).map((row) => row.code))
  const shown = offered.filter(
    (row) =>
      fits.has(row.code) ||
      (row.parentCode === null && offered.some((one) => one.parentCode === row.code && fits.has(one.code))),
  )
  if (shown.length === 0) return <Empty title={say(words.none)}>{say(words.noneText)}</Empty>
  return (
    <ul className="people-rows">
      {shown.map((row) => (
        <li key={row.code}>
          <Link
            to="/categories"
            search={{ code: row.code }}
            className="category-row"
            data-level={row.parentCode === null ? 'class' : 'member'}
            aria-current={row.code === openCode ? 'page' : undefined}
          >
            <small className="number quiet">{row.code}</small>
            <span>{nameOf(row)}</span>
            {row.isClosed ? (
              <FlagTag tone="still">{say(words.closed)}</FlagTag>
            ) : (
              row.kind &&
              row.parentCode !== null && <small className="quiet">{say(kindLabels[row.kind])}</small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
