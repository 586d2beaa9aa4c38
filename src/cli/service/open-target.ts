import type { Config } from '../../config/config.ts'
import type { EnvironmentSettings } from '../../config/environment-settings.ts'
import { clientOf, type Environment, openEnvironment } from '../../config/open-environment.ts'
import type { DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { readText } from '../../document/json/records.ts'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { awaitedProject } from '../project/awaited-project.ts'
import { moduleLoader, offlineClient } from '../project/opened-source.ts'
import { openingFaults } from '../project/opening-faults.ts'
import { environmentIn, type ReadProject, readProject } from '../project/read-project.ts'
import { environmentOf, subjectOf } from '../sources/documents-of.ts'
import { refuseStrayEnvironment } from '../sources/load-documents.ts'
import { readSources } from '../sources/read-sources.ts'
import { requireRead } from '../sources/require-read.ts'
import { isProject, type Source } from '../sources/source.ts'
import { listed } from '../text/words.ts'
import { refuseUseless } from '../useless-options.ts'
import { CountedRequests } from './counted-requests.ts'
import { withEmulatorKey } from './emulator-key.ts'
import { type RecordPlace, recordPlaceOf } from './record-place.ts'
import { tellEnvironment, tellRegion } from './tell-environment.ts'
import { type PartialSettings, requireWorkspace, waitFor, workspaceSettings } from './workspace-settings.ts'

/** A workspace that a command works on, and what it deploys there. */
export interface Target {
  readonly environment: Environment
  /** What the paths of the call led to, in the order of the documents that are made of it; nothing where none is named. */
  readonly sources: readonly Source[]
  /** Where the record of the last deploy is kept, or why there is none. */
  readonly record: RecordPlace
  /** How the service is waited for. */
  readonly wait: ReturnType<typeof waitFor>
  /** What is sent to the service by the client of the environment. */
  readonly requests: CountedRequests
  /** Ends what was started for the command. */
  stop(): Promise<void>
}

/** What is deployed, and the environment that it has, if it has some. */
interface Content {
  readonly content: Config['project']
  readonly sources: readonly Source[]
  readonly environment: string | undefined
}

/** What a source is called in a message. */
function calledAs(source: Source): string {
  const value = source.kind === 'builder' ? source.builder : subjectOf(source.document)?.value
  const name = readText(value, 'identifier') ?? readText(value, 'name')
  return printable(name === undefined ? source.uri : `${source.uri} (${name})`)
}

/**
 * Refuses what stands beside a project: it would be deployed with what the project says of its own parts, or be left out.
 *
 * @throws UsageError that names it, and says what to do
 */
function refuseSeveralProjects(sources: readonly Source[]): void {
  const [project, second] = sources.filter(isProject)
  if (project === undefined || sources.length < 2) return
  const alone = `name ${printable(project.uri)} alone.`
  if (second !== undefined) {
    const message = `${calledAs(project)} and ${calledAs(second)} each export a project; one is deployed at a time.`
    throw new UsageError(message, { next: `Put all into one of them, or ${alone}` })
  }
  const others = sources.filter((source) => source !== project).map(calledAs)
  const message = `${calledAs(project)} exports a project, and does not hold ${listed(others)}.`
  throw new UsageError(message, { next: `Add what belongs to it, project.add(…), or ${alone}` })
}

/**
 * What is deployed: the paths of the call, else the project of the configuration.
 *
 * @throws FaultsError when files cannot be read: what they hold would be taken for gone
 * @throws UsageError when the paths lead to files without pipelines, as an empty project is one of which all is gone
 */
async function contentOf({ found, paths, environment }: ReadProject, call: CommandCall): Promise<Content> {
  const { console } = call
  if (paths.length === 0 && found !== undefined) return { content: found.config.project, sources: [], environment }
  const sources = requireRead(await readSources(paths, console), console)
  if (sources.length === 0) {
    throw new UsageError(`There is no pipeline in ${listed(paths.map((path) => printable(path)))}.`, {
      next: 'Documents of FlowSpec have kind, version and spec; modules export a project, workflows or documents.',
    })
  }
  refuseSeveralProjects(sources)
  const own = sources
    .map((one) => (one.kind === 'builder' ? environmentOf(one, environment) : undefined))
    .find((name) => name !== undefined)
  // One of the configuration says which workspace is meant, whatever is brought there.
  if (found !== undefined) environmentIn(found, own === undefined ? environment : undefined)
  else refuseStrayEnvironment(call, own !== undefined)
  const items: readonly object[] = sources.map((one) => (one.kind === 'builder' ? one.builder : one.document))
  // What they are is judged where they are used: builders of other copies of the library are taken, too.
  const content = (items.length === 1 ? items[0] : items) as Config['project']
  return { content, sources, environment: environment ?? own }
}

/** An emulator with the one workspace that is meant. */
async function emulatorOf(settings: EnvironmentSettings, identifier: string): Promise<Emulator> {
  const { projectId: id } = settings
  const datasources = Object.entries(settings.datasources ?? {}).map(([type, name]) => ({ name, type }))
  return await startEmulator({
    projects: [{ id, identifier, ...(datasources.length === 0 ? {} : { datasources }) }],
    jobDuration: { polls: 0 },
  })
}

/** A configuration of the one environment that is meant. */
interface OneEnvironment extends Pick<Target, 'sources'> {
  readonly name: string
  readonly project: Config['project']
  readonly read: ReadProject
}

async function openOne(
  { name, project, read }: OneEnvironment,
  settings: EnvironmentSettings,
  { console }: CommandCall,
  client: DataWorksClient,
): Promise<Environment> {
  const { rules, custom, suppress, found } = read
  const config: Config = { project, environments: { [name]: settings }, rules, custom, suppress }
  try {
    const options = {
      baseDir: found?.folder ?? console.cwd,
      load: moduleLoader(console, found),
      signal: console.signal,
    }
    return await awaitedProject(found, name, () =>
      openEnvironment(config, name, { ...options, build: { trace: true }, client }),
    )
  } catch (error) {
    throw await openingFaults(error, read.paths.length > 0 ? undefined : found, console)
  }
}

/** What the workspace of an emulator is called: as the project is, if that has a name. */
async function identifierOf(one: OneEnvironment, settings: EnvironmentSettings, call: CommandCall): Promise<string> {
  try {
    return (await openOne(one, settings, call, offlineClient())).identifier
  } catch (error) {
    // The name would be asked for: nothing says it.
    if (!isDataWorksError(error)) throw error
    return 'dw_project'
  }
}

async function onEmulator(one: OneEnvironment, said: PartialSettings, call: CommandCall): Promise<Target> {
  const { projectId = '10000', region: _, ...others } = said
  const nowhere = { ...others, projectId, endpoint: 'http://127.0.0.1' }
  const emulator = await emulatorOf(nowhere, await identifierOf(one, nowhere, call))
  try {
    const { url: endpoint, credentials } = emulator
    const settings = { ...nowhere, endpoint, credentials }
    const requests = new CountedRequests()
    const environment = await openOne(one, settings, call, clientOf(settings, requests.fetch))
    const { sources } = one
    return {
      environment,
      sources,
      record: { without: 'emulator' },
      wait: waitFor(endpoint),
      requests,
      stop: () => emulator.stop(),
    }
  } catch (error) {
    await emulator.stop()
    throw error
  }
}

/**
 * Opens the workspace that a call names, and the project for it.
 *
 * @throws UsageError when nothing says which one that is
 */
export async function openTarget(call: CommandCall): Promise<Target> {
  const read = await readProject(call)
  const { content, sources, environment: known } = await contentOf(read, call)
  // Of several environments, one has to be named, whatever else the call says.
  if (read.paths.length === 0 && known === undefined) requireWorkspace({}, read.found)
  if (read.paths.length === 0) tellEnvironment(read.found, call)
  const one = { name: known ?? 'workspace', project: content, sources, read }
  const said = workspaceSettings(read.found, known, call)
  if (call.options.flag('emulator')) {
    const next = 'Leave one of them out.'
    refuseUseless(call.options, ['record', 'endpoint', 'region'], 'with --emulator, which starts empty', next)
    return await onEmulator(one, said, call)
  }
  const settings = await withEmulatorKey(requireWorkspace(said, read.found), call)
  tellRegion(settings, call)
  const requests = new CountedRequests()
  return {
    environment: await openOne(one, settings, call, clientOf(settings, requests.fetch)),
    sources,
    record: recordPlaceOf(call, read, one.name, settings),
    wait: waitFor(settings.endpoint),
    requests,
    stop: async () => undefined,
  }
}
