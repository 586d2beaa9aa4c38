import type { CheckOptions } from '../../check/check-options.ts'
import { reviewSpec } from '../../check/check-spec.ts'
import { withSeverities } from '../../check/engine/severities.ts'
import type { SuppressedDiagnostic } from '../../check/engine/suppression.ts'
import type { CommandConsole } from '../console/command-console.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { environmentOf } from './documents-of.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { ReadSources } from './read-sources.ts'
import type { BuilderSource, Source } from './source.ts'

/** What was found in one document, or in one builder. */
export interface CheckedSource {
  readonly uri: string
  readonly found: readonly PlacedDiagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** How sources are checked. */
export interface SourceCheck extends Pick<CheckOptions, 'custom' | 'rules'> {
  readonly environment?: string | undefined
}

function checkBuilder(source: BuilderSource, { environment, ...options }: SourceCheck) {
  const chosen = environment === undefined ? undefined : environmentOf(source, environment)
  const { custom, ...others } = options
  // An opened project has the rules of its configuration, and one that is given twice is a fault.
  const judging = source.isOpened ? others : { ...others, custom }
  const given = { ...judging, trace: true, ...(chosen === undefined ? {} : { environment: chosen }) }
  const { builder } = source
  return builder.review?.(given) ?? { diagnostics: builder.check(given), suppressed: [] }
}

/** What is silenced, each at its place, as what is not. */
function placeSuppressed(
  source: Source,
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
    const diagnostics = [...told, ...withSeverities(others, check.rules)]
    return { uri: source.uri, found: placeDiagnostics(source, diagnostics, { cwd, texts }), suppressed: [] }
  })
  return [...notRead, ...checked]
}
