import { BulbOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { MatterPage } from '#contract/matter.ts'
import { kindLabels, urgencyLabels } from '#contract/words/labels.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from './queries.ts'
import { useMove } from './use-move.ts'
import { matterWords as words } from './words.ts'

/** What the machine proposes and because of which words; a person decides. */
export function Proposal({ matter, onChange }: { matter: MatterPage; onChange: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const { nameOf } = useCategories()
  const move = useMove(matter)
  const { proposal } = matter
  if (!proposal?.categoryCode) return null
  const kind = proposal.kind ?? matter.kind
  const urgency = proposal.urgency ?? matter.urgency
  const adopt = () =>
    move.mutate(
      { verb: 'triage', input: { title: matter.title, kind, urgency, categoryCode: proposal.categoryCode } },
      {
        onSuccess: () => void message.success(say(words.adopted)),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  return (
    <section className="panel proposal" aria-labelledby="proposal-title">
      <h2 id="proposal-title">
        <BulbOutlined aria-hidden="true" /> {say(words.proposal)}
      </h2>
      <div className="proposal-text">
        <p>
          {say(words.proposalText, {
            category: nameOf(proposal.categoryCode) ?? proposal.categoryCode,
            kind: say(kindLabels[kind]),
            urgency: say(urgencyLabels[urgency]),
          })}
        </p>
        {proposal.because.length > 0 && (
          <p className="quiet">
            {say(words.because)}
            {proposal.because.map((word) => (
              <mark key={word}>{word}</mark>
            ))}
          </p>
        )}
      </div>
      <div className="form-actions">
        <Button onClick={adopt} loading={move.isPending}>
          {say(words.adopt)}
        </Button>
        <Button type="text" onClick={onChange}>
          {say(words.adoptChange)}
        </Button>
      </div>
    </section>
  )
}
