import { createDiagnostic, type Diagnostic, type Subject } from '../../diagnostics/diagnostic.ts'
import { ruleNames, unsilenceableRules } from '../../diagnostics/generated/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { readText } from '../../document/json/records.ts'
import type { CheckOptions, Suppression } from '../check-options.ts'
import { nearRule, withSeverities } from './severities.ts'

/** A diagnostic that a suppression silenced, and the reason that it gives. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

const known: readonly string[] = ruleNames
const unsilenceable: readonly string[] = unsilenceableRules

/** Where one rule stays silent: parts of the document and nodes, each with the suppressions that say so. */
interface Silence {
  readonly everywhere: Suppression[]
  readonly paths: Map<string, Suppression[]>
  readonly nodes: Map<string, Suppression[]>
}

function silencesOf(suppress: readonly Suppression[]): ReadonlyMap<string, Silence> {
  const silences = new Map<string, Silence>()
  // Of two that say the same, the reason of the later one counts.
  for (const suppression of [...suppress].reverse()) {
    if (!hasReason(suppression)) continue
    const { rule, path, node } = suppression
    const silence: Silence = silences.get(rule) ?? { everywhere: [], paths: new Map(), nodes: new Map() }
    silences.set(rule, silence)
    if (path !== undefined) addToGroup(silence.paths, path, suppression)
    if (node !== undefined) addToGroup(silence.nodes, node, suppression)
    if (path === undefined && node === undefined) silence.everywhere.push(suppression)
  }
  return silences
}

/** Those given for a part of the document and for the parts that it stands in, the nearest first. */
function around(path: string, paths: Silence['paths']): readonly Suppression[] {
  if (paths.size === 0) return []
  const found: Suppression[] = []
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) found.push(...(paths.get(at) ?? []))
  return [...found, ...(paths.get('') ?? [])]
}

/** All that silence a diagnostic, the one whose reason counts first. */
function silencing({ path, subject }: Diagnostic, { everywhere, paths, nodes }: Silence): readonly Suppression[] {
  const ofNode = subject?.kind === 'node' ? (nodes.get(subject.name ?? '') ?? []) : []
  return [...everywhere, ...around(path, paths), ...ofNode]
}

/** What suppressions did in a check. */
export class Silenced {
  readonly diagnostics: SuppressedDiagnostic[] = []
  /** The suppressions that silenced something. */
  readonly used: Set<Suppression> = new Set()
}

/**
 * The diagnostics with the severities of the settings, without those that are off or suppressed.
 *
 * @param silenced - takes those that are suppressed, and what suppressed them
 */
export function suppressDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: CheckOptions,
  silenced: Silenced = new Silenced(),
): Diagnostic[] {
  const silences = silencesOf(options.suppress ?? [])
  return withSeverities(diagnostics, options.rules).filter((diagnostic) => {
    const silence = silences.get(diagnostic.rule)
    const silent = silence === undefined ? [] : silencing(diagnostic, silence)
    const [first] = silent
    if (first === undefined) return true
    silenced.diagnostics.push({ diagnostic, reason: first.reason })
    for (const one of silent) silenced.used.add(one)
    return false
  })
}

function calledRule({ rule }: Suppression): string {
  return typeof rule === 'string' ? `Rule ${showValue(rule)}` : 'A rule that has no name'
}

function missingReason(suppression: Suppression, path: string): Diagnostic[] {
  if (hasReason(suppression)) return []
  const given: unknown = suppression.reason
  const why =
    given === undefined || typeof given === 'string' ? 'without a reason' : `for ${showValue(given)}, which is no text`
  const message = `${calledRule(suppression)} is suppressed ${why}, so it is not suppressed.`
  const hint = 'Say why the rule does not apply here.'
  return [createDiagnostic({ rule: 'suppression/missing-reason', severity: 'error', message, hint, path })]
}

/** Whether a rule is about settings or suppressions, which is said of no part of a document: no suppression reaches it. */
export function isOfSettings(rule: string): boolean {
  return /^(?:settings|suppression)\//.test(rule) && rule !== 'settings/faulty-rule'
}

function uselessRule(suppression: Suppression, path: string): Diagnostic[] {
  const rule = readText(suppression, 'rule')
  if (rule === undefined) {
    const message = `A suppression names no rule: its rule is ${showValue(suppression.rule)}.`
    const hint = 'Give the name that the diagnostic has.'
    return [createDiagnostic({ rule: 'suppression/unknown-rule', severity: 'error', message, hint, path })]
  }
  const shown = showValue(rule)
  if (!known.includes(rule) && !rule.startsWith('custom/')) {
    const message = `${shown} is suppressed, but no rule has that name.`
    const hint = nearRule(rule, known)
    return [createDiagnostic({ rule: 'suppression/unknown-rule', severity: 'error', message, hint, path })]
  }
  const isFixed = unsilenceable.includes(rule)
  if (!isFixed && !isOfSettings(rule)) return []
  const hint = isFixed
    ? `Take the suppression away; flowspec explain ${rule} says what to do instead.`
    : `Take the suppression away; rules: { '${rule}': 'off' } turns the rule off.`
  const message = `${shown} is suppressed, and no suppression silences that rule.`
  return [createDiagnostic({ rule: 'suppression/unsilenceable-rule', severity: 'error', message, hint, path })]
}

/** What is wrong with suppressions themselves: one without a reason, of a rule there is not, or of one that nothing silences. */
export function checkSuppressions(suppress: readonly Suppression[]): Diagnostic[] {
  return suppress.flatMap((suppression) => {
    const path = readText(suppression, 'path') ?? ''
    const subject = silencedNode(suppression)
    const faults = [...missingReason(suppression, path), ...uselessRule(suppression, path)]
    return subject === undefined ? faults : faults.map((fault) => ({ ...fault, subject }))
  })
}

/** The node in which a builder silences a rule; a name without a place may be one that no node has. */
export function silencedNode(suppression: Suppression): Subject | undefined {
  const name = readText(suppression, 'node')
  return name === undefined || readText(suppression, 'path') === undefined ? undefined : { kind: 'node', name }
}

/** Whether a suppression says why. Settings that no compiler has seen may lack the reason altogether. */
function hasReason({ reason }: Suppression): boolean {
  const given: unknown = reason
  return typeof given === 'string' && given.trim() !== ''
}
