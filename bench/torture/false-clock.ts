// Loaded before a process of the stand: its clock is set by a message, as a machine's is by a mistake.
const Real = Date
let shiftMs = 0

class Shifted extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + shiftMs)
    else super(...(given as [number]))
  }
  static override now(): number {
    return Real.now() + shiftMs
  }
}

globalThis.Date = Shifted as DateConstructor
process.on('message', (told: { shiftMs?: number }) => {
  shiftMs = told.shiftMs ?? shiftMs
})
