import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import type { RuleName } from '../diagnostics/rule-names.ts'
import { showValue } from '../diagnostics/show-value.ts'
import type { CheckOptions, Suppression } from './check-options.ts'
import { nameOfRule, withSeverities } from './engine/severities.ts'
import { checkSuppressions, silencedNode } from './engine/suppression.ts'

/** A suppression that silenced nothing, and what there is to say of it where all was checked that it speaks of. */
export interface UnusedSuppression {
  readonly suppression: Suppression
  readonly diagnostic: Diagnostic
}

function placeOf({ path, node }: Suppression): string {
  if (node !== undefined) return ` for node ${showValue(node)}`
  return path === undefined || path === '' ? '' : ` at ${showValue(path)}`
}

/** The way out; of a rule of the team's own that there is not, the one that is nearest to it. */
function wayOut({ rule }: Suppression, { custom = [] }: CheckOptions): string {
  const names = custom.map(nameOfRule)
  const near = rule.startsWith('custom/') && !names.includes(rule) ? didYouMean(rule, names) : undefined
  return near === undefined ? 'Take it away, or mend the rule or the place that it names.' : `Did you mean "${near}"?`
}

function diagnosticOf(suppression: Suppression, options: CheckOptions): Diagnostic {
  const { rule, path = '' } = suppression
  const subject = silencedNode(suppression)
  return createDiagnostic({
    rule: 'suppression/unused',
    severity: 'warning',
    message: `The suppression of ${rule}${placeOf(suppression)} silences nothing.`,
    hint: wayOut(suppression, options),
    path,
    ...(subject && { subject }),
  })
}

/** Whether a check looks for what a rule finds: of another rule nothing is known. */
function isRun(rule: RuleName, { rules = {}, custom = [] }: CheckOptions, catalogue: ReadonlySet<string>): boolean {
  if (rules[rule] === 'off') return false
  // A name of the team's own that no rule has is one of which nothing will ever be found.
  if (rule.startsWith('custom/')) return custom.length > 0
  return catalogue.has(rule) || custom.some((one) => nameOfRule(one) === rule)
}

/**
 * The suppressions of a check that silenced nothing; those that are wrong are told of already.
 *
 * @param catalogue - the names of the rules of the catalogue that the check runs
 */
export function unusedSuppressions(
  options: CheckOptions,
  used: ReadonlySet<Suppression>,
  catalogue: ReadonlySet<string>,
): readonly UnusedSuppression[] {
  const { suppress = [], rules } = options
  return suppress
    .filter((one) => !used.has(one) && checkSuppressions([one]).length === 0 && isRun(one.rule, options, catalogue))
    .flatMap((suppression) =>
      withSeverities([diagnosticOf(suppression, options)], rules).map((diagnostic) => ({ suppression, diagnostic })),
    )
}

/** What a suppression says, and of which document; those of builders are made anew in each build. */
function keyOf({ suppression, diagnostic }: UnusedSuppression): string {
  const { rule, reason, path, node } = suppression
  return JSON.stringify([rule, reason, path, node, diagnostic.document])
}

/** Of the suppressions that silenced nothing in the first check, those that silenced nothing in any of the others. */
export function unusedEverywhere<Unused extends UnusedSuppression>([first = [], ...others]: readonly [
  first?: readonly Unused[],
  ...others: (readonly UnusedSuppression[])[],
]): readonly Unused[] {
  const keys = others.map((unused) => new Set(unused.map(keyOf)))
  return first.filter((one) => keys.every((all) => all.has(keyOf(one))))
}
