import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { peopleWords as words } from './people-words.ts'

/** Why a deed was refused, with the way to the open work where that is the reason. */
export function Refusing({ words: said, isOpenWork }: { words: string | undefined; isOpenWork: boolean }) {
  const { say } = useWords()
  if (said === undefined) return null
  const show = () => document.getElementById('open-work')?.focus()
  return (
    <Notice tone="act" live>
      <p>{said}</p>
      {isOpenWork && (
        <button type="button" className="link" onClick={show}>
          {say(words.toOpenWork)}
        </button>
      )}
    </Notice>
  )
}
