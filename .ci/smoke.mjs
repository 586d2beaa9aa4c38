// Run in a project that has only the packed package installed: every entry loads by import and by require, and the
// main job works from the package: a workflow is built, submitted to the emulator, and submitted again. The command begins a
// project in TypeScript, checks it and deploys it to an emulator of its own.
import { deepStrictEqual, notStrictEqual } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

const require = createRequire(import.meta.url)
const { exports } = require('flowspec/package.json')

for (const [subpath, target] of Object.entries(exports)) {
  const specifier = `flowspec${subpath.slice(1)}`
  const required = require(specifier)
  if (typeof target === 'string') continue
  const imported = await import(specifier)
  notStrictEqual(Object.keys(imported).length, 0, `${specifier} exports nothing`)
  for (const name of Object.keys(imported)) deepStrictEqual(required[name], imported[name], `${specifier}: ${name}`)
}

const { odpsSql, virtual, workflow } = require('flowspec')
const { createClient, submit } = require('flowspec/dataworks')
const { startEmulator } = require('flowspec/testing')

const orders = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(virtual('start'), odpsSql('ods').code('select 1').after('start'))
const emulator = await startEmulator()
try {
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  const first = await submit(client, orders, { projectId: '10000' })
  const second = await submit(client, orders, { projectId: '10000' })
  deepStrictEqual([first.created, second.created], [true, false])
  deepStrictEqual(second.workflowId, first.workflowId)
  process.stdout.write(`submitted workflow ${first.workflowId} twice\n`)
} finally {
  await emulator.stop()
}

const program = join(dirname(require.resolve('flowspec/package.json')), 'dist/cli.js')
const run = (command, words, cwd) => {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' })
  deepStrictEqual({ words, status, said: status === 0 ? '' : stdout + stderr }, { words, status: 0, said: '' })
}
const flowspec = (words, cwd) => run(process.execPath, [program, ...words], cwd)
rmSync('shop', { recursive: true, force: true })
flowspec(['init', 'shop'], '.')
flowspec(['check', '--strict'], 'shop')
// The folder above has what npm installs, and npm looks there, too.
run('npm', ['test'], 'shop')
flowspec(['deploy', '--emulator', '--publish'], 'shop')
// What Node compiled is kept for the next call where it can do so.
const temporary = resolve('temporary')
mkdirSync(temporary, { recursive: true })
process.env.TMPDIR = temporary
flowspec(['check'], 'shop')
deepStrictEqual(existsSync(join(temporary, 'node-compile-cache')), 'enableCompileCache' in module)
process.stdout.write('began, checked, tested and deployed a project with the command\n')
