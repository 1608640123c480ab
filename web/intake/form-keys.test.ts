import { expect, test } from 'vitest'
import { formKeyOf } from './form-keys.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, code: 'Enter', tag: 'INPUT' }

test('Enter goes on to the next field, and only with Ctrl it registers, with Shift it dispatches too', () => {
  expect(formKeyOf({ ...plain, key: 'Enter' })).toEqual({ does: 'next' })
  expect(formKeyOf({ ...plain, key: 'Enter', tag: 'TEXTAREA' })).toBeUndefined()
  expect(formKeyOf({ ...plain, key: 'Enter', ctrlKey: true, tag: 'TEXTAREA' })).toEqual({ does: 'register' })
  expect(formKeyOf({ ...plain, key: 'Enter', metaKey: true, shiftKey: true })).toEqual({ does: 'dispatch' })
})

test('Alt and a digit join the similar matter of that place, whatever sign the keyboard makes of it', () => {
  expect(formKeyOf({ ...plain, key: '¡', code: 'Digit1', altKey: true })).toEqual({ does: 'join', index: 0 })
  expect(formKeyOf({ ...plain, key: '1', code: 'Digit1' })).toBeUndefined()
  expect(formKeyOf({ ...plain, key: '9', code: 'Digit9', altKey: true })).toBeUndefined()
})
