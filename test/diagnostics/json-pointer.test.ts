import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinPointer } from '../../src/diagnostics/json-pointer.ts'

test.each<[string, string | number, string]>([
  ['', 'spec', '/spec'],
  ['/spec', 'workflows', '/spec/workflows'],
  ['/nodes', 0, '/nodes/0'],
  ['/nodes', 12, '/nodes/12'],
  ['', '', '/'],
  ['', 'a/b', '/a~1b'],
  ['', 'm~n', '/m~0n'],
  ['', '~1', '/~01'],
  ['', '/~/', '/~1~0~1'],
  ['', 'c%d "e" 中', '/c%d "e" 中'],
])('%j and %j make %j', (pointer, segment, joined) => {
  expect(joinPointer(pointer, segment)).toBe(joined)
})

test('segments come back when the pointer is read as RFC 6901 has it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~0', '~1', '~01'))), (segments) => {
      const pointer = segments.reduce<string>(joinPointer, '')
      const read = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      expect(read).toEqual(segments)
    }),
  )
})
