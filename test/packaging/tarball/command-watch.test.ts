import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { commandProgram, writeAll } from './run-command.ts'

const saves = 10
const right = `import { odpsSql } from 'flowspec'
import { readFileSync } from 'node:fs'
const said = readFileSync(new URL('ods.sql', import.meta.url), 'utf8')
if (said.includes('wrong')) throw new Error(said)
export const ods = odpsSql('ods').code(said)
`

test.each(['parts.mjs', 'ods.sql'])(
  'after saves of %s by renames the last verdict is of the last text',
  async (file) => {
    const folder = mkdtempSync(join(inject('consumerFolder'), 'watch-'))
    const save = (text: string): void => {
      writeFileSync(join(folder, `${file}.tmp`), text)
      renameSync(join(folder, `${file}.tmp`), join(folder, file))
    }
    writeAll(folder, {
      'orders.mjs': `import { workflow } from 'flowspec'
import { ods } from './parts.mjs'
export default workflow('orders').cron('00 02 00 * * ?').nodes(ods)\n`,
      'parts.mjs': right,
      'ods.sql': 'select 1',
    })
    const words = [commandProgram(), 'check', 'orders.mjs', '--watch']
    const watching = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = once(watching, 'exit')
    let said = ''
    for (const stream of [watching.stdout, watching.stderr]) {
      stream.on('data', (part) => {
        said += String(part)
      })
    }
    const lastRun = (): string => said.split('waiting for changes').at(-2) ?? ''
    const isLast = async (pattern: RegExp): Promise<void> =>
      await expect.poll(lastRun, { timeout: 30_000 }).toMatch(pattern)
    await isLast(/Nothing to say/)
    for (let count = 1; count <= saves; count++) {
      save(file === 'ods.sql' ? `wrong in save ${count}` : `${right}throw new Error('wrong in save ${count}')\n`)
      await pause(300)
    }
    await isLast(new RegExp(`wrong in save ${saves}`))
    save(file === 'ods.sql' ? 'select 2' : right)
    await isLast(/Nothing to say/)
    watching.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  },
)
