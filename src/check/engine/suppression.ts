import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { ruleNames } from '../../diagnostics/generated/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { readText } from '../../document/json/records.ts'
import type { CheckOptions, Suppression } from '../check-options.ts'
import { nearRule, withSeverities } from './severities.ts'

/** A diagnostic that a suppression silenced, and the reason that it gives. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

const known: readonly string[] = ruleNames

/** Where one rule stays silent: parts of the document and nodes, each with its reason. */
interface Silence {
  everywhere?: string
  readonly paths: Map<string, string>
  readonly nodes: Map<string, string>
}

function silencesOf(suppress: readonly Suppression[]): ReadonlyMap<string, Silence> {
  const silences = new Map<string, Silence>()
  for (const suppression of suppress) {
    if (!hasReason(suppression)) continue
    const { rule, path, node, reason } = suppression
    const silence: Silence = silences.get(rule) ?? { paths: new Map(), nodes: new Map() }
    silences.set(rule, silence)
    if (path !== undefined) silence.paths.set(path, reason)
    if (node !== undefined) silence.nodes.set(node, reason)
    if (path === undefined && node === undefined) silence.everywhere = reason
  }
  return silences
}

/** The reason given for a part of the document, or for the nearest one that it stands in. */
function reasonAt(path: string, reasons: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const reason = reasons.get(at)
    if (reason !== undefined) return reason
  }
  return reasons.get('')
}

function reasonFor({ path, subject }: Diagnostic, { everywhere, paths, nodes }: Silence): string | undefined {
  return everywhere ?? reasonAt(path, paths) ?? (subject?.kind === 'node' ? nodes.get(subject.name ?? '') : undefined)
}

/**
 * The diagnostics with the severities of the settings, without those that are off or suppressed.
 *
 * @param suppressed - takes those that are suppressed
 */
export function suppressDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: CheckOptions,
  suppressed: SuppressedDiagnostic[] = [],
): Diagnostic[] {
  const silences = silencesOf(options.suppress ?? [])
  return withSeverities(diagnostics, options.rules).filter((diagnostic) => {
    const silence = silences.get(diagnostic.rule)
    const reason = silence && reasonFor(diagnostic, silence)
    if (reason !== undefined) suppressed.push({ diagnostic, reason })
    return reason === undefined
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

function unknownRule(suppression: Suppression, path: string): Diagnostic[] {
  const rule = readText(suppression, 'rule')
  if (rule !== undefined && (known.includes(rule) || rule.startsWith('custom/'))) return []
  const [message, hint] =
    rule === undefined
      ? [
          `A suppression names no rule: its rule is ${showValue(suppression.rule)}.`,
          'Give the name that the diagnostic has.',
        ]
      : [`${showValue(rule)} is suppressed, but no rule has that name.`, nearRule(rule, known)]
  return [createDiagnostic({ rule: 'suppression/unknown-rule', severity: 'error', message, hint, path })]
}

/** What is wrong with suppressions themselves: one without a reason, or of a rule there is not. */
export function checkSuppressions(suppress: readonly Suppression[]): Diagnostic[] {
  return suppress.flatMap((suppression) => {
    const path = readText(suppression, 'path') ?? ''
    return [...missingReason(suppression, path), ...unknownRule(suppression, path)]
  })
}

/** Whether a suppression says why. Settings that no compiler has seen may lack the reason altogether. */
function hasReason({ reason }: Suppression): boolean {
  const given: unknown = reason
  return typeof given === 'string' && given.trim() !== ''
}
