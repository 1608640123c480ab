import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import './hall.css'
import { hallQuery, keepHall } from './queries.ts'
import { hallWords as words } from './words.ts'

type Props = { ticketId: string; hallId: string; matterId: string | undefined }

/** Above the form: for which number somebody registers; and once it is registered, the matter linked to that number. */
export function Registering({ ticketId, hallId, matterId }: Props) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const hall = useQuery(hallQuery(hallId))
  const [commandId] = useState(newId)
  const { mutate, ...link } = useMutation({
    mutationFn: (id: string) =>
      call('moveTicket', { params: { id: ticketId }, body: { commandId, verb: 'link', matterId: id } }),
    onSuccess: ({ hall: view }) => keepHall(queryClient, view),
  })
  useEffect(() => {
    if (matterId !== undefined) mutate(matterId)
  }, [matterId, mutate])
  const mine = hall.data?.mine?.id === ticketId ? hall.data.mine : undefined
  const number = { number: link.data?.ticket?.label ?? mine?.label ?? '' }
  if (matterId !== undefined && link.error)
    return (
      <Notice tone="act" live action={<Button onClick={() => mutate(matterId)}>{say(words.retry)}</Button>}>
        {failureWords(link.error, language)}
      </Notice>
    )
  return (
    <Notice tone={link.isSuccess ? 'good' : 'info'} live>
      {say(
        link.isSuccess ? words.linked : matterId === undefined ? words.registeringFor : words.linking,
        number,
      )}{' '}
      {matterId !== undefined && link.isSuccess && (
        <>
          <Link className="link" to="/matters/$box/$id" params={{ box: 'area', id: matterId }} search={{}}>
            {say(words.goOn)}
          </Link>{' '}
        </>
      )}
      <Link className="link" to="/queue" search={{ hall: hallId }}>
        {say(words.backToQueue)}
      </Link>
    </Notice>
  )
}
