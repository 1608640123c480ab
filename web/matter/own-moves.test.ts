import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepOwnMove, knownVersion } from './own-moves.ts'

test('the next move follows my own last one while the page still shows what was before it', () => {
  const client = new QueryClient()
  expect(knownVersion(client, { id: 'a', version: 3 })).toBe(3)
  keepOwnMove(client, 'a', { from: 3, to: 4 })
  expect(knownVersion(client, { id: 'a', version: 3 })).toBe(4)
  // a third move in the same breath: the page still shows the first version
  keepOwnMove(client, 'a', { from: 3, to: 5 })
  expect(knownVersion(client, { id: 'a', version: 3 })).toBe(5)
})

test('what the page has caught up with, what another did, and other matters are as they are shown', () => {
  const client = new QueryClient()
  keepOwnMove(client, 'a', { from: 3, to: 4 })
  expect(knownVersion(client, { id: 'a', version: 4 })).toBe(4)
  expect(knownVersion(client, { id: 'a', version: 6 })).toBe(6)
  expect(knownVersion(client, { id: 'b', version: 3 })).toBe(3)
})
