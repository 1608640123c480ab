import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#web/lib/api.ts'

const restMs = 180

/** What the server suggests once the typing rests for a moment; a request that another has overtaken is given up. */
export function useSuggestions(typed: string, isOn: boolean) {
  const q = typed.trim()
  const [rested, setRested] = useState(q)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(q), restMs)
    return () => window.clearTimeout(timer)
  }, [q])
  const { data, isFetching } = useQuery({
    queryKey: ['suggestions', rested],
    queryFn: ({ signal }) => call('suggest', { body: { q: rested } }, signal),
    enabled: isOn && rested !== '' && rested === q,
    placeholderData: keepPreviousData,
    // what was typed may be a name: it is not kept once nobody looks
    gcTime: 0,
  })
  return { found: q === '' ? undefined : data, isFetching: isFetching || rested !== q }
}
