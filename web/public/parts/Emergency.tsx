/** @jsxImportSource preact */
import { soundsDesperate, soundsUrgent } from '../emergency.ts'
import { useSay } from '../reader.ts'
import { stairwellWords } from '../words/stairwell.ts'

/** Telephone numbers for danger, shown only when the words sound like it; writing and sending go on as before. */
export function Emergency({ words }: { words: string }) {
  const { say } = useSay()
  const isUrgent = soundsUrgent(words)
  const lines = [
    ['110', stairwellWords.call110],
    ['119', stairwellWords.call119],
    ['120', stairwellWords.call120],
    ['122', stairwellWords.call122],
    ...(soundsDesperate(words) ? ([['12356', stairwellWords.call12356]] as const) : []),
  ] as const
  return (
    <div role="alert">
      {isUrgent && (
        <div class="emergency">
          <p>{say(stairwellWords.urgent)}</p>
          <div class="lines">
            {lines.map(([number, name]) => (
              <a key={number} href={`tel:${number}`}>
                {say(name)}
              </a>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
