import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { flowspec, writeAll } from './run-command.ts'

const consumer = inject('consumerFolder')

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(consumer, 'unfinished-'))
  writeAll(folder, files)
  return folder
}

const imports = "import { odpsSql, project, workflow } from 'flowspec'\n"
const orders = "workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))"
const never = 'new Promise(() => {})'

const config = (settings: string, environment = ''): string => `import { odpsSql, workflow } from 'flowspec'
import { defineConfig } from 'flowspec/config'
export default defineConfig({
  project: ${settings},
  environments: { dev: { projectId: 10000, region: 'cn-shanghai', ${environment} } },
})
`

/** Node ends a program with 13 whose own module waits for ever; the command ends with 1, as for all that cannot be read. */
const commands = ['check', 'check --format json', 'build', 'deploy --emulator --yes']

interface Unfinished {
  readonly files: Readonly<Record<string, string>>
  /** What the call names beside the command. */
  readonly words: readonly string[]
  readonly commands: readonly string[]
  /** What is told, and of what. */
  readonly told: readonly RegExp[]
}

const waiting = /nothing is under way any more/

const cases: Readonly<Record<string, Unfinished>> = {
  'a module that awaits for ever': {
    files: { 'orders.mjs': `${imports}await ${never}\nexport default ${orders}\n` },
    words: ['orders.mjs'],
    commands,
    told: [/orders\.mjs/, /The module is never loaded/, waiting],
  },
  'a module in TypeScript that awaits for ever': {
    files: { 'orders.ts': `${imports}const one: number = await ${never}\nexport default ${orders}\n` },
    words: ['orders.ts'],
    commands: ['check', 'build'],
    told: [/orders\.ts/, /The module is never loaded/, waiting],
  },
  'one of the modules of a folder': {
    files: {
      'pipelines/a.mjs': `await ${never}\n`,
      'pipelines/b.mjs': `await ${never}\n`,
      'pipelines/c.mjs': `${imports}export default ${orders}\n`,
    },
    words: ['pipelines'],
    commands: ['check', 'check --format json', 'build'],
    told: [/pipelines\/a\.mjs/, /pipelines\/b\.mjs/, waiting],
  },
  'a function that a module exports': {
    files: { 'orders.mjs': `${imports}export default async () => { await ${never}; return ${orders} }\n` },
    words: ['orders.mjs'],
    commands,
    told: [/orders\.mjs/, /The function that orders\.mjs exports never gives anything/, waiting],
  },
  'a promise that a module exports': {
    files: { 'orders.mjs': `export default ${never}\n` },
    words: ['orders.mjs'],
    commands: ['check', 'build'],
    told: [/The promise that orders\.mjs exports never gives anything/, waiting],
  },
  'a configuration that awaits for ever': {
    files: { 'flowspec.config.mjs': `await ${never}\n${config(orders)}` },
    words: [],
    commands: [...commands, 'destroy --yes', 'status 1'],
    told: [/flowspec\.config\.mjs/, /The module is never loaded/, waiting],
  },
  'a configuration that is a promise': {
    files: { 'flowspec.config.mjs': `export default ${never}\n` },
    words: [],
    commands,
    told: [/The default export of flowspec\.config\.mjs never gives anything/, waiting],
  },
  'a project of the configuration that is a promise': {
    files: { 'flowspec.config.mjs': config(never) },
    words: [],
    commands,
    told: [/config\.project of flowspec\.config\.mjs never gives anything for dev/, waiting],
  },
  'a project of the configuration that is a function': {
    files: { 'flowspec.config.mjs': config(`async () => { await ${never} }`) },
    words: [],
    commands,
    told: [/config\.project of flowspec\.config\.mjs never gives anything for dev/, waiting],
  },
  'a project of several environments that is a promise': {
    files: {
      'flowspec.config.mjs': config(never).replace(
        'environments: {',
        "environments: { prod: { projectId: 1, region: 'cn-shanghai' },",
      ),
    },
    words: [],
    commands: ['check', 'build'],
    told: [/config\.project of flowspec\.config\.mjs never gives anything/, waiting],
  },
  'the module that the configuration names': {
    files: {
      'flowspec.config.mjs': config("'orders.mjs'"),
      'orders.mjs': `await ${never}\n`,
    },
    words: [],
    commands,
    told: [/orders\.mjs/, /The module is never loaded/, waiting],
  },
  'a module that ends the process': {
    files: { 'orders.mjs': `${imports}process.exit(0)\nexport default ${orders}\n` },
    words: ['orders.mjs'],
    commands,
    told: [/process\.exit\(0\) was called at orders\.mjs:2/],
  },
  'a module that ends the process with what a plan ends with': {
    files: { 'orders.mjs': `${imports}process.exit(3)\nexport default ${orders}\n` },
    words: ['orders.mjs'],
    commands: ['plan --emulator', 'diff orders.mjs'],
    told: [/process\.exit\(3\) was called at orders\.mjs:2/],
  },
  'a module that ends the process later': {
    files: { 'orders.mjs': `setTimeout(() => process.exit(0), 10)\nawait new Promise((r) => setTimeout(r, 60_000))\n` },
    words: ['orders.mjs'],
    commands: ['check'],
    told: [/process\.exit\(0\) was called at orders\.mjs:1/],
  },
  'a function that makes parts and ends the process': {
    files: { 'shop.mjs': `${imports}export default project('shop').add(() => {\n  process.exit()\n})\n` },
    words: ['shop.mjs'],
    commands,
    told: [/process\.exit\(0\) was called at shop\.mjs:3/],
  },
  'a configuration that ends the process': {
    files: { 'flowspec.config.mjs': `import 'flowspec'\n\nprocess.exit(0)\n` },
    words: [],
    commands,
    told: [/process\.exit\(0\) was called at flowspec\.config\.mjs:3/],
  },
}

describe('what never finishes is an error', () => {
  const calls = Object.entries(cases).flatMap(([title, one]) =>
    one.commands.map((command) => ({ title, command, ...one })),
  )
  test.each(calls)('$title: $command', ({ files, command, words, told }) => {
    const { code, stdout, stderr } = flowspec([...command.split(' '), ...words], folderOf(files))
    for (const one of told) expect(`${stdout}${stderr}`).toMatch(one)
    expect(code).toBe(1)
    if (command.includes('json') && stdout !== '') expect(() => JSON.parse(stdout)).not.toThrow()
    expect(stderr).not.toContain('    at ')
  })
})

test('what nobody catches is told by Node alone', () => {
  const folder = folderOf({
    'orders.mjs': "setTimeout(() => { throw new Error('late') }, 10)\nawait new Promise(() => {})\n",
  })
  const { code, stderr } = flowspec(['check', 'orders.mjs'], folder)
  expect(code).toBe(1)
  expect(stderr).toContain('Error: late')
  expect(stderr).not.toContain('was called')
})

test('a module that says with what the process shall end does not change that', () => {
  const folder = folderOf({ 'orders.mjs': `${imports}process.exitCode = 7\nexport default ${orders}\n` })
  expect(flowspec(['check', 'orders.mjs'], folder).code).toBe(0)
})
