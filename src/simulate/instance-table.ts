import { checkArgument, checkSettings, number, type SettingKindsOf } from '../diagnostics/arguments.ts'
import { cut, printable } from '../diagnostics/show-value.ts'
import { textWidth } from '../diagnostics/text-width.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import type { Instance } from './instance.ts'
import { type Simulation, simulationKind } from './simulation.ts'

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
  /** How many instances are shown, and how many without any; a last line says how many more there are. Default: 200. */
  readonly maxRows?: number | undefined
}

const formatKinds: SettingKindsOf<FormatInstancesOptions> = { maxRows: number }

const defaultMaxRows = 200
const mostNamed = 3
const longestName = 160
const longestCell = 480
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
  checkArgument('formatInstances', 'simulation', simulation, simulationKind)
  checkSettings('formatInstances', 'options', options, formatKinds)
  const { instances, withoutInstances, notes } = simulation
  const maxRows = Math.max(0, options.maxRows ?? defaultMaxRows)
  const rows = instances.slice(0, maxRows).map(cells)
  const lines = instances.length === 0 ? ['No instances.'] : alignColumns([head, ...rows])
  if (instances.length > rows.length) lines.push(`… and ${instances.length - rows.length} more`)
  for (const { message } of notes) lines.push(cellText(message))
  for (const { name, workflow, reason, inside } of withoutInstances.slice(0, Math.max(1, maxRows))) {
    lines.push(
      `no instances of ${cellText(labelOf(name, workflow))}: ${inside === undefined ? reason : `${reason} ${cellText(inside)}`}`,
    )
  }
  const notNamed = withoutInstances.length - Math.max(1, maxRows)
  if (notNamed > 0) lines.push(`no instances of ${notNamed} more`)
  return `${lines.join('\n')}\n`
}

function labelOf(name: string, workflow: string | undefined): string {
  const short = cut(name, longestName)
  return workflow === undefined || workflow === name ? short : `${cut(workflow, longestName)}/${short}`
}

/** What stands in a cell: one line of a length that can be read. */
function cellText(text: string): string {
  return printable(cut(text, longestCell))
}

/** Texts joined until the cell is full. */
function joinCell(texts: Iterable<string>, separator: string): string {
  let joined = ''
  for (const text of texts) {
    if (joined !== '') joined += separator
    joined += cut(text, longestCell)
    if (joined.length > longestCell) break
  }
  return joined
}

function cells(instance: Instance): readonly string[] {
  const { kind, name, workflow, wallClock, offset, businessDate } = instance
  const label = kind === 'workflow' ? cut(name, longestName) : labelOf(name, workflow)
  const shown = [
    wallClock,
    offset,
    businessDate,
    label,
    stateOf(instance),
    joinCell(shownParameters(instance), ' '),
    waitsFor(instance),
  ]
  return shown.map(cellText)
}

function* shownParameters({ parameters, unknownParameters }: Instance): Generator<string, void, undefined> {
  for (const name of Object.keys(parameters)) {
    yield `${cut(name, longestName)}=${cut(parameters[name] ?? '', longestName)}`
  }
  for (const { name } of unknownParameters) yield `${cut(name, longestName)}=?`
}

/** The state, and why it is not the usual one. */
function stateOf({ state, dryRunReason, because, overlap }: Instance): string {
  const reason =
    dryRunReason ??
    because
      .slice(0, mostNamed)
      .map((id) => id.slice(0, id.lastIndexOf('@')))
      .join(', ')
  const why = [reason, overlap ? 'the second of two' : ''].filter((part) => part !== '')
  return why.length === 0 ? state : `${state} (${why.join('; ')})`
}

/** The upstream instances: all where they are few, otherwise how many of each. */
function waitsFor(instance: Instance): string {
  return joinCell(shownUpstream(instance), ', ')
}

function* shownUpstream({ upstream, unknownUpstream }: Instance): Generator<string, void, undefined> {
  // Grouped by the texts themselves: to put long names together for each instance would take more time than all the rest.
  const groups = new Map<string | undefined, Map<string, string[]>>()
  for (const { name, workflow, at } of upstream) {
    const byName = groups.get(workflow) ?? new Map<string, string[]>()
    groups.set(workflow, byName)
    addToGroup(byName, name, at.slice(5, 16).replace('T', ' '))
  }
  for (const [workflow, byName] of groups) {
    for (const [name, times] of byName) {
      const label = labelOf(name, workflow)
      yield times.length > mostNamed ? `${label} ×${times.length}` : `${label} ${times.join(' ')}`
    }
  }
  for (const { name, reason } of unknownUpstream) yield `${cut(name, longestName)} (${reason})`
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
