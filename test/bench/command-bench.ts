import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import type { Figure } from './figure.ts'

const program = join(projectFolder, 'dist/cli.js')

/** Milliseconds of a process that ends well, from its start to its end. */
function run(words: readonly string[], cwd: string): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${words.join(' ')} failed: ${stderr}`)
  return performance.now() - start
}

/** The least times of two calls, which take turns: other programs on the machine only ever add to a time. */
function ratioOf(name: string, calls: readonly [ours: readonly string[], other: readonly string[]], at: Site): Figure {
  const { cwd, rounds, goal } = at
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++)
    for (const side of [0, 1] as const) times[side].push(run(calls[side], cwd))
  const [ours, other] = times.map((values) => Math.min(...values)) as [number, number]
  const detail = `${ours.toFixed(0)} ms / ${other.toFixed(0)} ms`
  return { name, value: ours / other, unit: '×', detail, ...(goal === undefined ? {} : { goal }) }
}

interface Site {
  readonly cwd: string
  readonly rounds: number
  readonly goal?: number
}

function workflowModule(at: number): string {
  return `import { odpsSql, virtual, workflow } from 'flowspec'

const start = virtual('start_${at}')
const load = odpsSql('load_${at}').code('select * from raw_${at}').after(start)
const sum = odpsSql('sum_${at}').code('select count(*) from load_${at}').after(load)

export const workflow${at} = workflow('workflow_${at}').cron('00 ${String(at % 60).padStart(2, '0')} 02 * * ?').nodes(start, load, sum)
`
}

/** The modules of a project, as people who write one a workflow have them, in JavaScript or TypeScript. */
function writeModules(folder: string, size: number, extension: 'js' | 'ts'): void {
  const numbers = Array.from({ length: size }, (_, at) => at)
  for (const at of numbers) writeFileSync(join(folder, `workflow-${at}.${extension}`), workflowModule(at))
  const imports = numbers.map((at) => `import { workflow${at} } from './workflow-${at}.${extension}'\n`).join('')
  const parts = numbers.map((at) => `workflow${at}`).join(', ')
  writeFileSync(
    join(folder, `index.${extension}`),
    `${imports}import { project } from 'flowspec'\nexport default project('shop').add(${parts})\n`,
  )
}

/** Loads the modules in TypeScript as the command does, and nothing else. */
const loader = `import { createJiti } from 'jiti'
await createJiti(import.meta.filename, { nativeModules: ['flowspec'], interopDefault: false, fsCache: 'kept' }).import('./index.ts')
`

function writeProject(folder: string, size: number): void {
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(projectFolder, join(folder, 'node_modules/flowspec'))
  symlinkSync(join(projectFolder, 'node_modules/jiti'), join(folder, 'node_modules/jiti'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeModules(folder, size, 'js')
  writeModules(folder, size, 'ts')
  writeFileSync(join(folder, 'load.js'), loader)
}

/** What loads the TypeScript modules alone: Node itself where it takes the types out, else the compiler that the command has. */
const loadTypeScript = 'typescript' in process.features && process.features.typescript ? ['index.ts'] : ['load.js']

/** What whoever types a command waits for. */
export function benchCommand(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowspec-command-'))
  try {
    writeProject(folder, 1000)
    const help = [program, '--help']
    const check = [program, 'check', 'index.js']
    return [
      // Node answers this before it starts its engine; no script is as fast.
      ratioOf('command: flowspec --help / node --version', [help, ['--version']], { cwd: folder, rounds: 9, goal: 2 }),
      ratioOf('command: flowspec --help / an empty script', [help, ['--eval', '0']], { cwd: folder, rounds: 9 }),
      ratioOf('command: check 1,000 workflows / load their modules', [check, ['index.js']], {
        cwd: folder,
        rounds: 5,
        goal: 2,
      }),
      ratioOf(
        'command: check 1,000 workflows in TypeScript / load them',
        [[program, 'check', 'index.ts'], loadTypeScript],
        {
          cwd: folder,
          rounds: 5,
          goal: 2,
        },
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
