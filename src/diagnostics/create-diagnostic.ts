import type { Diagnostic } from './diagnostic.ts'
import { ruleDocs } from './rule-docs.ts'

/** Everything of a diagnostic but what follows from its rule. */
export type DiagnosticParts = Omit<Diagnostic, 'docs'>

/** Makes a diagnostic, adding the page that explains its rule. */
export function createDiagnostic<Parts extends DiagnosticParts>(parts: Parts): Parts & Diagnostic {
  return { ...parts, docs: ruleDocs(parts.rule) }
}
