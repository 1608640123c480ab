const begun = Number(process.env['MAPLE_COMMAND_AT']) || Date.now()

/** Seconds since the command was typed. */
export const secondsSinceCommand = (): string => ((Date.now() - begun) / 1000).toFixed(1)

export const say = (line: string): void => console.log(line)

/** Does one step of the start; a step that takes over a second shows that it is still at work. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  let shown = false
  const timer = setInterval(() => {
    if (!shown) process.stdout.write(`${title} …`)
    else process.stdout.write('.')
    shown = true
  }, 1_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (shown) process.stdout.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  }
}
