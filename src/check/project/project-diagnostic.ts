import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../../diagnostics/diagnostic-order.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import type { SpecReview } from '../check-spec.ts'
import { type UnusedSuppression, unusedEverywhere } from '../unused-suppressions.ts'

/**
 * A diagnostic of a project, with the name of its document and the environments. Its path is a JSON Pointer into what
 * `build()` of the project gives: `/documents/0/spec/…`.
 */
export type ProjectDiagnostic = Diagnostic

/** Outputs are `<identifier>.<name>`: without an identifier, or with a dot in it, they are those of no project. */
export function checkIdentifier(identifier: unknown): readonly Diagnostic[] {
  const isText = typeof identifier === 'string'
  if (isText && /^[A-Za-z]\w*$/.test(identifier)) return []
  const severity = !isText || identifier === '' || identifier.includes('.') ? 'error' : 'warning'
  const message = `The identifier of a project is ${showValue(identifier)}.`
  const hint = 'Give the English name of the workspace: letters, digits and underscores, a letter first.'
  return [createDiagnostic({ rule: 'name/characters', severity, message, hint, path: '/identifier' })]
}

/** The diagnostics in order, each once, with all environments it was found in. */
export function eachOnce(found: readonly ProjectDiagnostic[]): readonly ProjectDiagnostic[] {
  const once = new Map<string, ProjectDiagnostic>()
  for (const diagnostic of found) {
    const { rule, severity, path, message, document, environments = [] } = diagnostic
    const key = JSON.stringify([rule, severity, path, message, document])
    const all = [...new Set([...(once.get(key)?.environments ?? []), ...environments])]
    once.set(key, all.length === 0 ? diagnostic : { ...diagnostic, environments: all })
  }
  return [...once.values()].sort(compareDiagnostics)
}

/** What silences nothing in any environment is no matter of one of them. */
function inAll({ suppression, diagnostic: { environments: _, ...diagnostic } }: UnusedSuppression): UnusedSuppression {
  return { suppression, diagnostic }
}

/** What several checks of one project found and what is silenced in them, each once, and what silences nothing in any. */
export function reviewedOnce(reviews: readonly SpecReview[]): SpecReview {
  const silenced = groupsOf(
    reviews.flatMap(({ suppressed }) => suppressed),
    ({ reason }) => reason,
  )
  return {
    diagnostics: eachOnce(reviews.flatMap(({ diagnostics }) => diagnostics)),
    suppressed: [...silenced].flatMap(([reason, all]) =>
      eachOnce(all.map(({ diagnostic }) => diagnostic)).map((diagnostic) => ({ diagnostic, reason })),
    ),
    unused: unusedEverywhere(reviews.map(({ unused }) => unused)).map(inAll),
  }
}
