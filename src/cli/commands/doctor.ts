import process from 'node:process'
import { clientOf, type Environment, openEnvironment } from '../../config/open-environment.ts'
import { isSameIdentifier, readIdentifier } from '../../dataworks/workspace/workspace-identifier.ts'
import { printableLines, showError } from '../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { stripsTypes } from '../console/load-module.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { version } from '../generated/version.ts'
import { awaitedProject } from '../project/awaited-project.ts'
import { differingEnvironments } from '../project/differing-environments.ts'
import { type FoundConfig, findConfig } from '../project/find-config.ts'
import { moduleLoader } from '../project/opened-source.ts'
import { openingFaults } from '../project/opening-faults.ts'
import { plainSources } from '../project/project-sources.ts'
import { environmentIn, refuseEnvironment } from '../project/read-project.ts'
import { withEmulatorKey } from '../service/emulator-key.ts'
import { workspaceOptions } from '../service/service-options.ts'
import { doubtfulRegion } from '../service/tell-environment.ts'
import { saidWorkspace } from '../service/workspace-options.ts'
import { requireWorkspace, workspaceSettings } from '../service/workspace-settings.ts'
import { formatOption } from '../shared-options.ts'
import { FaultsError } from '../sources/faults-error.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { jsonText } from '../text/json-text.ts'
import { type Palette, paletteOf } from '../text/palette.ts'

/** One thing that was looked at. */
interface Finding {
  readonly what: string
  readonly state: 'bad' | 'good' | 'note'
  readonly says: string
  /** What to do about it. */
  readonly next?: string
}

const leastNode = [20, 19] as const

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  const says = process.versions.node
  if (isNew) return { what: 'Node', state: 'good', says }
  return { what: 'Node', state: 'bad', says, next: `Install Node ${leastNode.join('.')} or newer.` }
}

function typescriptFinding(): Finding {
  const says = stripsTypes() ? 'Node reads it' : 'jiti reads it, for this version of Node does not'
  return { what: 'TypeScript', state: 'good', says }
}

function keyFinding({ console }: CommandCall): Finding {
  const isThere = ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'].every((name) => console.env[name])
  if (isThere) return { what: 'access key', state: 'good', says: 'in the environment' }
  const next = 'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or give environments credentials.'
  return { what: 'access key', state: 'note', says: 'none in the environment', next }
}

function badOfFault({ diagnostic, place, uri }: PlacedDiagnostic): Omit<Finding, 'what'> {
  const { message, hint } = diagnostic
  const where = place === undefined ? '' : `${place.file ?? uri}:${place.line}:${place.column}: `
  return { state: 'bad', says: `${where}${message}`, ...(hint === undefined ? {} : { next: hint }) }
}

/** All that an error says, each with its place, and what to do about it. */
function badOf(what: string, error: unknown): readonly Finding[] {
  if (error instanceof CommandError) return [{ what, state: 'bad', says: error.message, next: error.next }]
  if (!(error instanceof FaultsError)) return [{ what, state: 'bad', says: showError(error) }]
  return error.found.map((fault) => ({ what, ...badOfFault(fault) }))
}

/** The name that the service has for a workspace, and whether it is the one that is said, with which outputs begin. */
async function nameFinding(
  what: string,
  { client, projectId }: Pick<Environment, 'client' | 'projectId'>,
  said: string | undefined,
  { console: { signal } }: CommandCall,
): Promise<Finding> {
  const actual = await readIdentifier(client, { projectId, signal })
  if (actual === undefined)
    return { what, state: 'note', says: `workspace ${projectId} is called what the access key may not see` }
  if (said === undefined || isSameIdentifier(said, actual))
    return { what, state: 'good', says: `workspace ${projectId} is called ${actual}` }
  const next = `Say that it is called ${actual}, or name the workspace that is called ${said}.`
  return { what, state: 'bad', says: `workspace ${projectId} is called ${actual}, and not ${said}`, next }
}

/** Whether the region of a workspace may be misspelt, which is not asked of any service. */
function regionFindings(what: string, found: FoundConfig | undefined, name: string | undefined, call: CommandCall) {
  const doubt = doubtfulRegion(workspaceSettings(found, name, call))
  return doubt === undefined ? [] : [{ what, state: 'note', ...doubt } as const]
}

/** Whether the workspace of an environment answers, over what the options of the call say of it. */
async function environmentFindings(found: FoundConfig, name: string, call: CommandCall): Promise<readonly Finding[]> {
  const what = `environment ${name}`
  const { console } = call
  try {
    const settings = await withEmulatorKey(requireWorkspace(workspaceSettings(found, name, call), found), call)
    const config = { ...found.config, environments: { [name]: settings } }
    const options = { baseDir: found.folder, load: moduleLoader(console, found), signal: console.signal }
    const opened = await awaitedProject(found, name, () => openEnvironment(config, name, options))
    return [await nameFinding(what, opened, settings.identifier, call)]
  } catch (error) {
    return badOf(what, await openingFaults(error, found, console))
  }
}

