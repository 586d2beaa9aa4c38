import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Figure } from './figure.ts'

/** What a deploy took, in a process of its own. */
interface Took {
  readonly ms: number
  readonly calls: number
  /** How many workflows, nodes and edges were not as they are in code. */
  readonly changed: number
  /** The most memory the process had, in kB. */
  readonly peak: number
}

/** Workflows, and nodes in each. */
type Size = readonly [workflows: number, nodes: number]

const cold = join(import.meta.dirname, 'cold')
const run = promisify(execFile)

async function deploy(client: string, size: Size, version: string): Promise<Took> {
  const { stdout } = await run(process.execPath, [join(cold, 'deploy.mjs'), client, ...size.map(String), version])
  return JSON.parse(stdout)
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the emulator says nothing')
  const [line] = await once(stdout, 'data')
  return String(line).trim()
}

/** Deploys to an emulator of its own: what is new, the same again, and the same with every node's code changed. */
async function deploysOf(size: Size): Promise<{ readonly unchanged: Took; readonly changed: Took }> {
  const emulator = spawn(process.execPath, [join(cold, 'emulator.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const client = await addressOf(emulator)
    await deploy(client, size, 'first')
    return { unchanged: await deploy(client, size, 'first'), changed: await deploy(client, size, 'second') }
  } finally {
    emulator.stdin.end()
  }
}

/** Bounds of the calls: what a plan of so many workflows costs, and of an import of each. */
const mostCalls = {
  unchanged: ([workflows, nodes]: Size) => workflows * (4 + Math.ceil(nodes / 100) * 2),
  changed: ([workflows, nodes]: Size) => workflows * (8 + Math.ceil(nodes / 100) * 2),
}

const kinds = ['unchanged', 'changed'] as const

function figuresOf(size: Size, what: string, took: Awaited<ReturnType<typeof deploysOf>>): readonly Figure[] {
  return kinds.flatMap((kind): readonly Figure[] => {
    const { ms, calls, changed, peak } = took[kind]
    const name = `deploy of ${what}, all ${kind}`
    const detail = `${changed} changes, at most ${(peak / 1000).toFixed(0)} MB of memory`
    return [
      { name, value: ms, unit: 'ms', detail },
      { name, value: calls, unit: 'calls', most: mostCalls[kind](size), detail },
    ]
  })
}

/** The time and the memory of ten times as much, of that. */
function growthOf(
  what: string,
  small: Awaited<ReturnType<typeof deploysOf>>,
  large: Awaited<ReturnType<typeof deploysOf>>,
): readonly Figure[] {
  return kinds.flatMap((kind): readonly Figure[] => {
    const [few, many] = [small[kind], large[kind]]
    const detail = `${many.ms.toFixed(0)} ms / ${few.ms.toFixed(0)} ms`
    const memory = `${(many.peak / 1000).toFixed(0)} MB / ${(few.peak / 1000).toFixed(0)} MB`
    return [
      { name: `deploy of ${what}, all ${kind}: time`, value: many.ms / few.ms, unit: '×', goal: 12, detail },
      { name: 'and memory', value: many.peak / few.peak, unit: '×', goal: 12, detail: memory },
    ]
  })
}

/** What it takes to deploy to an emulator: in one workflow, and in workflows of 100 nodes. Each in a fresh process. */
export async function benchDeploys(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [what, small, large] of [
    ['nodes of one workflow', [1, 1000], [1, 10_000]],
    ['nodes in workflows of 100', [10, 100], [100, 100]],
  ] as const) {
    const few = await deploysOf(small)
    const many = await deploysOf(large)
    figures.push(
      ...figuresOf(small, `1,000 ${what}`, few),
      ...figuresOf(large, `10,000 ${what}`, many),
      ...growthOf(`10,000 ${what}, of that of 1,000`, few, many),
    )
  }
  return figures
}
