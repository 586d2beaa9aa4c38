import type { CheckOptions } from '../../check/check-options.ts'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { CommandError, UsageError } from '../command-error.ts'
import { tellStack } from '../console/tell-stack.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { version } from '../generated/version.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { thrownFaults } from '../modules/thrown-faults.ts'
import { withPlaces } from '../modules/with-places.ts'
import { differingEnvironments } from '../project/differing-environments.ts'
import { configPath } from '../project/find-config.ts'
import { projectSources } from '../project/project-sources.ts'
import { type ReadProject, readProject } from '../project/read-project.ts'
import { withSettingsOnce } from '../project/settings-faults.ts'
import { withUnused } from '../project/unused-suppressions.ts'
import { configOption, environmentOption, formatOption, pathsArgument, watchOption } from '../shared-options.ts'
import { type CheckedSource, checkSources } from '../sources/check-sources.ts'
import { hasEnvironments } from '../sources/documents-of.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { Indexes } from '../sources/indexes.ts'
import { refuseStrayEnvironment } from '../sources/load-documents.ts'
import { namesOfKinds } from '../sources/names-of-kinds.ts'
import { notAdded } from '../sources/not-added.ts'
import type { ReadSources } from '../sources/read-sources.ts'
import { countsText, diagnosticsText, explainText } from '../text/diagnostics-text.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'
import { readWords } from '../text/what-was-read.ts'
import { duration } from '../text/words.ts'
import { watchCall } from '../watch/watch-call.ts'

const severities: readonly string[] = ['off', 'info', 'warning', 'error']

function isSeverity(value: string): value is Severity | 'off' {
  return severities.includes(value)
}

/** What is said of rules on the command line, above what the project says. */
function rulesOf(given: ReadonlyMap<string, string>): Readonly<Record<string, Severity | 'off'>> {
  const rules: Record<string, Severity | 'off'> = {}
  for (const [rule, severity] of given) {
    if (!isSeverity(severity)) {
      throw new UsageError(`--rule gives ${rule} the severity '${severity}'.`, {
        next: `It is one of ${severities.join(', ')}.`,
      })
    }
    Object.defineProperty(rules, rule, { value: severity, enumerable: true })
  }
  return rules
}

/** What a report is made of. */
interface Report {
  readonly checked: readonly CheckedSource[]
  /** What was read, in words; the empty text where it could not be. */
  readonly read: string
  readonly took: number
  readonly custom: NonNullable<CheckOptions['custom']>
}

function writeText({ console }: CommandCall, { checked, read, took }: Report): void {
  const palette = paletteOf(console.hasColors)
  const found = checked.flatMap(({ found }) => found)
  const diagnostics = found.map(({ diagnostic }) => diagnostic)
  console.write(diagnosticsText(found, palette))
  const counts = countsText(diagnostics, palette)
  const silenced = checked.reduce((sum, { suppressed }) => sum + suppressed.length, 0)
  const kept = silenced === 0 ? '' : `; ${silenced} suppressed`
  const where = read === '' ? '' : `${counts === '' ? 'of' : 'in'} ${read}`
  const said = [counts === '' ? palette.good('Nothing to say') : counts, where].filter((part) => part !== '')
  console.write(`${said.join(' ')}${kept} (${duration(took)})\n`)
  console.write(explainText(diagnostics, palette))
}

/** Of the forms, each is loaded when it is asked for. */
async function write(call: CommandCall, report: Report): Promise<void> {
  const { console, options } = call
  const documents = report.checked.map(({ uri, found, suppressed }) => {
    return { uri, diagnostics: found.map(({ diagnostic }) => diagnostic), suppressed }
  })
  const format = options.text('format')
  if (format === 'json') {
    const { toJsonReport } = await import('../../check/report/json-report.ts')
    console.write(jsonText('check', toJsonReport(documents, { toolVersion: version })))
  } else if (format === 'sarif') {
    const { toSarif } = await import('../../check/report/sarif.ts')
    console.write(
      `${JSON.stringify(toSarif(documents, { toolVersion: version, custom: report.custom }), undefined, 2)}\n`,
    )
  } else if (format === 'github') {
    const { githubAnnotations } = await import('../text/github-annotations.ts')
    console.write(githubAnnotations(report.checked.flatMap(({ found }) => found)))
  } else writeText(call, report)
}

