import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { odpsSql, shell, virtual, workflow } from 'flowspec'
import { formatInstances, inferences, simulate } from 'flowspec/simulate'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { generateSimulationPicture } from '../../scripts/docs/simulation-picture.ts'

const guide = readFileSync(join(projectFolder, 'docs/simulation.md'), 'utf8')

test('the picture of the guide is what the library draws; npm run generate writes it', () => {
  const { path, text } = generateSimulationPicture()
  expect(readFileSync(join(projectFolder, path), 'utf8')).toBe(text)
})

test('the table of the guide is what its example prints', () => {
  const start = virtual('start')
  const ods = odpsSql('ods').code("select * from orders where ds = '${ds}'").param('ds', '$bizdate').after(start)
  const report = shell('report').code('report.sh $1').param('1', '$bizdate').after(ods).afterPrevious('self')
  const orders = workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York').nodes(start, ods, report)
  const table = formatInstances(simulate(orders, { from: '2026-03-07', to: '2026-03-09' }))
  expect(guide).toContain(`\`\`\`text\n${table}\`\`\`\n`)
})

test('the guide lists all that is only inferred', () => {
  const lines = inferences.map(({ topic, statement }) => `- _${topic}_: ${statement}\n`)
  expect(guide).toContain(lines.join(''))
})
