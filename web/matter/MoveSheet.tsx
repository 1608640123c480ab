import { CloseOutlined } from '@ant-design/icons'
import type { MatterPage } from '#contract/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from '#web/ui/ui-words.ts'
import { MoveForm } from './MoveForm.tsx'

type Props = { matter: MatterPage; verb: Verb; accountId: string; title: string; onClose: () => void }

/** A form within the page at the desk, so that the story stays in sight; over the whole screen on a phone. */
export function MoveSheet({ matter, verb, accountId, title, onClose }: Props) {
  const { say } = useWords()
  return (
    <section className="panel sheet" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={say(uiWords.close)} onClick={onClose}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </header>
      <div className="panel-body">
        <MoveForm matter={matter} verb={verb} accountId={accountId} onClose={onClose} />
      </div>
    </section>
  )
}
