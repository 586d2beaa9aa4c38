import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import luxon from '../../src/schedule/zones/luxon.cjs'

it('is the copy of luxon that cron-parser requires', () => {
  const require = createRequire(import.meta.url)
  const ofCronParser = createRequire(require.resolve('cron-parser'))
  const theirs: typeof luxon = ofCronParser('luxon')
  expect(luxon.IANAZone).toBe(theirs.IANAZone)
})
