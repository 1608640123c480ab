let context: AudioContext | undefined
let playedAt = 0

/** What arrives in two places of the screen at once is one arrival (milliseconds). */
const restMs = 2_000

/** Two soft tones; silent where the browser forbids sound before the first press. */
export function playChime(): void {
  if (Date.now() - playedAt < restMs) return
  playedAt = Date.now()
  try {
    context ??= new AudioContext()
    const start = context.currentTime
    for (const [index, pitch] of [659, 880].entries()) {
      const tone = context.createOscillator()
      const volume = context.createGain()
      const at = start + index * 0.16
      tone.frequency.value = pitch
      volume.gain.setValueAtTime(0, at)
      volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.4)
      tone.connect(volume).connect(context.destination)
      tone.start(at)
      tone.stop(at + 0.42)
    }
  } catch {
    // no sound device: the mark in the list says it too
  }
}
