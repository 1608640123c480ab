import type { MatterPage } from '#contract/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { shownFiles } from './files.ts'
import { quoteOf } from './story-words.ts'
import { matterWords as words } from './words.ts'

/** What the person has asked or been asked, before anything else is read. */
export function AskedNotices({ matter }: { matter: MatterPage }) {
  const last = (verb: Verb) => matter.actionLog.filter((action) => action.verb === verb).at(-1)
  const asked = last('ask')
  const answered = last('answer')
  const lines: { key: string; title: Sentence; tone: 'act' | 'info'; action: ReturnType<typeof last> }[] = []
  if (matter.flags.includes('reopenAsked'))
    lines.push({ key: 'reopen', title: words.reopenAsked, tone: 'act', action: last('askReopen') })
  if (matter.flags.includes('awaitingPerson'))
    lines.push({ key: 'ask', title: words.questionOpen, tone: 'info', action: asked })
  else if (matter.state === 'handling' && answered && asked && answered.seq > asked.seq)
    lines.push({ key: 'answer', title: words.personAnswered, tone: 'info', action: answered })
  return lines.map(
    ({ key, title, tone, action }) => action && <Asked key={key} title={title} tone={tone} action={action} />,
  )
}

function Asked({
  title,
  tone,
  action,
}: {
  title: Sentence
  tone: 'act' | 'info'
  action: MatterPage['actionLog'][number]
}) {
  const { say } = useWords()
  return (
    <Notice tone={tone}>
      <p>
        {say(title)} <When at={action.at} />
      </p>
      <blockquote>{quoteOf(action)}</blockquote>
      <FileGrid files={shownFiles(action.files)} />
    </Notice>
  )
}
