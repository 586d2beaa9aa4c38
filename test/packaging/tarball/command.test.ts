import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { commandProgram, type Ended, flowspec as runCommand } from './run-command.ts'

const consumer = inject('consumerFolder')
const program = commandProgram()
const folder = mkdtempSync(join(consumer, 'command-'))

function flowspec(words: readonly string[], cwd = folder, env: Readonly<Record<string, string>> = {}): Ended {
  return runCommand(words, cwd, env)
}

/** Waits until a process that goes on has written what matches. */
async function written(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const part of child.stdout ?? []) {
    text += String(part)
    if (pattern.test(text)) return text
  }
  throw new Error(`the process ended, and wrote: ${text}`)
}

writeFileSync(
  join(folder, 'orders.ts'),
  `import { odpsSql, workflow } from 'flowspec'

enum Priority { Highest = 9 }
const late = odpsSql('late').code('select 1').strategy({ priority: Priority.Highest as never })

export default workflow('orders').cron('00 02 00 * * ?').nodes(late)
`,
)

test('the program starts as one', () => {
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  expect(statSync(program).mode & 0o111).not.toBe(0)
})

test.each([
  [['--version'], 0],
  [['--help'], 0],
  [['help', 'check'], 0],
  [['chekc'], 2],
  [['check', 'missing.ts'], 2],
  [['check', 'orders.ts'], 1],
  [['plan', 'orders.ts', '--emulator', '--rule'], 2],
] as const)('%j ends with %i', (words, code) => {
  expect(flowspec(words).code).toBe(code)
})

