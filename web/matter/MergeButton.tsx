import { App, Button, Popconfirm } from 'antd'
import type { MatterPage } from '#contract/matter.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { standingWords as words } from './standing-words.ts'
import { useMove } from './use-move.ts'

/** Joins the open matter into a similar one, after one more look at which. */
export function MergeButton({ matter, into }: { matter: MatterPage; into: { id: string; number: string } }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const move = useMove(matter)
  if (!matter.may.includes('merge')) return null
  const merge = () =>
    move.mutate(
      { verb: 'merge', input: { intoId: into.id } },
      {
        onSuccess: () => void message.success(say(words.mergeDone, { number: into.number })),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  return (
    <Popconfirm
      title={say(words.mergeAsk, { number: into.number })}
      description={say(words.mergeAskText)}
      okText={say(words.merge)}
      cancelText={say(words.mergeNot)}
      onConfirm={merge}
    >
      <Button size="small" loading={move.isPending}>
        {say(words.merge)}
      </Button>
    </Popconfirm>
  )
}
