import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium, ensureRelay } from './debian.ts'
import { conclude, fail, newTally, root, runTests } from './tally.ts'

/** Plays the stories whose numbers or names are given (`npm run stories -- 1 4`), all of them without any. */
const wanted = process.argv.slice(2)
const files = readdirSync(join(root, 'test', 'stories')).filter((file) => file.endsWith('.story.ts'))
const isWanted = (file: string, name: string) =>
  /^\d+$/.test(name) ? Number.parseInt(file, 10) === Number(name) : file.includes(name)

const unknown = wanted.filter((name) => !files.some((file) => isWanted(file, name)))
if (unknown.length > 0) {
  console.error(`没有这些故事 no such story: ${unknown.join(', ')}. There are: ${files.join(', ')}`)
  process.exit(2)
}

const chosen =
  wanted.length === 0 ? files : files.filter((file) => wanted.some((name) => isWanted(file, name)))
const tally = newTally()
const chromium = ensureChromium()
if (chosen.some((file) => file.includes('relay'))) ensureRelay()
if (chromium) {
  const paths = chosen.map((file) => `test/stories/${file}`)
  await runTests(tally, 'stories', ['--project', 'stories', ...paths], { CHROMIUM_PATH: chromium })
} else {
  fail(tally, 'stories: no Chromium here (Debian: apt-get install chromium fonts-noto-cjk)')
}
process.exit(conclude(tally))
