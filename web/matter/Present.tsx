import { verbLabels } from '#contract/words/labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { usePresent } from './use-present.ts'

const words = sentences({
  here: { zh: '{name}也打开着这件事', en: '{name} also has this matter open' },
  writes: { zh: '{name}正在填写“{verb}”', en: '{name} is filling in “{verb}”' },
  more: { zh: '还有 {count} 位同事打开着', en: '{count} more colleagues have it open' },
})

const atMost = 3

/** Which colleagues have this matter open now, and who writes in which form, so that no two do the same. */
export function Present({ matterId, verb }: { matterId: string; verb: Verb | undefined }) {
  const { say } = useWords()
  const others = usePresent(matterId, verb).toSorted(
    (a, b) => Number(b.verb !== null) - Number(a.verb !== null),
  )
  return (
    <ul className="present" aria-live="polite">
      {others.slice(0, atMost).map(({ accountId, name, verb: writing }) => (
        <li key={accountId} data-writing={writing === null ? 'no' : 'yes'}>
          <Avatar name={name} />
          {writing === null
            ? say(words.here, { name })
            : say(words.writes, { name, verb: say(verbLabels[writing]) })}
        </li>
      ))}
      {others.length > atMost && <li>{say(words.more, { count: others.length - atMost })}</li>}
    </ul>
  )
}
