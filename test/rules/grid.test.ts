import { expect, test } from 'vitest'
import { printGrid, settings } from './grid.ts'

// A change of these files is a change of who may do what: read it line by line before accepting it with `vitest -u`.
test.each(Object.entries(settings))(
  'what each role may do at each place in each state is what was reviewed (%s)',
  async (name, setting) => {
    await expect(printGrid(setting)).toMatchFileSnapshot(`./__snapshots__/grid-${name}.txt`)
  },
)
