import type { Suppression } from '../../check/check-options.ts'
import { type UnusedSuppression, unusedEverywhere } from '../../check/unused-suppressions.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { type CheckedSource, checkSources, type PlacedUnused, type SourceCheck } from '../sources/check-sources.ts'
import { environmentNames } from '../sources/documents-of.ts'
import { isProject } from '../sources/source.ts'
import { ConfigText } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'
import type { ReadProject } from './read-project.ts'

/** A check of the command: of what, and how. */
interface Call {
  readonly project: ReadProject
  readonly check: SourceCheck
  readonly console: CommandConsole
}

/** Whether a project was checked in all of its environments. */
function isWhole({ source }: CheckedSource, { environment }: SourceCheck): boolean {
  if (source?.kind !== 'builder' || !isProject(source)) return false
  return environment === undefined || (environmentNames(source.builder)?.length ?? 0) <= 1
}

/** What silences nothing in a project as it is opened for an environment; undefined where it cannot be opened. */
async function unusedIn(
  found: FoundConfig,
  environment: string,
  { check, console }: Call,
): Promise<readonly UnusedSuppression[] | undefined> {
  const { openedSource } = await import('./opened-source.ts')
  try {
    const sources = [await openedSource(found, environment, console)]
    const read = { sources, unread: [], files: 1, inFolders: new Set<string>() }
    return checkSources(read, { ...check, environment }, console).flatMap(({ unused }) => unused)
  } catch {
    // What keeps it from being opened, whatever the code of the user throws, is told by a check of that environment: this one
    // only looks whether a suppression is of use there, and nothing is said where that is not known.
    return undefined
  }
}

/** What silences nothing in any environment, of what silences nothing in the project as it is written. */
async function unusedInAll(
  unused: readonly PlacedUnused[],
  found: FoundConfig,
  call: Call,
): Promise<readonly PlacedUnused[]> {
  let left = unused
  for (const name of Object.keys(found.config.environments)) {
    const others = left.length === 0 ? [] : await unusedIn(found, name, call)
    if (others === undefined) return []
    left = unusedEverywhere([left, others])
  }
  return left
}

/** What silences nothing in the project of a configuration, in whichever of its environments. */
async function unusedOfConfig(checked: readonly CheckedSource[], found: FoundConfig, call: Call) {
  const { environment, suppress } = call.project
  // In another environment there may be what it silences.
  if (environment !== undefined && Object.keys(found.config.environments).length > 1) return []
  const ofConfig = new Set<Suppression>(suppress)
  const [own, shared] = [false, true].map((isShared) =>
    checked.map(({ unused }) => unused.filter(({ suppression }) => ofConfig.has(suppression) === isShared)),
  )
  const all = [...(own ?? []).flat(), ...unusedEverywhere(shared ?? [])]
  return environment === undefined ? await unusedInAll(all, found, call) : all
}

/**
 * Tells of suppressions that silence nothing, where all was checked of which they speak: of a configuration whose project was, and
 * of builders of projects that paths lead to, unless a configuration says more of these.
 */
export async function withUnused(checked: readonly CheckedSource[], call: Call): Promise<readonly CheckedSource[]> {
  const { found, paths, suppress } = call.project
  const isOfConfig = found !== undefined && paths.length === 0
  if (found !== undefined && !isOfConfig) return checked
  const unused = isOfConfig
    ? await unusedOfConfig(checked, found, call)
    : checked.flatMap((one) => (isWhole(one, call.check) ? one.unused : []))
  if (unused.length === 0) return checked
  const told = new Set(unused)
  const text = found && new ConfigText(found)
  const ofConfig = unused.flatMap(({ suppression, placed: { diagnostic } }) => {
    const at = suppress.indexOf(suppression)
    return text === undefined || at < 0
      ? []
      : [text.placed({ ...diagnostic, path: '' }, ['suppress', String(at), 'rule'])]
  })
  const ofBuilders = checked.map((one) => {
    const own = one.unused.filter((unused) => told.has(unused) && !suppress.includes(unused.suppression))
    return own.length === 0 ? one : { ...one, found: [...one.found, ...own.map(({ placed }) => placed)] }
  })
  if (found === undefined || ofConfig.length === 0) return ofBuilders
  return [{ uri: found.uri, found: ofConfig, suppressed: [], unused: [] }, ...ofBuilders]
}
