/** @jsxImportSource preact */
import { CodeForm, knownDistrict } from '../parts/CodeForm.tsx'
import { MineList } from '../parts/MineList.tsx'
import { MyDoor } from '../parts/MyDoor.tsx'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'

/** The door without a stairwell: how to report, how to follow, and what this device has sent. */
export function Start() {
  const { say } = useSay()
  const district = Number(knownDistrict())
  return (
    <>
      <div class="welcome">
        <h1>{say(startWords.title)}</h1>
        <p>{say(startWords.lead)}</p>
      </div>
      <section class="sheet" aria-labelledby="track-title">
        <h2 id="track-title">{say(startWords.trackTitle)}</h2>
        <CodeForm />
      </section>
      {district > 0 && <MyDoor district={district} />}
      <section class="sheet" aria-labelledby="scan-title">
        <h2 id="scan-title">{say(startWords.scanTitle)}</h2>
        <p>{say(startWords.scan)}</p>
        <p class="hint">{say(startWords.scanNone)}</p>
      </section>
      <MineList />
    </>
  )
}
