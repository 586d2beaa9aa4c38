// The next five runs of a schedule.
import { runs } from 'flowspec/schedule'

for (const { at } of runs(
  { cron: '00 30 02 * * ?', timezone: 'America/New_York' },
  { from: 1_767_225_600_000, count: 5 },
))
  process.stdout.write(`${at}\n`)
