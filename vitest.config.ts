import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What comes to pass by itself may take its time on a busy machine; nothing that is there is waited for. */
const patient = { expect: { poll: { timeout: 15_000 } } }
const database = {
  globalSetup: ['./test/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 180_000,
  ...patient,
}

const isStory = ({ moduleId }: TestSpecification) => moduleId.endsWith('.story.ts')

/** Stories in the order of their names: the one that opens every page takes longest, and would else be played last and alone. */
class StoriesByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const stories = sorted.filter(isStory).toSorted((a, b) => a.moduleId.localeCompare(b.moduleId))
    return [...sorted.filter((file) => !isStory(file)), ...stories]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: StoriesByName },
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{domain,contract,web}/**/*.test.{ts,tsx}', 'test/rules/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'test/{,twins/}*.test.ts', 'scripts/**/*.test.ts'],
          ...database,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['test/stories/*.story.ts'],
          globalSetup: [...database.globalSetup, './test/stories/demo-setup.ts'],
          setupFiles: ['./test/stories/open-pages.ts'],
          ...patient,
          testTimeout: 600_000,
          hookTimeout: 180_000,
          // each story has a server, a database and a browser of its own
          maxWorkers: 2,
        },
      },
    ],
  },
})
