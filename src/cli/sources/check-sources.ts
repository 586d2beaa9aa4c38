import type { CheckOptions } from '../../check/check-options.ts'
import { reviewSpec } from '../../check/check-spec.ts'
import { type SuppressedDiagnostic, suppressDiagnostics } from '../../check/engine/suppression.ts'
import type { CommandConsole } from '../console/command-console.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { environmentOf } from './documents-of.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { ReadSources } from './read-sources.ts'
import type { BuilderSource, Source, UnreadSource } from './source.ts'

/** What was found in one document, or in one builder. */
export interface CheckedSource {
  readonly uri: string
  readonly found: readonly PlacedDiagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
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
  const judging = source.isOpened ? others : { ...others, custom, ...silencing(options) }
  const given = { ...judging, trace: true, ...(chosen === undefined ? {} : { environment: chosen }) }
  const { builder } = source
  return builder.review?.(given) ?? { diagnostics: builder.check(given), suppressed: [] }
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

/** Checks all that was read; builders say in which line of their module they were started. */
export function checkSources(
  { sources, unread }: ReadSources,
  check: SourceCheck,
  { cwd }: Pick<CommandConsole, 'cwd'>,
): readonly CheckedSource[] {
  const texts = new FileTexts()
  const { environment: _, ...options } = check
  const review = (source: Source) =>
    source.kind === 'builder' ? checkBuilder(source, check) : reviewSpec(source.document, options)
  const checked = sources.map((source): CheckedSource => {
    const { diagnostics, suppressed } = review(source)
    const site = { cwd, texts }
    return {
      uri: source.uri,
      found: placeDiagnostics(source, diagnostics, site),
      suppressed: placeSuppressed(source, suppressed, site),
    }
  })
  const notRead = unread.map((source): CheckedSource => {
    // What a module does not export cannot be silenced; what is only told of it can.
    const told = source.diagnostics.filter(({ severity }) => severity === 'error')
    const others = source.diagnostics.filter(({ severity }) => severity !== 'error')
    const site = { cwd, texts }
    const suppressed: SuppressedDiagnostic[] = []
    const diagnostics = [...told, ...suppressDiagnostics(others, options, suppressed)]
    return {
      uri: source.uri,
      found: placeDiagnostics(source, diagnostics, site),
      suppressed: placeSuppressed(source, suppressed, site),
    }
  })
  return [...notRead, ...checked]
}