/** Whether some of what was found is a fault: errors are, and warnings when they are asked to be. */
function hasFaults(checked: readonly CheckedSource[], isStrict: boolean): boolean {
  return checked.some(({ found }) =>
    found.some(({ diagnostic: { severity } }) => severity === 'error' || (isStrict && severity === 'warning')),
  )
}

/** What there is to say of the environments of a configuration and of those of its project, where none is meant alone. */
function environmentsOf({ found, paths }: ReadProject, { sources }: ReadSources): readonly CheckedSource[] {
  const differing = found === undefined || paths.length > 0 ? [] : differingEnvironments(found, sources)
  return differing.length === 0 ? [] : [{ uri: differing[0]?.uri ?? '', found: differing, suppressed: [], unused: [] }]
}

async function checkAll(call: CommandCall): Promise<Omit<Report, 'took'>> {
  const { console, options } = call
  const given = rulesOf(options.pairs('rule'))
  const project = await readProject(call)
  const read = await projectSources(project, console)
  if (read.unread.length === 0) refuseStrayEnvironment(call, hasEnvironments(read.sources))
  const { environment, custom, rules, suppress } = project
  // Without a configuration nothing says which rules of its own a team has.
  const ofTeam = project.found === undefined ? {} : { custom }
  const check = { environment, ...ofTeam, rules: { ...rules, ...given }, suppress }
  const indexes = new Indexes()
  const all = { ...read, unread: [...read.unread, ...notAdded(read), ...namesOfKinds(read.sources, indexes)] }
  // Projects make their parts when they are checked.
  const found = await withPlaces(async () =>
    withUnused(checkSources(all, check, console, indexes), { project, check, console }),
  )
  const checked = [...environmentsOf(project, read), ...withSettingsOnce(found, project)]
  return { checked, read: readWords(read, environment), custom }
}

/**
 * What ends a check early, as something that it found: programs that read reports are told of it in the same form.
 *
 * @throws the error itself, when it is one of the call and not of what is checked
 */
async function notChecked(error: unknown, { console, options }: CommandCall): Promise<Omit<Report, 'took'>> {
  const parts = { read: '', custom: [] }
  if (error instanceof FaultsError) return { ...parts, checked: [checkedWhole(error)] }
  const thrown = error instanceof CommandError ? undefined : thrownFaults(error, console.cwd)
  if (thrown !== undefined) {
    tellStack(error, console)
    return { ...parts, checked: [checkedWhole(thrown)] }
  }
  const path = configPath(options.text('config'), console)
  if (path === undefined || !(error instanceof CommandError) || error instanceof UsageError) throw error
  return { ...parts, checked: [checkedWhole(await moduleFaults(error, path, console))] }
}

function checkedWhole({ found }: FaultsError): CheckedSource {
  return { uri: found[0]?.uri ?? '', found, suppressed: [], unused: [] }
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  if (options.flag('watch')) return await watchCall(call)
  const start = console.now()
  const report = await checkAll(call).catch((error: unknown) => notChecked(error, call))
  const { checked } = report
  await write(call, { ...report, took: console.now() - start })
  return hasFaults(checked, options.flag('strict')) ? exitCodes.faults : exitCodes.clean
}

/** `flowspec check`: everything there is to say of pipelines, offline. */
export const check: CommandDefinition = {
  about:
    'Checks pipelines offline and says everything at once: shape, names, dependencies, cycles, schedules, parameters. Ends with 1 when there are errors.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    formatOption('json', 'sarif', 'github'),
    { flags: '--rule <rule=severity>', about: 'severity of a rule: off, info, warning or error', isList: true },
    { flags: '--strict', about: 'end with 1 for warnings, too' },
    watchOption,
  ],
  examples: [
    { call: 'flowspec check pipelines/orders.ts', does: 'checks what a module exports' },
    { call: 'flowspec check exported --format sarif', does: 'checks the documents of a folder, for code scanning' },
    { call: 'flowspec check --rule schedule/cron-short-interval=off', does: 'checks the project without one rule' },
  ],
  run,
}
