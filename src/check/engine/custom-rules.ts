import { checkArgument, fields } from '../../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic, ruleDocs, type Severity } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { RuleName } from '../../diagnostics/rule-names.ts'
import { showError, showValue } from '../../diagnostics/show-value.ts'
import { type CallPlaces, placesOfThrown } from '../../diagnostics/stack/thrown-places.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { Finding } from './rule.ts'

/**
 * The project in which a document is checked, as rules see it. All that is in it is frozen.
 *
 * @example
 * ```ts
 * import { checkProject, workflow } from 'flowspec'
 * import { type CustomRule, defineRule, type RuleProject } from 'flowspec/rules'
 *
 * const isLast = ({ documents, position }: RuleProject): boolean => position === documents.length - 1
 * const few: CustomRule = defineRule({
 *   name: 'custom/few-documents',
 *   severity: 'info',
 *   summary: 'A project has at most a hundred documents.',
 *   run(_index, report, project) {
 *     if (project === undefined || !isLast(project) || project.documents.length <= 100) return
 *     report({ message: `Project ${project.identifier} has ${project.documents.length} documents.`, path: '' })
 *   },
 * })
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 * const diagnostics = checkProject([orders.toJSON()], { identifier: 'retail', custom: [few] })
 * ```
 */
export interface RuleProject {
  /** English name of the project. */
  readonly identifier: string
  /** Its documents, the one that is looked at among them; where all are checked, the same list for each. */
  readonly documents: readonly unknown[]
  /** Which of the documents is looked at, from 0. */
  readonly position: number
}

/**
 * A rule of a team's own. Write one with `defineRule`, and give it to a check as `custom: [rule]`.
 *
 * @example
 * ```ts
 * import { checkSpec, odpsSql, workflow } from 'flowspec'
 * import { type CustomRule, pointerOf } from 'flowspec/rules'
 *
 * const ownedNodes: CustomRule = {
 *   name: 'custom/owned-nodes',
 *   severity: 'warning',
 *   summary: 'Every node says who owns it.',
 *   run(index, report) {
 *     for (const { entity, name } of index.nodes) {
 *       if (entity.value['owner'] === undefined)
 *         report({ message: `Node '${name}' has no owner.`, path: pointerOf(entity) })
 *     }
 *   },
 * }
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const diagnostics = checkSpec(orders.toJSON(), { custom: [ownedNodes] })
 * ```
 */
export interface CustomRule {
  /**
   * `custom/…`; the rest is letters, digits, and `-`, `_`, `.` and `/` between them. The rules that `sqlRules()` of
   * `flowspec/sql` gives have names of the catalogue.
   */
  readonly name: `custom/${string}` | TableRuleName
  /** Severity unless the settings say otherwise, or a finding says its own. */
  readonly severity: Severity
  /** What the rule finds or demands, in one sentence. */
  readonly summary: string
  /** The address of a page that explains the rule. */
  readonly docs?: string
  /**
   * Looks at a document and reports what it finds. It looks at all of it at once: an error that it throws is reported
   * under its name, and what it found before is kept.
   *
   * @param project - where the document is checked as one of a project: that
   */
  run(index: SpecIndex, report: (finding: Finding) => void, project?: RuleProject): void
}

/**
 * Makes a rule of a team's own, to be given to `checkSpec`, `build()` or `check()` as `custom: [rule]`. Its name can be
 * turned off, given another severity and suppressed like that of any rule.
 *
 * @param rule - its name `custom/…`, its severity, what it finds in one sentence, and the function that looks
 * @returns the rule, frozen
 * @throws FlowSpecError with everything that is wrong with the name, the severity and the function
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { defineRule, findingAt } from 'flowspec/rules'
 *
 * export const layered = defineRule({
 *   name: 'custom/layered-names',
 *   severity: 'error',
 *   summary: 'The name of a node begins with its layer.',
 *   run(index, report) {
 *     for (const { entity, name } of index.nodes) {
 *       if (name === undefined || /^(?:ods|dwd|dws|ads)_/.test(name)) continue
 *       const message = `'${name}' does not begin with a layer.`
 *       report(findingAt(entity, 'name', { message, hint: 'Begin with ods_, dwd_, dws_ or ads_.' }))
 *     }
 *   },
 * })
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('orders_by_day').code('select 1'))
 * const diagnostics = orders.check({ custom: [layered], rules: { 'custom/layered-names': 'warning' } })
 * ```
 */
export function defineRule(rule: CustomRule): CustomRule {
  checkArgument('defineRule', 'rule', rule, fields)
  const faults = customRuleFaults(rule)
  if (faults.length === 0) return Object.freeze({ ...rule })
  throw new FlowSpecError(
    faults.map((fault) => {
      const message = `This is no rule: ${fault}.`
      return createDiagnostic({ rule: 'settings/faulty-rule', severity: 'error', message, path: '' })
    }),
  )
}

