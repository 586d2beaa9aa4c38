import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'

test('documents that were made to hurt are answered in 300 MB', () => {
  const argv = ['--max-old-space-size=300', '--import', 'tsx', 'test/bounds/hurtful.ts']
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectFolder, 'test/tsconfig.json') }
  const output = execFileSync(process.execPath, argv, { cwd: projectFolder, env, encoding: 'utf8', timeout: 110_000 })
  expect(JSON.parse(output)).toEqual({
    '26,000 unknown references': 10_001,
    '26,000 unknown resource groups': 10_001,
    'a script of 2,000 parameters in 2,000 nodes': 'document/expansion',
    'a script of a megabyte in 2,000 nodes': 'document/expansion',
    '16,000 loops in loops, drawn': 2,
    'a name of 100,000 characters and 10,000 unknown nodes': true,
    '30,000 fields that nobody knows': '10001 info',
    '950,000 nodes that are numbers': 2,
    '520 parameters and crons of a megabyte': 'read',
  })
}, 120_000)
