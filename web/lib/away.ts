/** Nobody has touched the page for so long (milliseconds): what it asks then, it asks by itself. */
const awayMs = 3 * 60_000

let touchedAt = Date.now()
const touch = () => {
  touchedAt = Date.now()
}
if (typeof document !== 'undefined')
  for (const what of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    document.addEventListener(what, touch, { capture: true, passive: true })

/** Whether the person seems to be away from this page. */
export const isAway = (now = Date.now()) => now - touchedAt > awayMs
