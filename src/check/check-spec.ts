import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../diagnostics/diagnostic-order.ts'
import { isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showError } from '../diagnostics/show-value.ts'
import { givenDocument, plainDocument } from '../document/given-documents.ts'
import { frozenIndex } from '../document/index/frozen-index.ts'
import { indexSpec } from '../document/index/index-spec.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { faultOfFlowspec, readFault } from '../document/reading.ts'
import { remember } from '../schedule/remember.ts'
import { type CheckOptions, checkKinds, judgeOptions } from './check-options.ts'
import { placedIn } from './engine/containers.ts'
import { runCustomRules } from './engine/custom-rules.ts'
import { checkRuleSettings, withSeverities } from './engine/severities.ts'
import { checkSuppressions, Silenced, type SuppressedDiagnostic, suppressDiagnostics } from './engine/suppression.ts'
import { LimitedDiagnostics } from './limited-diagnostics.ts'
import { indexProject } from './project/project-cache.ts'
import type { ProjectMembers } from './project/project-members.ts'
import { type CitedOwner, type ProjectView, viewProject } from './project/project-view.ts'
import { CheckedProject } from './project/rule-project.ts'
import { RulePlan } from './rule-plan.ts'
import { rules as catalogue } from './rules/index.ts'
import { isOfCustom, type UnusedSuppression, unusedSuppressions } from './unused-suppressions.ts'

/** The rules of the catalogue without some of them, which settings turn off; those of one set are the same in each document. */
const planWithout: (off: string) => RulePlan = /* @__PURE__ */ remember(32, (off) => {
  const names = new Set(off.split(' '))
  return new RulePlan(catalogue.filter(({ name }) => !names.has(name)))
})

/** The rules of the catalogue that settings leave on. */
function planOf(settings: NonNullable<CheckOptions['rules']>): RulePlan {
  if (Object.keys(settings).length === 0) return planWithout('')
  const off = catalogue.filter(({ name }) => settings[name] === 'off')
  return planWithout(off.map(({ name }) => name).join(' '))
}

/** An object may run code when it is read, a getter or a proxy, and that code may throw: such an object is not JSON. */
function unreadable(error: unknown, what = 'the document'): Diagnostic {
  const message = `Reading ${what} threw an error: ${showError(error)}.`
  const hint = 'A document is plain data, without getters and proxies.'
  return createDiagnostic({ rule: 'document/not-json', severity: 'error', message, path: '', hint })
}

/** An error of this library itself, which is no fault of the document and ends no check of others. */
function failed(error: unknown): Diagnostic {
  const message = faultOfFlowspec('check', error)
  const hint = 'Please report it with the document; the check ended there, so there may be more to say of it.'
  return createDiagnostic({ rule: 'check/failed', severity: 'error', message, path: '', hint })
}

/** The other documents of the project; what keeps them from being read is a fault of its own. */
function othersOf(
  { project, members, owners }: PartOptions,
  index: SpecIndex,
  found: LimitedDiagnostics,
): ProjectView | undefined {
  if (members !== undefined)
    return viewProject({ identifier: members.identifier, index: members.whole, document: index, isPart: true, owners })
  if (project === undefined) return undefined
  try {
    const whole = indexProject(project, index)
    return viewProject({ identifier: project.identifier, index: whole, document: index, isPart: false })
  } catch (error) {
    found.add(readFault(project) === undefined ? failed(error) : unreadable(error, "the project's documents"))
    return undefined
  }
}

function faultsOf(index: SpecIndex, options: PartOptions): readonly Diagnostic[] {
  const { rules: settings = {}, custom = [] } = options
  const found = new LimitedDiagnostics()
  for (const fault of index.faults) found.add(fault)
  const project = othersOf(options, index, found)
  planOf(settings).run({
    index,
    project,
    // Makes the diagnostics of a rule out of what it finds.
    reportOf:
      ({ name, severity }) =>
      (finding) =>
        found.add(createDiagnostic({ rule: name, severity, ...finding })),
  })
  if (custom.length === 0) return found.all()
  const frozen = frozenIndex(index)
  const checked = { index: frozen, project: project && new CheckedProject(project, frozen) }
  for (const diagnostic of runCustomRules(checked, custom, settings)) found.add(diagnostic)
  return found.all()
}

/** Indexes a document and runs every rule; the index is read on while they run, so that their errors may be its own. */
function allFaults(given: unknown, indexed: () => SpecIndex, options: PartOptions): Diagnostic[] {
  try {
    const index = indexed()
    return faultsOf(index, options).map((fault) => placedIn(index.document, fault))
  } catch (error) {
    if (isFlowSpecError(error)) return [...error.diagnostics]
    return [readFault(given) === undefined ? failed(error) : unreadable(error)]
  }
}

/** Faults of a document that keep rules from looking at all of it. */
const partial: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'check/failed',
  'document/cyclic',
  'document/more-faults',
  'document/not-json',
  'document/too-deep',
  'document/too-large',
])

/** Whether a rule found as much as it lists: of more, nothing is known. */
function listsAll({ name, mostFindings }: (typeof catalogue)[number], faults: readonly Diagnostic[]): boolean {
  return mostFindings === undefined || faults.filter(({ rule }) => rule === name).length < mostFindings
}

