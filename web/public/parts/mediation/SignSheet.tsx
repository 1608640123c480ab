/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Ink, inkOn } from '#web/lib/ink.ts'
import type { Door, LinkView, Standing } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import { AgreementText } from './AgreementText.tsx'
import { Changes } from './Changes.tsx'
import { usePartyStep } from './use-step.ts'

/** The agreement in full, and the name drawn below it. */
export function SignSheet({
  party,
  view,
  door,
  onDone,
  agreement,
}: {
  party: Standing
  view: LinkView
  door: Door
  onDone: () => void
  agreement: LinkView['agreements'][number]
}) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const canvas = useRef<HTMLCanvasElement>(null)
  const inkRef = useRef<Ink | null>(null)
  const [isEmpty, setEmpty] = useState(true)
  const [told, setTold] = useState<string>()
  useEffect(() => {
    if (!canvas.current) return
    const made = inkOn(canvas.current, () => {
      setEmpty(made.isEmpty())
      setTold(undefined)
    })
    inkRef.current = made
    return made.stop
  }, [])
  const put = async (file: File | undefined) => {
    if (!file) return
    try {
      inkRef.current?.put(await createImageBitmap(file))
    } catch {
      setTold(say(words.photoBad))
    }
  }
  const sign = () => {
    if (!inkRef.current || inkRef.current.isEmpty()) return setTold(say(words.signMissing))
    const { id: agreementId, version } = agreement
    const input = { partyId: party.partyId, byId: view.me.partyId, way: 'link', agreementId, version }
    void send('sign', input, inkRef.current.picture())
  }
  return (
    <>
      <h2>{say(words.signTitle)}</h2>
      <p>{say(words.signLead)}</p>
      <AgreementText agreement={agreement} />
      <Changes door={door} agreement={agreement} />
      <p class="sign-here">
        <strong>{say(words.signHere)}</strong>
        <button type="button" disabled={isEmpty} onClick={() => inkRef.current?.clear()}>
          {say(words.clear)}
        </button>
      </p>
      <canvas ref={canvas} class="sign-pad" role="img" aria-label={say(words.signPad)} />
      <label class="sign-photo">
        {say(words.photo)}
        <input
          type="file"
          accept="image/*"
          onChange={(event) => {
            void put(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <MoveProblem problem={problem} words={told} />
      <button type="button" class="primary wide" aria-disabled={isSending} onClick={sign}>
        {say(isSending ? words.saving : words.sign)}
      </button>
    </>
  )
}
