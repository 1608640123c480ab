import { useEffect, useState } from 'preact/hooks'
import { findPlace, type Outcome, type Place } from './api.ts'
import { recall, remember } from './memory.ts'
import { waitMs } from './sending/draft.ts'

/** What is known of a stairwell: looked up, met before on this device, or not yet. */
export type KnownPlace = { place: Place | undefined; outcome: Outcome<Place> | undefined }

/** Looks a stairwell up, shows meanwhile what this device knew of it, and goes on trying while the network is away. */
export function usePlace(district: number, code: string): KnownPlace {
  const key = `place.${district}.${code}`
  const [place, setPlace] = useState<Place | undefined>(() => recall<Place | undefined>(key, undefined))
  const [outcome, setOutcome] = useState<Outcome<Place>>()
  useEffect(() => {
    let timer = 0
    let failures = 0
    let isOver = false
    const look = async () => {
      const found = await findPlace(district, code)
      if (isOver) return
      setOutcome(found)
      if ('ok' in found) {
        setPlace(found.ok)
        remember(key, found.ok)
      } else if ('unreached' in found) {
        failures += 1
        timer = window.setTimeout(look, waitMs(failures))
      }
    }
    const now = () => {
      clearTimeout(timer)
      void look()
    }
    void look()
    addEventListener('online', now)
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', now)
    }
  }, [district, code, key])
  return { place, outcome }
}
