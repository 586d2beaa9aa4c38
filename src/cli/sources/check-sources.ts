import type { CheckOptions, Suppression } from '../../check/check-options.ts'
import { reviewIndex, reviewSpec, type SpecReview } from '../../check/check-spec.ts'
import { Silenced, type SuppressedDiagnostic, suppressDiagnostics } from '../../check/engine/suppression.ts'
import type { UnusedSuppression } from '../../check/unused-suppressions.ts'
import type { CommandConsole } from '../console/command-console.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { environmentOf } from './documents-of.ts'
import { Indexes } from './indexes.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { ReadSources } from './read-sources.ts'
import type { BuilderSource, Source, UnreadSource } from './source.ts'

/** What was found in one document, or in one builder. */
export interface CheckedSource {
  readonly uri: string
  readonly found: readonly PlacedDiagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** The suppressions that silenced nothing in it, each at the place that it has if it is told. */
  readonly unused: readonly PlacedUnused[]
  /** What was checked; of what could not be read there is none. */
  readonly source?: Source
}

/** A suppression that silenced nothing, and where that would be told. */
export interface PlacedUnused extends UnusedSuppression {
  readonly placed: PlacedDiagnostic
}

/** How sources are checked. */
export interface SourceCheck extends Pick<CheckOptions, 'custom' | 'rules' | 'suppress'> {
  readonly environment?: string | undefined
}

/** What a configuration silences; a builder of a library that does not know the setting is not given an empty list. */
export function silencing({ suppress = [] }: Partial<SourceCheck>): Pick<CheckOptions, 'suppress'> {
  return suppress.length === 0 ? {} : { suppress }
}

function checkBuilder(source: BuilderSource, { environment, ...options }: SourceCheck) {
  const chosen = environment === undefined ? undefined : environmentOf(source, environment)
  const { custom, suppress: _, ...others } = options
  // An opened project has the rules and suppressions of its configuration, and a rule that is given twice is a fault.
  const judging = source.isOpened ? others : { ...others, ...(custom && { custom }), ...silencing(options) }
  const given = { ...judging, trace: true, ...(chosen === undefined ? {} : { environment: chosen }) }
  const { builder } = source
  return builder.review?.(given) ?? { diagnostics: builder.check(given) }
}

/** What is silenced, each at its place, as what is not. */
function placeSuppressed(
  source: Source | UnreadSource,
  suppressed: readonly SuppressedDiagnostic[],
  site: Parameters<typeof placeDiagnostics>[2],
): readonly SuppressedDiagnostic[] {
  const placed = placeDiagnostics(
    source,
    suppressed.map(({ diagnostic }) => diagnostic),
    site,
  )
  return suppressed.map((one, at) => ({ ...one, diagnostic: placed[at]?.diagnostic ?? one.diagnostic }))
}

/** What silenced nothing, each at its place, as what is told. */
function placeUnused(
  source: Source,
  unused: readonly UnusedSuppression[],
  site: Parameters<typeof placeDiagnostics>[2],
): readonly PlacedUnused[] {
  const diagnostics = unused.map(({ diagnostic }) => diagnostic)
  const placed = placeDiagnostics(source, diagnostics, site)
  return unused.flatMap((one, at) => {
    const found = placed[at]
    return found === undefined ? [] : [{ ...one, placed: found }]
  })
}

/**
 * Checks all that was read; builders say in which line of their module they were started.
 *
 * @param indexes - those that were made of the documents already
 */
export function checkSources(
  { sources, unread }: ReadSources,
  check: SourceCheck,
  { cwd }: Pick<CommandConsole, 'cwd'>,
  indexes: Indexes = new Indexes(),
): readonly CheckedSource[] {
  const texts = new FileTexts()
  const { environment: _, ...options } = check
  const review = (source: Source): Partial<SpecReview> & Pick<SpecReview, 'diagnostics'> => {
    if (source.kind === 'builder') return checkBuilder(source, check)
    const index = indexes.take(source.document)
    return index === undefined ? reviewSpec(source.document, options) : reviewIndex(index, options)
  }
  const site = { cwd, texts }
  const usedByUnread = new Set<Suppression>()
  const notRead = unread.map((source): CheckedSource => {
    // What a module does not export cannot be silenced; what is only told of it can.
    const told = source.diagnostics.filter(({ severity }) => severity === 'error')
    const others = source.diagnostics.filter(({ severity }) => severity !== 'error')
    const silenced = new Silenced()
    const diagnostics = [...told, ...suppressDiagnostics(others, options, silenced)]
    for (const one of silenced.used) usedByUnread.add(one)
    return {
      uri: source.uri,
      found: placeDiagnostics(source, diagnostics, site),
      suppressed: placeSuppressed(source, silenced.diagnostics, site),
      unused: [],
    }
  })
  const checked = sources.map((source): CheckedSource => {
    // A builder of another copy of the library may not tell what is silenced.
    const { diagnostics, suppressed = [], unused = [] } = review(source)
    const unusedHere = unused.filter(({ suppression }) => !usedByUnread.has(suppression))
    return {
      uri: source.uri,
      source,
      found: placeDiagnostics(source, diagnostics, site),
      suppressed: placeSuppressed(source, suppressed, site),
      unused: placeUnused(source, unusedHere, site),
    }
  })
  return [...notRead, ...checked]
}
