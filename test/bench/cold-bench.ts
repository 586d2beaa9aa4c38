import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { median } from './measure.ts'

type Command = readonly [program: string, ...argv: string[]]

/** Milliseconds of a program in a process of its own, from its start to its end. */
function run([program, ...argv]: Command): number {
  const start = performance.now()
  const file = join(import.meta.dirname, 'cold', `${program}.mjs`)
  const { status, stderr } = spawnSync(process.execPath, [file, ...argv], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
  return performance.now() - start
}

interface Timing {
  readonly least: number
  readonly middle: number
}

/** Times programs in turns, so that what else runs on the machine hits all of them alike. */
function timesOf<Name extends string>(commands: Readonly<Record<Name, Command>>, rounds: number): Record<Name, Timing> {
  const entries = Object.entries<Command>(commands) as [Name, Command][]
  const times = new Map<Name, number[]>(entries.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of entries) times.get(name)?.push(run(command))
  return Object.fromEntries(
    [...times].map(([name, values]) => [name, { least: Math.min(...values), middle: median(values) }]),
  ) as Record<Name, Timing>
}

/** A ratio of the least times: other programs on the machine only ever add to a time. */
function ratio(name: string, ours: Timing, yardstick: Timing, goal?: number): Figure {
  const millis = ({ least, middle }: Timing): string => `${least.toFixed(0)} ms (median ${middle.toFixed(0)})`
  const detail = `${millis(ours)} / ${millis(yardstick)}`
  return { name, value: ours.least / yardstick.least, unit: '×', ...(goal === undefined ? {} : { goal }), detail }
}

/** What a user waits for who runs a script once: every figure in fresh processes. */
export function benchCold(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowspec-cold-'))
  try {
    const [ours, copy] = [join(folder, 'chain.json'), join(folder, 'copy.json')]
    run(['chain', '10000', ours])
    const size = `${(statSync(ours).size / 10_000).toFixed(0)} bytes a node as written`
    const small = timesOf(
      {
        workflow: ['small-workflow'],
        core: ['import-core'],
        cron: ['import-cron-parser'],
        preview: ['preview'],
        empty: ['empty'],
      },
      15,
    )
    const large = timesOf({ ours: ['chain', '10000', ours], yardstick: ['parse-and-write', ours, copy] }, 9)
    const traced = timesOf({ traced: ['chain', '1000', copy, 'trace'], plain: ['chain', '1000', copy] }, 9)
    const growth = timesOf({ large: ['chain', '100000', copy], small: ['chain', '10000', ours] }, 2)
    const chain = ratio(
      'cold: define, build, check and write 10,000 nodes / parse and write them',
      large.ours,
      large.yardstick,
      3,
    )
    return [
      { ...chain, detail: `${chain.detail}, ${size}` },
      ratio('cold: build, check and write one small workflow / an empty script', small.workflow, small.empty, 2),
      ratio('cold: import the core / an empty script', small.core, small.empty),
      ratio('cold: import the core / import cron-parser', small.core, small.cron),
      ratio('cold: preview five runs / an empty script', small.preview, small.empty),
      ratio('cold: 1,000 nodes with the places of calls / without', traced.traced, traced.plain),
      ratio('cold: 100,000 nodes / 10,000 nodes', growth.large, growth.small, 12),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
