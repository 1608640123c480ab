/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'

type Props = {
  load: () => Promise<ComponentType<{ district: number; code: string }>>
  district: number
  code: string
}

/** A page that residents with a stairwell code never need, so that it is fetched only where it is opened. */
export function Later({ load, ...props }: Props) {
  const { say } = useSay()
  const [page, setPage] = useState<{ Page?: Awaited<ReturnType<typeof load>>; isLost?: true }>({})
  useEffect(() => {
    load().then(
      (Page) => setPage({ Page }),
      () => setPage({ isLost: true }),
    )
  }, [load])
  const { Page, isLost } = page
  if (Page) return <Page {...props} />
  if (!isLost) return <p class="sheet skeleton">{say(startWords.opening)}</p>
  return (
    <section class="sheet">
      <button type="button" class="primary" onClick={() => location.reload()}>
        {say(startWords.reopen)}
      </button>
    </section>
  )
}