/** What silenced nothing, of the rules that were looked for in all of a document. */
function unusedIn(
  options: PartOptions,
  { used }: Silenced,
  faults: readonly Diagnostic[],
): readonly UnusedSuppression[] {
  const { project, members } = options
  if (faults.some(({ rule }) => partial.has(rule))) return []
  const isAlone = project === undefined && members === undefined
  const looked = catalogue.filter((rule) => listsAll(rule, faults))
  const names = looked.map(({ name }) => name)
  const all = new Set(catalogue.map(({ name }) => name))
  const unused = unusedSuppressions(options, used, { catalogue: all, looked: new Set(names), isAlone })
  if (!faults.some(({ rule }) => rule === 'settings/faulty-rule')) return unused
  // Nobody knows what a rule of the team's own would have found that ended with an error.
  return unused.filter(({ suppression: { rule } }) => all.has(rule) || !isOfCustom(rule))
}

function review(given: unknown, indexed: () => SpecIndex, options: PartOptions): SpecReview {
  const { rules, suppress = [] } = options
  const silenced = new Silenced()
  const faults = allFaults(given, indexed, options)
  const ofDocument = suppressDiagnostics(faults, options, silenced)
  const ofSettings = withSeverities([...checkSuppressions(suppress), ...checkRuleSettings(options)], rules)
  return {
    diagnostics: [...ofDocument, ...ofSettings].sort(compareDiagnostics),
    suppressed: silenced.diagnostics,
    unused: suppress.length === 0 ? [] : unusedIn(options, silenced, faults),
  }
}

/** Settings of the check of one document, alone or as one of a project, all of which are checked. */
export interface PartOptions extends CheckOptions {
  /** The documents of the project; a fault between two of them is told of the later one only. */
  readonly members?: ProjectMembers
  /** Who offers the outputs that builders named by handles. */
  readonly owners?: ReadonlyMap<string, CitedOwner>
}

function indexOfPart(document: unknown, { members }: PartOptions): SpecIndex {
  return members?.indexOf(document) ?? indexSpec(plainDocument(document))
}

/** Every fault of a document that is a part of a project, as rules have it: before severities and suppressions. */
export function partFaults(document: unknown, options: PartOptions): readonly Diagnostic[] {
  return allFaults(document, () => indexOfPart(document, options), options)
}

/** What a check has to say, and what it would have said without the suppressions. */
export interface SpecReview {
  /** What {@link checkSpec} gives. */
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** The suppressions that silenced nothing here, though the rules that they name were looked for. */
  readonly unused: readonly UnusedSuppression[]
}

/**
 * Checks a document as {@link checkSpec} does, and keeps what is suppressed, for reports that show it.
 *
 * @param document - what `readSpec` gave, a builder, or any value at all
 * @param options - severities, own rules, and suppressions with a reason
 * @returns the diagnostics, and apart from them those that a suppression silenced, with its reason, and the suppressions that
 * silenced nothing. Never throws.
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { reviewSpec } from 'flowspec/rules'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').extra({ priority: 2 }))
 * const { diagnostics, suppressed } = reviewSpec(orders.toJSON(), {
 *   suppress: [{ rule: 'strategy/priority-console', node: 'ods', reason: 'agreed with operations' }],
 * })
 * process.stdout.write(`${diagnostics.length} to look at, ${suppressed.length} agreed upon\n`)
 * ```
 */
export function reviewSpec(document: unknown, options: CheckOptions = {}): SpecReview {
  return reviewed('reviewSpec', document, options)
}

function reviewed(call: string, document: unknown, options: CheckOptions): SpecReview {
  const { usable, faults } = judgeOptions(call, options, checkKinds)
  const found = review(document, () => indexSpec(givenDocument(document)), usable)
  if (faults.length === 0) return found
  return { ...found, diagnostics: [...faults, ...found.diagnostics] }
}

/**
 * Checks a document offline and says everything at once: shape, names, dependencies, cycles, schedule, ranges.
 *
 * @param document - what {@link readSpec} gave, what a builder built, a builder, or any value at all
 * @param options - severities of rules, rules of your own, suppressions with a reason, and the project it belongs to
 * @returns the diagnostics sorted by place; empty when there is nothing to say. Never throws.
 *
 * @example
 * ```ts
 * import { checkSpec, readSpec } from 'flowspec'
 *
 * const document = readSpec('{"kind":"CycleWorkflow","version":"1.1.0","spec":{"workflows":[]}}')
 * const errors = checkSpec(document, { rules: { 'schema/unknown-field': 'off' } })
 * ```
 */
export function checkSpec(document: unknown, options: CheckOptions = {}): readonly Diagnostic[] {
  return reviewed('checkSpec', document, options).diagnostics
}

/** Checks a document that a builder built, alone or as a part of a project. */
export function reviewPart(document: unknown, options: PartOptions): SpecReview {
  return review(document, () => indexOfPart(document, options), options)
}

/** Checks a document that is indexed already, as {@link reviewSpec} does. */
export function reviewIndex(index: SpecIndex, options: CheckOptions = {}): SpecReview {
  return review(index.document, () => index, options)
}

/** Checks a document that is indexed already, as {@link checkSpec} does. */
export function checkIndex(index: SpecIndex, options: CheckOptions = {}): readonly Diagnostic[] {
  return reviewIndex(index, options).diagnostics
}
