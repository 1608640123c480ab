/** @jsxImportSource preact */
import { CodeForm, knownDistrict } from '../parts/CodeForm.tsx'
import { Link } from '../parts/Link.tsx'
import { MineList } from '../parts/MineList.tsx'
import { MyDoor } from '../parts/MyDoor.tsx'
import { mediatorsPath } from '../paths.ts'
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
      {district > 0 && (
        <section class="sheet" aria-labelledby="mediators-title">
          <h2 id="mediators-title">{say(startWords.mediators)}</h2>
          <p>{say(startWords.mediatorsLead)}</p>
          <Link to={mediatorsPath(district)} class="button">
            {say(startWords.mediatorsGo)}
          </Link>
        </section>
      )}
      <section class="sheet" aria-labelledby="scan-title">
        <h2 id="scan-title">{say(startWords.scanTitle)}</h2>
        <p>{say(startWords.scan)}</p>
        <p class="hint">{say(startWords.scanNone)}</p>
      </section>
      <MineList />
    </>
  )
}
