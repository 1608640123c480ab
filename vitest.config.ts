import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['./test/global-setup.ts'], testTimeout: 60_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
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
          testTimeout: 600_000,
          hookTimeout: 180_000,
          // each story has a server, a database and a browser of its own
          maxWorkers: 2,
        },
      },
    ],
  },
})
