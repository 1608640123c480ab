import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { deviceName } from '#web/console/devices.ts'
import { consoleWords } from '#web/console/words.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { uiWords } from '#web/ui/ui-words.ts'
import { proofWords as words } from './words.ts'

const queryKey = ['endedDevice']

/** Keeps the device that signing in put out, until its holder has read of it. */
export function useKeepEnded(): (device: string | undefined) => void {
  const queryClient = useQueryClient()
  return (device) => queryClient.setQueryData(queryKey, device ?? null)
}

/** Tells which device was signed out because there were too many. */
export function EndedNotice() {
  const { say } = useWords()
  const queryClient = useQueryClient()
  const { data } = useQuery<string | null>({
    queryKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === null) return null
  const device = deviceName(data) ?? say(consoleWords.unknownDevice)
  return (
    <Notice
      tone="near"
      live
      action={
        <Button size="small" onClick={() => queryClient.setQueryData(queryKey, null)}>
          {say(uiWords.close)}
        </Button>
      }
    >
      {say(words.ended, { device })}
    </Notice>
  )
}
