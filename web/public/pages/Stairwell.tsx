/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { findMine, mine } from '../mine.ts'
import { go } from '../navigate.ts'
import { AppealForm } from '../parts/AppealForm.tsx'
import { rememberDistrict } from '../parts/CodeForm.tsx'
import { Link } from '../parts/Link.tsx'
import { MyDoor } from '../parts/MyDoor.tsx'
import { PlaceHead } from '../parts/PlaceHead.tsx'
import { ReceiptCard } from '../parts/ReceiptCard.tsx'
import { SendingCard } from '../parts/SendingCard.tsx'
import { stairwellPath } from '../paths.ts'
import { usePlace } from '../place.ts'
import { useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import { arrived, parcelOf } from '../sending/outbox.ts'
import { useStore } from '../store.ts'
import { startWords } from '../words/start.ts'

type Props = { district: number; code: string; hash: string }

/** The page behind a stairwell code: write and send, see it go, get the receipt. The fragment `sent-…` names the receipt. */
export function Stairwell({ district, code, hash }: Props) {
  const { say, language } = useSay()
  const known = usePlace(district, code)
  const parcel = parcelOf(district, code)
  const draft = useStore(parcel.draft)
  const news = useStore(arrived)
  const path = stairwellPath(district, code)

  useEffect(() => {
    rememberDistrict(district)
  }, [district])
  useEffect(() => {
    if (known.place) parcel.label(known.place.label)
  }, [known.place, parcel])
  useEffect(() => {
    if (!news || news.district !== district || news.placeCode !== code) return
    arrived.set(undefined)
    go(`${path}#sent-${news.number}`, true)
  }, [news, district, code, path])

  useStore(mine)
  const receipt = hash.startsWith('sent-') ? findMine(hash.slice(5)) : undefined
  if (receipt) return <ReceiptCard key={receipt.number} receipt={receipt} again={path} />

  const { outcome } = known
  if (outcome && 'refused' in outcome && draft.stage === 'writing') {
    return (
      <section class="sheet" role="alert">
        <h1>{say(startWords.nowhere)}</h1>
        <p>{refusedWords(outcome.refused, language)}</p>
        <Link to="/" class="button">
          {say(startWords.home)}
        </Link>
      </section>
    )
  }
  return (
    <>
      <PlaceHead known={known} />
      {draft.stage === 'writing' ? <AppealForm parcel={parcel} /> : <SendingCard parcel={parcel} />}
      <MyDoor district={district} />
    </>
  )
}
