import fc from 'fast-check'
import { isFlowSpecError } from 'flowspec'
import { type CronConversion, fromQuartzCron, fromUnixCron, parseCron, toQuartzCron } from 'flowspec/schedule'
import { expect, it } from 'vitest'
import { arbitraryCron } from './arbitrary-cron.ts'

type Convert = (text: string) => CronConversion

it('a cron of DataWorks comes back from Quartz with the same sets', () => {
  fc.assert(
    fc.property(arbitraryCron, (cron) => {
      const back = fromQuartzCron(toQuartzCron(cron).cron).cron
      const [before, after] = [parseCron(cron), parseCron(back)]
      if (!before.ok || !after.ok) throw new Error(`${cron} became ${back}`)
      const { text: _, cycleType: __, ...sets } = before.schedule
      expect(after.schedule).toMatchObject(sets)
    }),
    { numRuns: 500 },
  )
})

it('no text makes a conversion throw anything but its faults', () => {
  const pieces = fc.constantFrom(...'0123456789*?,-/L#W@ \t', 'MON', 'jan', '0 ', ' * ', 'LW', 'L-3')
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.constantFrom<Convert>(fromQuartzCron, fromUnixCron, toQuartzCron), (text, convert) => {
      try {
        const { cron, notes } = convert(text)
        expect(cron.split(' ')).toHaveLength(6)
        for (const { message } of notes) expect(message).toMatch(/^(?!.*undefined).*[^:;] .*[a-z0-9]\.$/)
      } catch (error) {
        if (!isFlowSpecError(error)) throw error
        for (const { message } of error.diagnostics) expect(message).not.toContain('undefined')
      }
    }),
    { numRuns: 3000 },
  )
})
