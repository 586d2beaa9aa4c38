import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { type FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { parseInstant } from '../../schedule/runs/instant.ts'
import type { RunsRange, RunsTrigger } from '../../schedule/runs/request.ts'
import type { ScheduledRun } from '../../schedule/runs/run.ts'
import { runs as runsOf } from '../../schedule/runs/runs.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { configOption, environmentOption, formatOption, pathsArgument } from '../shared-options.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { loadDocuments } from '../sources/load-documents.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import type { DocumentSource } from '../sources/source.ts'
import { type Scheduled, scheduledIn } from '../sources/triggers.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'
import { table } from '../text/table.ts'
import { refuseUseless } from '../useless-options.ts'

const day = 24 * 60 * 60 * 1000
const date = /^\d{4}-\d\d-\d\d$/

/** Which runs a call asks for: dates count in the time zone of each trigger, so they are moved into it. */
interface Wanted {
  readonly range: RunsRange
  /** The first and last day, where days are asked for. */
  readonly startTime: string | undefined
  readonly endTime: string | undefined
}

/** The instant that a word of the call is, or the start of a day. */
function instantOf(option: string, word: string, moved: number): number {
  const read = parseInstant(date.test(word) ? `${word}T00:00:00Z` : word, `--${option}`)
  if (read.ok) return date.test(word) ? read.instant + moved : read.instant
  throw new UsageError(`--${option} is '${word}', which is no day and no point in time.`, {
    next: 'Write 2026-03-01, or 2026-03-01T00:00:00+08:00.',
  })
}

function wantedIn({ console, options }: CommandCall): Wanted {
  const [from, to] = [options.text('from'), options.text('to')]
  const count = options.integer('count', [1, 100_000])
  if (from !== undefined && to !== undefined && instantOf('from', from, 0) > instantOf('to', to, day - 1)) {
    throw new UsageError(`--to is '${to}', which is before --from, '${from}'.`, { next: 'Swap them.' })
  }
  // No zone is further from UTC than a day, so that no run of the days is before or after these instants.
  const range: RunsRange = {
    from: from === undefined ? console.now() : instantOf('from', from, -day),
    ...(to === undefined ? { count: count ?? 5 } : { to: instantOf('to', to, 2 * day) }),
    ...(count === undefined ? {} : { count }),
    everyDay: options.flag('everyDay'),
  }
  const isDay = (word: string | undefined): word is string => word !== undefined && date.test(word)
  return {
    range,
    startTime: isDay(from) ? `${from} 00:00:00` : undefined,
    endTime: isDay(to) ? `${to} 23:59:59` : undefined,
  }
}

/** The later, or the earlier, of two times of a clock; one that is missing says nothing. */
function bound(one: string | undefined, other: string | undefined, isLater: boolean): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one > other === isLater ? one : other
}

/** Something with its runs. */
interface FoundRuns {
  readonly name: string
  readonly cron: string | undefined
  readonly timezone: string | undefined
  readonly runs: readonly ScheduledRun[]
}

/** What keeps the runs of a trigger from being counted, where that is written. */
function faultsOfTrigger(error: FlowSpecError, { name, path, source, uri }: Triggered, cwd: string): FaultsError {
  const diagnostics = error.diagnostics.map((diagnostic): Diagnostic => {
    const subject = path === undefined ? undefined : { kind: 'workflow', name }
    return { ...diagnostic, path: path === undefined ? '' : path + diagnostic.path, ...(subject && { subject }) }
  })
  const told = source ?? { kind: 'unread', uri, diagnostics }
  return new FaultsError(placeDiagnostics(told, diagnostics, { cwd, texts: new FileTexts() }), { cause: error })
}

/** @throws FaultsError for a trigger of which no runs can be counted */
function runsIn(one: Triggered, wanted: Wanted, { cwd }: CommandCall['console']): FoundRuns {
  try {
    return foundRuns(one, wanted)
  } catch (error) {
    throw isFlowSpecError(error) ? faultsOfTrigger(error, one, cwd) : error
  }
}

