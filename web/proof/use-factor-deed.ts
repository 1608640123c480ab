import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { Factors } from '#contract/factor.ts'
import { useWords } from '#web/lib/words.ts'
import { useProofFailure } from './failure.ts'
import { useProven } from './prove.tsx'

/** A change to my factors: asks for a fresh proof where it is needed, and shows what is so afterwards. `isToldInPlace`: the form shows what went wrong itself. */
export function useFactorDeed<In, Out extends Factors>(
  work: (given: In) => Promise<Out>,
  onDone?: (out: Out) => void,
  { isToldInPlace = false } = {},
) {
  const { say } = useWords()
  const proven = useProven()
  const failure = useProofFailure(say)
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (given: In) => proven(() => work(given)),
    onSuccess: (out) => {
      queryClient.setQueryData(['factors'], out)
      onDone?.(out)
    },
    onError: (error) => {
      const told = failure(error)
      if (told && !isToldInPlace) message.error(told)
    },
  })
}
