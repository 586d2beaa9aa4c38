import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { afterAll, expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const folder = mkdtempSync(join(tmpdir(), 'flowspec-preview-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a table of the project is one table, whether its project is named or not', async () => {
  const module = join(folder, 'retail.ts')
  writeFileSync(
    module,
    `import { odpsSql, project, workflow } from 'flowspec'
const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src')
const dwd = odpsSql('dwd').code('insert overwrite table dwd_orders select * from retail.ods_orders').after(ods)
export default project('retail').add(workflow('orders').cron('00 02 00 * * ?').nodes(ods, dwd))
`,
  )
  const { console, written } = testConsole({ cwd: folder })
  expect(await runCommand(['preview', module, '--from', '2026-03-01', '--to', '2026-03-01'], console)).toBe(0)
  const [, data = '{}'] = /<script[^>]* id="data"[^>]*>(.*?)<\/script>/s.exec(written.stdout) ?? []
  const tables: readonly { readonly name: string }[] = JSON.parse(data).tables
  expect(tables.map(({ name }) => name).sort()).toEqual(['retail.dwd_orders', 'retail.ods_orders', 'retail.src'])
})
