import { PrinterOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { figurePeriodLabels } from '#contract/words/figure-labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { figurePeriods } from '#domain/mediation/figures.ts'
import { call } from '#web/lib/api.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { dayWords, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { FigureTiles } from './FigureTiles.tsx'
import { daysOf, type FigureSearch } from './figure-search.ts'
import { figureWords as words } from './figure-words.ts'
import '#web/insight/start.css'
import './figures.css'

/** The statistics of mediation: of a unit with everything below it, and of some days (domain rules §1.5). */
export function FiguresPage() {
  const { language, say } = useWords()
  const search = useSearch({ from: '/staff/mediations/figures' })
  const now = useNow()
  const days = daysOf(search, dayOf(now))
  const query = { ...days, ...(search.unit ? { unitId: search.unit } : {}) }
  const figures = useQuery({
    queryKey: ['mediations', 'figures', query],
    queryFn: ({ signal }) => call('getMediationFigures', { query }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const numbers = figures.data
  const isNothing = numbers && numbers.figures.opened + numbers.figures.closed + numbers.figures.open === 0
  return (
    <div className="page start figures">
      <Link to="/mediations" search={{}} className="link figures-back">
        {say(words.back)}
      </Link>
      <div className="page-top">
        <h1>{title}</h1>
        <Button icon={<PrinterOutlined />} className="print-button" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      <Ask search={search} days={days} />
      {numbers && (
        <p className="page-lead">
          {say(words.lead, {
            areas: numbers.areas.join(language === 'zh' ? '、' : ', '),
            from: dayWords(numbers.from, now, language),
            to: dayWords(numbers.to, now, language),
            time: planTime(Date.parse(numbers.at), now, language),
          })}
          <br />
          {say(words.scope)}
        </p>
      )}
      {figures.isPending && <Skeleton rows={9} />}
      {figures.error && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {isNothing && <Empty title={say(words.nothing)}>{say(words.nothingText)}</Empty>}
      {numbers && !isNothing && <FigureTiles numbers={numbers} />}
      {numbers && !isNothing && <Take query={query} />}
    </div>
  )
}

/** Of which unit and which days: both stand in the address. */
function Ask({ search, days }: { search: FigureSearch; days: { from: string; to: string } }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const go = (to: FigureSearch) => void navigate({ to: '/mediations/figures', search: to, replace: true })
  const units = useQuery({
    queryKey: ['mediations', 'figures', 'units'],
    queryFn: ({ signal }) => call('listFigureUnits', {}, signal),
    staleTime: 600_000,
  })
  const kept = search.unit ? { unit: search.unit } : {}
  const { period = search.from ? undefined : 'thisQuarter' } = search
  const set = (change: { from?: string; to?: string }) => {
    const next = { ...days, ...change }
    if (next.from && next.to) go({ ...kept, ...next })
  }
  return (
    <div className="figures-ask">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(words.unit)}
        className="figures-unit"
        value={search.unit ?? ''}
        onChange={(unit) => {
          const { unit: _, ...rest } = search
          go(unit === '' ? rest : { ...rest, unit })
        }}
        options={[
          { value: '', label: say(words.all) },
          ...(units.data?.rows ?? []).map(({ id, name, depth }) => ({
            value: id,
            label: `${'\u2003'.repeat(Math.max(0, depth))}${name}`,
          })),
        ]}
      />
      <nav className="periods" aria-label={say(words.period)}>
        {figurePeriods.map((one) => (
          <Link
            key={one}
            to="/mediations/figures"
            search={{ ...kept, period: one }}
            aria-current={one === period ? 'page' : undefined}
          >
            {say(figurePeriodLabels[one])}
          </Link>
        ))}
      </nav>
      <span className="figures-days">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span className="quiet">{say(words[end])}</span>
            <input
              type="date"
              className="input"
              value={days[end]}
              onChange={(event) => set({ [end]: event.target.value })}
            />
          </label>
        ))}
      </span>
    </div>
  )
}

const purposes = ['forReport', 'forMeeting', 'forCheck'] as const

/** Takes the numbers out as a sheet, under a mark, for a purpose that is put on record. */
function Take({ query }: { query: { from: string; to: string; unitId?: string } }) {
  const { language, say } = useWords()
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('forReport')
  const take = useMutation({
    mutationFn: () =>
      keepFile('exportMediationFigures', {
        body: { ...query, commandId: newId(), language, purpose: words[purpose].zh },
      }),
  })
  return (
    <div className="figures-take">
      <span className="quiet">{say(words.purpose)}</span>
      <Select
        aria-label={say(words.purpose)}
        value={purpose}
        onChange={setPurpose}
        options={purposes.map((value) => ({ value, label: say(words[value]) }))}
      />
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {say(words.excel)}
      </Button>
      {take.error && <ErrorState error={take.error} onRetry={() => take.mutate()} />}
    </div>
  )
}
