import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import type { DocumentSource } from '../sources/source.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
import type { Target } from './open-target.ts'

/** A diagnostic of the whole, as one of the document that a path led to, where it is about one. */
function ofDocument(
  diagnostic: Diagnostic,
  sources: Target['sources'],
): { source?: DocumentSource; diagnostic: Diagnostic } {
  const [, position, path = ''] = /^\/documents\/(\d+)(\/.*)?$/.exec(diagnostic.path) ?? []
  const source = position === undefined ? undefined : sources[Number(position)]
  return source?.kind === 'document' ? { source, diagnostic: { ...diagnostic, path } } : { diagnostic }
}

/** Diagnostics of what is deployed at the lines that they come from: of modules, and of the documents that paths led to. */
export function placedInTarget(
  diagnostics: readonly Diagnostic[],
  { environment, sources }: Target,
  cwd: string,
): readonly PlacedDiagnostic[] {
  const site = { cwd, texts: new FileTexts() }
  const whole = { kind: 'unread', uri: environment.name, text: '', diagnostics: [] } as const
  const found = diagnostics.map((diagnostic) => ofDocument(diagnostic, sources))
  const bySource = groupsOf(found, ({ source }) => source)
  return [...bySource].flatMap(([source, all]) =>
    placeDiagnostics(
      source ?? whole,
      all.map(({ diagnostic }) => diagnostic),
      site,
    ),
  )
}
