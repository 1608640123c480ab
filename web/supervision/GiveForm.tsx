import { type FormEvent, useState } from 'react'
import type { Instrument } from '#domain/supervision/instruments.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { TextAndDay } from './TextAndDay.tsx'
import { giveWords, supervisionWords as words } from './words.ts'

type Giving = { matterId: string; clockId: string; kind: Instrument; unitName: string; answerOn: string }

/** What is asked of the unit, and until when it should answer. */
export function GiveForm({ giving, onClose }: { giving: Giving; onClose: () => void }) {
  const { say } = useWords()
  const { matterId, clockId, kind, unitName } = giving
  const [id] = useState(newId)
  const [text, setText] = useState('')
  const [answerOn, setAnswerOn] = useState(giving.answerOn)
  const deed = useDeed(
    ['supervision'],
    (commandId) =>
      call('giveInstrument', { body: { commandId, id, matterId, clockId, kind, text, answerOn } }),
    ['text', 'day', 'answerOn'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="form supervision-give" aria-label={say(giveWords[kind])} onSubmit={submit}>
      <p>{say(words.to, { unit: unitName })}</p>
      <TextAndDay
        text={{ label: say(words.asks), hint: say(words.asksHint), value: text, onChange: setText }}
        day={{
          ...{ label: say(words.answerDay), hint: say(words.answerDayHint) },
          ...{ value: answerOn, onChange: setAnswerOn },
        }}
        errorAt={deed.errorAt}
      />
      <FormEnd
        refused={deed.rest}
        act={say(giveWords[kind])}
        later={say(words.close)}
        isGrave={kind === 'red'}
        isPending={deed.isPending}
        onClose={onClose}
      />
    </form>
  )
}