/** What the options of a call say of a workspace where there is no configuration, and whether it answers. */
async function workspaceFindings(call: CommandCall): Promise<readonly Finding[]> {
  const { options } = call
  const region = regionFindings('workspace', undefined, undefined, call)
  const isNamed = ['projectId', 'region', 'endpoint', 'identifier'].some((option) => options.text(option) !== undefined)
  if (!isNamed || options.flag('offline')) return region
  try {
    const said = requireWorkspace(workspaceSettings(undefined, undefined, call), undefined)
    const settings = await withEmulatorKey(said, call)
    const opened = { client: clientOf(settings), projectId: String(settings.projectId) }
    return [...region, await nameFinding('workspace', opened, options.text('identifier'), call)]
  } catch (error) {
    return [...region, ...badOf('workspace', error)]
  }
}

/** The environments that are asked: the one that is named, else all; one has to be named where the call says which workspace. */
function askedOf(found: FoundConfig, { options }: CommandCall): readonly string[] {
  const meant = environmentIn(found, options.text('env'))
  if (meant !== undefined) return [meant]
  if (options.text('projectId') !== undefined) requireWorkspace({}, found)
  return Object.keys(found.config.environments)
}

/** Environments of the configuration that its project has not, which is not asked of any service. */
async function differenceFindings(
  found: FoundConfig,
  names: readonly string[],
  { console }: CommandCall,
): Promise<readonly Finding[]> {
  try {
    const { sources } = await plainSources(found, console)
    return differingEnvironments(found, sources, names).map(({ name, diagnostic: { message, hint = '' } }) => {
      return { what: `environment ${name}`, state: 'note', says: message, next: hint }
    })
  } catch (error) {
    // A project that cannot be read, or not without an environment, is told of by the environments and by a check.
    if (error instanceof CommandError || error instanceof FaultsError) return []
    throw error
  }
}

async function configFindings(call: CommandCall): Promise<readonly Finding[]> {
  const { options, console } = call
  try {
    const found = await findConfig(options.text('config'), console)
    if (found === undefined) {
      refuseEnvironment(options)
      const next = 'flowspec init begins a project; without one, commands take paths.'
      const none: Finding = { what: 'configuration', state: 'note', says: 'no flowspec.config.ts here or above', next }
      return [none, ...(await workspaceFindings(call))]
    }
    const names = askedOf(found, call)
    const regions = names.flatMap((name) => regionFindings(`environment ${name}`, found, name, call))
    const environments = options.flag('offline') ? [] : names
    const findings = await Promise.all(environments.map((name) => environmentFindings(found, name, call)))
    return [
      { what: 'configuration', state: 'good', says: `${found.uri}: ${names.join(', ')}` },
      ...regions,
      ...(await differenceFindings(found, names, call)),
      ...findings.flat(),
    ]
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof FaultsError)) throw error
    return badOf('configuration', error)
  }
}

function findingLines({ what, state, says, next }: Finding, palette: Palette): string {
  const sign = { good: palette.good('ok  '), note: palette.warning('note'), bad: palette.error('bad ') }[state]
  return `${sign} ${what}: ${printableLines(says, '     ')}\n${next === undefined ? '' : `     ${printableLines(next, '     ')}\n`}`
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  // What no workspace can be is a fault of the call, and of nothing that is looked at.
  saidWorkspace(options)
  const findings: readonly Finding[] = [
    { what: 'flowspec', state: 'good', says: version },
    nodeFinding(),
    typescriptFinding(),
    keyFinding(call),
    ...(await configFindings(call)),
  ]
  if (options.text('format') === 'json') console.write(jsonText('doctor', { findings }))
  else {
    const palette = paletteOf(console.hasColors)
    console.write(findings.map((finding) => findingLines(finding, palette)).join(''))
  }
  return findings.some(({ state }) => state === 'bad') ? exitCodes.faults : exitCodes.clean
}

/** `flowspec doctor`: whether everything is there that commands need. */
export const doctor: CommandDefinition = {
  about:
    'Looks at Node, the configuration and the access key, asks each environment for its workspace, and says what to do.',
  arguments: [],
  options: [...workspaceOptions, { flags: '--offline', about: 'ask no service' }, formatOption('json')],
  examples: [
    { call: 'flowspec doctor --env prod', does: 'tells whether prod can be reached with this access key' },
    {
      call: 'flowspec doctor --project-id 10000 --endpoint dataworks-vpc.cn-shanghai.aliyuncs.com',
      does: 'tells whether a workspace can be reached at an address, before there is a configuration',
    },
  ],
  run,
}