function foundRuns({ name, trigger }: Scheduled, { range, startTime, endTime }: Wanted): FoundRuns {
  if (trigger === undefined) return { name, cron: undefined, timezone: undefined, runs: [] }
  const asked: RunsTrigger = {
    ...trigger,
    startTime: bound(trigger.startTime, startTime, true),
    endTime: bound(trigger.endTime, endTime, false),
  }
  return { name, cron: trigger.cron, timezone: trigger.timezone, runs: [...runsOf(asked, range)] }
}

/** Something with a schedule, and where that is written. */
interface Triggered extends Scheduled {
  readonly uri: string
  /** The document of a file that it stands in. */
  readonly source?: DocumentSource | undefined
}

/** @throws UsageError for options about pipelines, which a cron has nothing to do with */
function requireCronAlone({ options, words }: CommandCall): void {
  const why = 'with --cron, whose runs are listed instead'
  const next = 'Leave one of them out.'
  if (words.length > 0) throw new UsageError(`A path is of no use ${why}.`, { next })
  refuseUseless(options, ['workflow', 'env', 'config'], why, next)
}

async function scheduledOf(call: CommandCall): Promise<readonly Triggered[]> {
  const { options } = call
  const cron = options.text('cron')
  const timezone = options.text('timezone')
  if (cron !== undefined) {
    requireCronAlone(call)
    return [{ name: cron, trigger: { cron, timezone }, uri: timezone === undefined ? '--cron' : '--cron, --timezone' }]
  }
  refuseUseless(options, ['timezone'], 'without --cron', 'Workflows have their own time zones.')
  const documents = await loadDocuments(call)
  const all = documents.flatMap(({ document, uri, source }) =>
    scheduledIn(document).map((one): Triggered => ({ ...one, uri, source })),
  )
  const wanted = options.list('workflow')
  const unknown = wanted.find((name) => !all.some((one) => one.name === name))
  if (unknown !== undefined) {
    const names = all.map(({ name }) => name)
    const near = didYouMean(unknown, names)
    const next = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`
    throw new UsageError(`There is no workflow '${unknown}'.`, { next })
  }
  return wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name))
}

function noteOf({ dryRun, overlap }: ScheduledRun): string {
  if (dryRun) return 'dry run'
  return overlap ? 'second of two times that the clock shows' : ''
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const wanted = wantedIn(call)
  const found = (await scheduledOf(call)).map((one) => runsIn(one, wanted, console))
  if (options.text('format') === 'json') {
    console.write(jsonText('runs', { workflows: found }))
    return exitCodes.clean
  }
  if (found.length === 0) console.tell('There is no workflow and no node.\n')
  const rows = found.flatMap(({ name, cron, runs }) => {
    if (runs.length === 0) return [[name, cron === undefined ? 'no schedule' : 'no runs', '', '', '']]
    return runs.map((one) => [name, one.wallClock, one.offset, one.businessDate, noteOf(one)])
  })
  console.write(table(['workflow', 'runs at', 'offset', 'business date', 'note'], rows, paletteOf(console.hasColors)))
  return exitCodes.clean
}

/** `flowspec runs`: when pipelines run. */
export const runs: CommandDefinition = {
  about: 'Lists when workflows run, and for which business date, days of daylight saving among them.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    { flags: '--from <when>', about: 'a day, or a point in time; now when left out' },
    { flags: '--to <when>', about: 'the last day, or point in time' },
    { flags: '--count <number>', about: 'how many of each workflow; 5 when neither this nor --to is given' },
    { flags: '--every-day', about: 'show the dry runs of weekly, monthly and yearly schedules on other days, too' },
    { flags: '--workflow <name>', about: 'only this one', isList: true },
    { flags: '--cron <cron>', about: 'of a cron instead of pipelines' },
    { flags: '--timezone <zone>', about: 'the time zone of that cron; Asia/Shanghai when left out' },
    formatOption('json'),
  ],
  examples: [
    { call: 'flowspec runs pipelines/orders.ts', does: 'lists the next five runs' },
    { call: 'flowspec runs --from 2026-03-01 --to 2026-03-31', does: 'lists those of a month, of the whole project' },
    {
      call: "flowspec runs --cron '00 30 02 * * ?' --timezone America/New_York --from 2026-03-07 --count 3",
      does: 'tells what happens when clocks change',
    },
  ],
  run,
}
