import { useEffect, useState } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Whether somebody has touched the page within a span (milliseconds): a window left open is not a person looking. */
export function useActive(withinMs: number): boolean {
  const [isActive, setActive] = useState(true)
  useEffect(() => {
    let timer = 0
    const wake = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setActive(false), withinMs)
      setActive(true)
    }
    wake()
    for (const sign of signs) window.addEventListener(sign, wake, { passive: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, wake)
    }
  }, [withinMs])
  return isActive
}
