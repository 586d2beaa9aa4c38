import { checkSpec, type PartOptions } from '../check/check-spec.ts'
import type { ProjectDocuments } from '../check/project-documents.ts'
import { suppressDiagnostics } from '../check/suppress-diagnostics.ts'
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { BuildOptions } from './build-options.ts'
import type { BuiltDocument } from './built-document.ts'

/**
 * Everything there is to say of a built document, sorted by place.
 *
 * @param project - the project it is a part of, all documents of which are checked
 */
export function checkBuilt(
  { document, faults, suppressions: suppress }: BuiltDocument,
  options: BuildOptions,
  project?: ProjectDocuments,
): readonly Diagnostic[] {
  const { rules = {}, custom = [] } = options
  const settings: PartOptions = { rules, custom, suppress, ...(project && { project, isPart: true }) }
  return [...suppressDiagnostics(faults, settings), ...checkSpec(document, settings)].sort(compareDiagnostics)
}
