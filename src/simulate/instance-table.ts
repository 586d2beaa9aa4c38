import { printable } from '../diagnostics/show-value.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import type { Instance } from './instance.ts'
import type { Simulation } from './simulation.ts'
import { textWidth } from './text-width.ts'

/**
 * How instances are shown.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { type FormatInstancesOptions, formatInstances, simulate } from 'flowspec/simulate'
 *
 * const long: FormatInstancesOptions = { maxRows: 1000 }
 * const year = simulate(workflow('orders').cron('00 02 00 * * ?'), { from: '2026-01-01', to: '2026-12-31' })
 * process.stdout.write(formatInstances(year, long))
 * ```
 */
export interface FormatInstancesOptions {
  /** How many instances are shown; a last line says how many more there are. Default: 200. */
  readonly maxRows?: number | undefined
}

const defaultMaxRows = 200
const mostNamed = 3
const head = ['schedule time', 'offset', 'business date', 'instance', 'state', 'parameters', 'waits for']

/**
 * The instances of a simulation as a table of text, and below it what has none.
 *
 * @param simulation - what `simulate` gave
 * @returns lines of text, the last one ended as well
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { formatInstances, simulate } from 'flowspec/simulate'
 *
 * const report = workflow('report').cron('00 30 02 * * ?').timezone('America/New_York').nodes(shell('count').code('1'))
 * process.stdout.write(formatInstances(simulate(report, { from: '2026-03-08', to: '2026-03-08' })))
 * ```
 */
export function formatInstances(simulation: Simulation, options: FormatInstancesOptions = {}): string {
  const { instances, withoutInstances } = simulation
  const maxRows = Math.max(0, options.maxRows ?? defaultMaxRows)
  const rows = instances.slice(0, maxRows).map(cells)
  const lines = instances.length === 0 ? ['No instances.'] : alignColumns([head, ...rows])
  if (instances.length > rows.length) lines.push(`… and ${instances.length - rows.length} more`)
  for (const { name, workflow, reason } of withoutInstances) {
    lines.push(`no instances of ${printable(labelOf(name, workflow))}: ${reason}`)
  }
  return `${lines.join('\n')}\n`
}

function labelOf(name: string, workflow: string | undefined): string {
  return workflow === undefined || workflow === name ? name : `${workflow}/${name}`
}

function cells(instance: Instance): readonly string[] {
  const { kind, name, workflow, wallClock, offset, businessDate, parameters, unknownParameters } = instance
  const label = kind === 'workflow' ? name : labelOf(name, workflow)
  const values = Object.entries(parameters).map(([key, value]) => `${key}=${value}`)
  const unknown = unknownParameters.map((parameter) => `${parameter.name}=?`)
  const shown = [
    wallClock,
    offset,
    businessDate,
    label,
    stateOf(instance),
    [...values, ...unknown].join(' '),
    waitsFor(instance),
  ]
  return shown.map(printable)
}

/** The state, and why it is not the usual one. */
function stateOf({ state, dryRunReason, because, overlap }: Instance): string {
  const reason =
    dryRunReason ??
    because
      .map((id) => id.slice(0, id.lastIndexOf('@')))
      .slice(0, mostNamed)
      .join(', ')
  const why = [reason, overlap ? 'the second of two' : ''].filter((part) => part !== '')
  return why.length === 0 ? state : `${state} (${why.join('; ')})`
}

/** The upstream instances: all where they are few, otherwise how many of each. */
function waitsFor({ upstream, unknownUpstream }: Instance): string {
  const byName = new Map<string, string[]>()
  for (const { name, workflow, at } of upstream) {
    const label = labelOf(name, workflow)
    addToGroup(byName, label, at.slice(5, 16).replace('T', ' '))
  }
  const known = [...byName].map(([label, times]) =>
    times.length > mostNamed ? `${label} ×${times.length}` : `${label} ${times.join(' ')}`,
  )
  return [...known, ...unknownUpstream.map(({ name, reason }) => `${name} (${reason})`)].join(', ')
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), 0),
  )
  const used = widths.map((_, column) => rows.slice(1).some((row) => row[column] !== ''))
  return rows.map((row) =>
    row
      .flatMap((text, column) =>
        used[column] === true ? [`${text}${' '.repeat((widths[column] ?? 0) - textWidth(text))}`] : [],
      )
      .join('  ')
      .trimEnd(),
  )
}