/** The rules of the catalogue that read SQL, and so are given to a check by who has read it. */
export type TableRuleName = Extract<
  RuleName,
  | 'code/unread-sql'
  | 'table/contradicted'
  | 'table/later-cycle'
  | 'table/unjustified-edge'
  | 'table/unordered-read'
  | 'table/unordered-writes'
>

const ofTables: Readonly<Record<TableRuleName, true>> = {
  'code/unread-sql': true,
  'table/contradicted': true,
  'table/later-cycle': true,
  'table/unjustified-edge': true,
  'table/unordered-read': true,
  'table/unordered-writes': true,
}

/** Whether a rule of the catalogue is run only where a check is given it. */
export function isTableRule(name: unknown): name is TableRuleName {
  return typeof name === 'string' && Object.hasOwn(ofTables, name)
}

/** The severities there are. */
export const severities: readonly unknown[] = ['error', 'warning', 'info']

/** Why something is no rule of a team's own; an empty list when it is one. */
function customRuleFaults(rule: unknown): readonly string[] {
  try {
    return faultsOfRule(rule)
  } catch (error) {
    return [`it cannot be read: ${showError(error)}`]
  }
}

function faultsOfRule(rule: unknown): readonly string[] {
  if (!isRecord(rule)) return [`${showValue(rule)} is no rule`]
  const { name, severity, run } = rule
  const faults: string[] = []
  const isName = (typeof name === 'string' && /^custom\/\w[\w./-]*$/.test(name)) || isTableRule(name)
  if (!isName) faults.push(`the name ${showValue(name)} is not custom/… of letters, digits, "-", "_", "." and "/"`)
  if (!severities.includes(severity)) faults.push(`the severity ${showValue(severity)} is not error, warning or info`)
  if (typeof run !== 'function') faults.push('run is not a function')
  return faults
}

/** Where a rule failed, as far as that is known. */
type Failed = Partial<CallPlaces>

type Complain = (message: string, places?: Failed) => void

function isFinding(value: unknown): value is Finding {
  if (readText(value, 'message') === undefined || !isRecord(value)) return false
  return /^(?:\/|$)/.test(readText(value, 'path') ?? '-') && severities.includes(value['severity'] ?? 'info')
}

/** What rules look at. */
interface Checked {
  readonly index: SpecIndex
  readonly project: RuleProject | undefined
}

/** Stands below a rule of the user in its stack, where what led to the check is left out. */
function callRule(rule: CustomRule, report: (finding: unknown) => void, { index, project }: Checked): unknown {
  return rule.run(index, report, project)
}

/** What a rule finds; what it threw, or reported amiss, is told beside. */
function runRule(rule: CustomRule, { index, project }: Checked, complain: Complain): Diagnostic[] {
  const { name, severity } = rule
  const docs = rule.docs ?? (isTableRule(name) ? ruleDocs(name) : '')
  const found: Diagnostic[] = []
  try {
    const report = (finding: unknown): void => {
      if (isFinding(finding))
        found.push({ ...createDiagnostic({ ...finding, rule: name, severity: finding.severity ?? severity }), docs })
      else complain(`${name} reports what has no message, or no path such as "/spec".`)
    }
    const result = callRule(rule, report, { index, project })
    if (result instanceof Promise) {
      result.catch(() => undefined)
      complain(`${name} is asynchronous, so what it finds comes too late.`)
    }
  } catch (error) {
    complain(`${name} threw an error: ${showError(error)}.`, placesOfThrown(error, callRule.name))
  }
  return found
}

/** Runs the rules of a team's own. One that cannot run, or fails, is a diagnostic, and the others run all the same. */
export function runCustomRules(
  checked: Checked,
  custom: readonly CustomRule[],
  settings: Readonly<Record<string, unknown>>,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const complain: Complain = (message, places) => {
    found.push(createDiagnostic({ rule: 'settings/faulty-rule', severity: 'error', message, path: '', ...places }))
  }
  const names = new Set<string>()
  for (const rule of custom) {
    const faults = customRuleFaults(rule)
    if (faults.length > 0) {
      complain(`A rule of custom cannot run: ${faults.join('; ')}.`)
      continue
    }
    if (names.has(rule.name)) complain(`Two rules of custom are called ${rule.name}.`)
    else if (settings[rule.name] !== 'off')
      for (const diagnostic of runRule(rule, checked, complain)) found.push(diagnostic)
    names.add(rule.name)
  }
  return found
}
