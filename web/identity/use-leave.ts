import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Goes to a page of the platform. Whoever comes back by the arrow of the browser finds the button as it was. */
export function useLeave(ask: () => Promise<{ url: string }>) {
  const leave = useMutation({
    mutationFn: ask,
    onSuccess: ({ url }) => window.location.assign(url),
  })
  const { reset } = leave
  useEffect(() => {
    const again = (event: PageTransitionEvent) => {
      if (event.persisted) reset()
    }
    window.addEventListener('pageshow', again)
    return () => window.removeEventListener('pageshow', again)
  }, [reset])
  return { ...leave, isLeaving: leave.isPending || leave.isSuccess }
}