test('modules in TypeScript are read, with syntax that is more than types, and faults lead to their lines', () => {
  const { stdout } = flowspec(['check', 'orders.ts'])
  expect(stdout).toContain('orders.ts:4:14\n')
  expect(stdout).toContain('    4 │ const late = odpsSql')
  expect(stdout).not.toContain('\u001b')
  expect(flowspec(['check', 'orders.ts'], folder, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[31merror')
})

test('a new project passes its own tests and is deployed to the emulator', () => {
  expect(flowspec(['init', 'shop']).code).toBe(0)
  const shop = join(folder, 'shop')
  expect(flowspec(['check', '--strict'], shop)).toMatchObject({ code: 0, stderr: '' })
  mkdirSync(join(consumer, 'node_modules/.bin'), { recursive: true })
  const bin = join(consumer, 'node_modules/.bin/flowspec')
  writeFileSync(bin, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })
  execFileSync('npm', ['test'], { cwd: shop, stdio: 'pipe' })
  expect(flowspec(['deploy', '--emulator', '--publish'], shop)).toMatchObject({ code: 0 })
  expect(flowspec(['plan', '--emulator'], shop)).toMatchObject({ code: 3 })
})

test('an emulator serves other calls until it is stopped', async () => {
  const emulator = spawn(process.execPath, [program, 'emulator', '--format', 'json', '--workspace', '10000=shop'])
  const ended = once(emulator, 'exit')
  const { url, credentials } = JSON.parse(await written(emulator, /\n\}\n$/))
  const env = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: credentials.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: credentials.accessKeySecret,
  }
  const shop = join(folder, 'shop')
  const there = ['--endpoint', url, '--project-id', '10000']
  expect(flowspec(['deploy', ...there], shop, env)).toMatchObject({ code: 0 })
  expect(flowspec(['plan', ...there], shop, env)).toMatchObject({ code: 0 })
  emulator.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('what is watched is checked again when a file changes', async () => {
  const words = [program, 'check', 'orders.ts', '--watch']
  const watching = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(watching, 'exit')
  let said = ''
  watching.stdout.on('data', (part) => {
    said += String(part)
  })
  const isSaid = async (pattern: RegExp): Promise<void> =>
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(pattern)
  await isSaid(/1 error/)
  const text = readFileSync(join(folder, 'orders.ts'), 'utf8')
  writeFileSync(join(folder, 'orders.ts'), text.replace('Highest = 9', 'Highest = 8'))
  await isSaid(/1 error[\s\S]*Nothing to say|1 error[\s\S]*warning/)
  watching.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('a program that watches with the function starts the command, and reads what that writes', () => {
  const script = `
    import { runCommand } from 'flowspec/command'
    const ending = new AbortController()
    let said = ''
    const tell = (text) => {
      said += text
      if (text.includes('waiting for changes')) ending.abort()
    }
    const write = (text) => { said += text }
    const code = await runCommand(['check', 'orders.ts', '--watch'], { signal: ending.signal, tell, write })
    console.log(JSON.stringify({ code, said }))`
  writeFileSync(join(folder, 'watching.mjs'), script)
  const { stdout, stderr } = spawnSync(process.execPath, ['watching.mjs'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ code: 0, said: expect.stringMatching(/ of 1 file \(.*waiting for changes/s) })
})

/** Modules that cannot be loaded: what is told, where, and the way out. */
const broken: readonly (readonly [name: string, code: string, told: string, place: string, hint: string])[] = [
  ['open.ts', "export const a = f('a'\n  .b('x')\n", 'expected ","', 'open.ts:3:1', 'Mend the syntax there'],
  [
    'words.mjs',
    'const a = 1\nexport default foo bar\n',
    'Missing semicolon.',
    'words.mjs:2:19',
    'Mend the syntax there',
  ],
  ['around.mjs', "import './words.mjs'\n", 'Missing semicolon.', 'words.mjs:2:19', 'Mend the syntax there'],
  [
    'beside-a-folder.mjs',
    "export const later = () => import('../node_modules')\nimport './words.mjs'\n",
    'Missing semicolon.',
    'words.mjs:2:19',
    'Mend the syntax there',
  ],
  ['old.cts', 'const x = ;\n', 'Unexpected token', 'old.cts:1:11', 'Mend the syntax there'],
  ['path.ts', "\nimport { a } from './gone.ts'\nexport default a\n", 'no module', 'path.ts:2:19', 'Mend the path'],
  [
    'pack.mjs',
    "import 'no-such-package'\n",
    'no package no-such-package',
    'pack.mjs:1:8',
    'npm install no-such-package',
  ],
  ['name.mjs', "import { wrkflow } from 'flowspec'\n", 'exports no wrkflow', 'name.mjs:1:10', 'import { workflow }'],
  [
    'call.ts',
    "import { wrkflow } from 'flowspec'\nexport default wrkflow('a')\n",
    'wrkflow',
    'call.ts:',
    'import { workflow }',
  ],
  ['lines.mjs', "throw new Error('one\\ntwo')\n", 'one …', 'lines.mjs:1:7', 'FLOWSPEC_DEBUG=1'],
  ['text.json', '{ "a": 1,\n}', 'not JSON', 'text.json:2:1', 'document/syntax'],
  ['text.yaml', "a: 1\nb: 'x\n", 'not YAML', 'text.yaml:', 'document/syntax'],
]

test.each(broken)('%s is told at its line', (name, code, told, place, hint) => {
  writeFileSync(join(folder, name), code)
  const { code: ended, stdout, stderr } = flowspec(['check', name])
  expect({ ended, stderr }).toEqual({ ended: 1, stderr: '' })
  for (const part of [told, `\n  ${place}`, hint]) expect(stdout).toContain(part)
  expect(stdout).not.toMatch(/\\u000a|Require stack|ParseError/)
  expect(stdout).not.toContain(folder)
})

test('what no project of a folder has is told where it is started', () => {
  const shop = mkdtempSync(join(consumer, 'not-added-'))
  const workflowOf = (name: string): string => `workflow('${name}').cron('00 02 00 * * ?').nodes(shell('s').code('ls'))`
  const imports = "import { project, shell, workflow } from 'flowspec'\n"
  writeFileSync(join(shop, 'index.ts'), `${imports}export default project('retail').add(${workflowOf('orders')})\n`)
  writeFileSync(join(shop, 'returns.ts'), `${imports}export const returns = ${workflowOf('returns')}\n`)
  expect(flowspec(['check', '.'], shop).stdout).toContain('\n  returns.ts:2:24\n')
})

test('all of an error is told to who asks', () => {
  const { stderr } = flowspec(['check', 'lines.mjs'], folder, { FLOWSPEC_DEBUG: '1' })
  expect(stderr).toMatch(/Error: one\n {2}two\n {2} +at .*lines\.mjs:1:7/)
})

test('what modules print does not get into what programs read', () => {
  const printing = mkdtempSync(join(consumer, 'printing-'))
  const files = {
    'kept.mjs': `const { stdout } = process
      const kept = new console.Console(stdout)
      export const print = () => { kept.log('PRINTED by a console of its own'); stdout.write('PRINTED by the stream\\n') }`,
    'retail.ts': `import { Readable } from 'node:stream'
      import { odpsSql, project, workflow } from 'flowspec'
      import { print } from './kept.mjs'
      print()
      console.log('PRINTED by the module')
      Readable.from(Array.from({ length: 9 }, () => 'PRINTED by a pipe '.repeat(2000) + '\\n')).pipe(process.stdout)
      export default project('retail').environments({ dev: { table: 'raw' } }).add(({ table }) => {
        console.info('PRINTED by a function')
        print()
        return workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1 from ' + table))
      })`,
    'flowspec.config.ts': `import { defineConfig } from 'flowspec/config'
      import { defineRule } from 'flowspec/rules'
      console.log('PRINTED by the configuration')
      const run = () => console.debug('PRINTED by a rule')
      export default defineConfig({
        project: 'retail.ts',
        environments: { dev: { projectId: 10000, region: 'cn-shanghai' } },
        custom: [defineRule({ name: 'custom/prints', severity: 'info', summary: 'Prints.', run })],
      })`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(printing, name), text)
  const calls = [
    'check --format json',
    'check --format sarif',
    'build',
    'runs --format json --count 1',
    'diff retail.ts retail.ts --env dev --format json',
    'plan --emulator --format json',
    'deploy --emulator --yes --format json',
  ]
  for (const call of calls) {
    const { stdout, stderr } = flowspec(call.split(' '), printing)
    expect(() => JSON.parse(stdout), `${call}: ${stdout} ${stderr}`).not.toThrow()
    expect(stderr, call).toContain('PRINTED by the module')
  }
  const { stdout, stderr } = flowspec(['check'], printing)
  expect(stdout).toMatch(/^Nothing to say of .*\n$/)
  const printed = ['configuration', 'module', 'stream', 'pipe', 'function', 'rule'].map(
    (who) => `PRINTED by (the|a) ${who}`,
  )
  for (const one of [...printed, 'PRINTED by a console of its own']) expect(stderr).toMatch(new RegExp(one))
  expect(flowspec(['check', '--format', 'github'], printing).stdout).toBe('')
})

test('whoever reads the first lines alone gets no error', () => {
  const line = `'${process.execPath}' '${program}' explain | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
  expect(stdout).toMatch(/^rule +severity +finds\n$/)
  expect(stderr).toBe('')
})
