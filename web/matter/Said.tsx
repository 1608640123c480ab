import type { MatterPage } from '#contract/matter.ts'
import { erasedTitle } from '#domain/subject/subject.ts'
import { useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { shownFiles } from './files.ts'
import { matterWords as words } from './words.ts'

/** What was said, and what came of it. */
export function Said({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const files = matter.voices[0]?.files ?? []
  return (
    <>
      <section className="panel said" aria-labelledby="said-title">
        <header>
          <h2 id="said-title">{say(words.said)}</h2>
        </header>
        <div className="panel-body">
          {matter.story === erasedTitle ? (
            <p className="quiet">{say(words.saidErased)}</p>
          ) : (
            <p className="prose">{matter.story}</p>
          )}
          <FileGrid files={shownFiles(files)} />
        </div>
      </section>
      {matter.result && (
        <section className="panel said" aria-labelledby="result-title">
          <header>
            <h2 id="result-title">{say(words.result)}</h2>
          </header>
          <div className="panel-body">
            <p className="prose">{matter.result}</p>
          </div>
        </section>
      )}
    </>
  )
}
