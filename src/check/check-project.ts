import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { isList, showValue } from '../diagnostics/show-value.ts'
import { type CheckOptions, judgeOptions, projectCheckKinds } from './check-options.ts'
import { type PartOptions, partFaults } from './check-spec.ts'
import { checkRuleSettings, withSeverities } from './engine/severities.ts'
import { checkSuppressions, suppressDiagnostics } from './engine/suppression.ts'
import { checkIdentifier, eachOnce, type ProjectDiagnostic } from './project/project-diagnostic.ts'
import type { ProjectDocuments } from './project/project-index.ts'
import { ProjectMembers } from './project/project-members.ts'

/** Settings of a check of all documents of a project. A path of a suppression begins with `/documents/0`. */
export interface ProjectCheckSettings extends Omit<CheckOptions, 'project'> {
  /** English name of the project, with which its outputs begin. */
  readonly identifier: string
}

function noList(documents: unknown): ProjectDiagnostic {
  const message = `The documents of the project are ${showValue(documents)}, which is no list.`
  const hint = 'Give a list of documents: checkProject([orders, returns], { identifier: … }).'
  return createDiagnostic({ rule: 'schema/type', severity: 'error', message, hint, path: '/documents' })
}

/** Where a diagnostic of a document stands in the project; one of the settings is about all documents. */
function placed(diagnostic: Diagnostic, position: number, name: string | undefined): ProjectDiagnostic {
  if (diagnostic.rule.startsWith('settings/')) return { ...diagnostic, path: '' }
  const path = `/documents/${position}${diagnostic.path}`
  return { ...diagnostic, path, ...(name === undefined ? {} : { document: name }) }
}

function faultsIn(project: ProjectDocuments, options: PartOptions): ProjectDiagnostic[] {
  const { documents } = project
  const given = [...new Set(documents)]
  const members = new ProjectMembers(project)
  const positions = new Map(documents.map((document, position) => [document, position] as const).reverse())
  const found: ProjectDiagnostic[] = []
  for (const [at, { document, facts }] of members.whole.members.entries()) {
    const position = positions.get(given[at]) ?? 0
    for (const fault of partFaults(document, { ...options, members })) found.push(placed(fault, position, facts.name))
  }
  return found
}

/**
 * Checks all documents of a project offline, each alone and among the others, as `project(…).check()` does with builders.
 * Takes time in proportion to the documents.
 *
 * @param documents - what `readSpec` gave, what builders built, builders, or any values at all
 * @param options - the identifier of the project, severities of rules, rules of your own, suppressions with a reason
 * @returns the diagnostics sorted by place: `path` is `/documents/0/spec/…`, `document` the name of what stands there.
 * What is wrong between two documents is told once, of the later one. Never throws.
 *
 * @example
 * ```ts
 * import { checkProject, formatDiagnostics, odpsSql, workflow } from 'flowspec'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('clean').code('select 1'))
 * const returns = workflow('returns').cron('00 02 00 * * ?').nodes(odpsSql('clean').code('select 2'))
 *
 * const found = checkProject([orders.build(), returns.build()], { identifier: 'retail' })
 * process.stdout.write(`${formatDiagnostics(found)}\n`)
 * ```
 */
export function checkProject(
  documents: readonly unknown[],
  options: ProjectCheckSettings,
): readonly ProjectDiagnostic[] {
  const { usable, faults } = judgeOptions('checkProject', options, projectCheckKinds)
  const { identifier = '', rules = {}, custom = [], suppress = [] } = usable
  if (!isList(documents)) return [...faults, noList(documents)]
  // A list may have holes, which most of its methods pass over.
  const all = [...documents]
  const found = [...checkIdentifier(identifier), ...faultsIn({ identifier, documents: all }, { rules, custom })]
  const ofSettings = withSeverities([...checkSuppressions(suppress), ...checkRuleSettings({ rules, custom })], rules)
  return [...faults, ...eachOnce([...suppressDiagnostics(found, { rules, suppress }), ...ofSettings])]
}
