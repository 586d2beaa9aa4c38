import fs, { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import { shell, workflow } from 'flowspec'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TrialFolder } from './support/trial-folder.ts'

const folder = new TrialFolder('half')
const write = (path: string, bytes: string | Uint8Array): string => folder.write(path, bytes)
beforeEach(() => {
  for (const name of ['orders', 'reports']) {
    const nodes = [shell(`load_${name}`).code('echo 1\necho 2\n')]
    const document = workflow(name)
      .cron('00 02 00 * * ?')
      .nodes(...nodes)
      .build()
    write(`in/${name}.json`, JSON.stringify(document))
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

function link(target: string, path: string): void {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true })
  symlinkSync(target, join(folder.path, path))
}

/** Makes a folder one that nobody may write into; the account of a test may be one that may write everywhere. */
function protect(name: string): void {
  const { accessSync } = fs
  vi.spyOn(fs, 'accessSync').mockImplementation((path, mode) => {
    if (String(path).endsWith(name)) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    accessSync(path, mode)
  })
  syncBuiltinESMExports()
}

/** All that stands in a folder. */
const within = (name: string): readonly string[] =>
  readdirSync(join(folder.path, name), { recursive: true, encoding: 'utf8' }).sort()

const nothing = expect.stringContaining('nothing was written')

test('a file in the place of a folder is found before anything is written', async () => {
  write('ob/workflows', 'mine')
  const { code, said } = await folder.said('import', 'in', '--out', 'ob')
  expect([code, said]).toEqual([1, nothing])
  expect(said).toContain('ob/workflows is no folder')
  expect(within('ob')).toEqual(['workflows'])
})

test('a folder in the place of a file is found before anything is written', async () => {
  write('ob/workflows/reports.ts/mine', 'mine')
  const { code, said } = await folder.said('import', 'in', '--out', 'ob', '--force')
  expect([code, said]).toEqual([1, nothing])
  expect(within('ob')).toEqual(['workflows', 'workflows/reports.ts', 'workflows/reports.ts/mine'])
  write('built/reports.json/mine', 'mine')
  expect(await folder.said('build', 'in', '--out', 'built')).toEqual({ code: 1, said: nothing })
  expect(within('built')).toEqual(['reports.json', 'reports.json/mine'])
})

test('a folder that may not be written into is found before anything is written', async () => {
  mkdirSync(join(folder.path, 'ob/workflows'), { recursive: true })
  protect('workflows')
  const { code, said } = await folder.said('import', 'in', '--out', 'ob')
  expect([code, said]).toEqual([1, nothing])
  expect(said).toContain('EACCES')
  expect(within('ob')).toEqual(['workflows'])
})

test('an output that is a file itself is told as that', async () => {
  write('ob', 'mine')
  expect(await folder.said('import', 'in', '--out', 'ob')).toEqual({ code: 1, said: nothing })
  expect(readFileSync(join(folder.path, 'ob'), 'utf8')).toBe('mine')
})

test.each(['import', 'init'])('a link that leads nowhere is one of the files that are there: %s', async (command) => {
  link('../outside/x.ts', command === 'import' ? 'ob/index.ts' : 'ob/package.json')
  mkdirSync(join(folder.path, 'outside'))
  const words = command === 'import' ? ['import', 'in', '--out', 'ob'] : ['init', 'ob']
  const { code, said } = await folder.said(...words)
  expect([code, said]).toEqual([2, expect.stringContaining('is there already; nothing was written')])
  expect([within('outside'), within('ob')]).toEqual([[], [command === 'import' ? 'index.ts' : 'package.json']])
})

test.each(['ob/index.ts', 'ob/workflows'])(
  'a link that leads nowhere is not written through with --force: %s',
  async (at) => {
    link('../outside/x', at)
    mkdirSync(join(folder.path, 'outside'))
    const { code, said } = await folder.said('import', 'in', '--out', 'ob', '--force')
    expect([code, said]).toEqual([1, nothing])
    expect(said).toContain(`${at} is a link that leads nowhere`)
    expect(within('outside')).toEqual([])
  },
)

test('links to folders and files that are there are followed as before', async () => {
  mkdirSync(join(folder.path, 'elsewhere'))
  link('../elsewhere', 'ob/workflows')
  expect((await folder.said('import', 'in', '--out', 'ob')).code).toBe(0)
  expect(within('elsewhere')).toEqual(['orders.ts', 'reports.ts'])
  expect((await folder.said('import', 'in', '--out', 'ob', '--force')).code).toBe(0)
})
