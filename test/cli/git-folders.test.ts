import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { odpsSql, workflow } from 'flowspec'
import { toLayout } from 'flowspec/codegen'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TrialFolder } from './support/trial-folder.ts'

const folder = new TrialFolder('git')
const write = (path: string, bytes: string | Uint8Array): string => folder.write(path, bytes)
beforeEach(() => {
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))
  for (const [path, text] of Object.entries(toLayout(orders, 'git'))) write(join('git', path), text)
})

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

/** Makes a file one that nobody may read; the account of a test may be one that may read all. */
function forbid(name: string): void {
  const { readFileSync } = fs
  vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    if (String(path).endsWith(name)) throw new Error('EACCES: permission denied')
    return readFileSync(path, options)
  })
  syncBuiltinESMExports()
}

describe('folders of Git mode', () => {
  test.each(['check', 'graph', 'plan', 'deploy'])(
    'are refused by %s where a file of code cannot be read',
    async (name) => {
      forbid('ods_orders.sql')
      const { code, stdout, stderr } = await folder.call(
        name,
        'git',
        ...(name === 'deploy' ? ['--emulator', '--yes'] : []),
      )
      expect(code).toBe(1)
      expect(stdout + stderr).toContain(
        'error git/orders/ods_orders/ods_orders.sql code/file-unreadable\n  It cannot be read: EACCES',
      )
    },
  )

  test('leave all other files of a folder to be read', async () => {
    write('git/loose.json', '{"kind":"CycleWorkflow","version":"1.1.0","spec":{}}')
    write('git/orders/notes.yaml', 'kind: [')
    const { code, stdout } = await folder.call('check', 'git')
    expect(code).toBe(1)
    expect(stdout).toContain('error git/orders/notes.yaml document/syntax')
    expect(stdout).toContain('of 3 files')
  })

  test('have their values from around a document that is named itself', async () => {
    const node = {
      name: 'load',
      script: { runtime: { command: 'ODPS_SQL' } },
      datasource: { name: '${spec.datasource.name}' },
    }
    write('git/load/load.spec.json', JSON.stringify({ version: '2.0.0', kind: 'Node', spec: { nodes: [node] } }))
    write('git/load/load.sql', 'select 2')
    write('git/dataworks.properties', 'spec.datasource.name=odps_first\n')
    const { stdout } = await folder.call('convert', 'git/load/load.spec.json', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      spec: { nodes: [{ script: { content: 'select 2' }, datasource: { name: 'odps_first' } }] },
    })
  })
})
