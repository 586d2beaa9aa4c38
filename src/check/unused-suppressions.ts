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

/** The rules of the catalogue: those that settings leave on are looked for, as far as a check lists all that they find. */
export interface LookedFor {
  readonly catalogue: ReadonlySet<string>
  readonly looked: ReadonlySet<string>
  /** Whether nothing is known of a project. */
  readonly isAlone: boolean
}

/**
 * Whether rules of a team's own find it, or those that read SQL, which are given as such, or it is said of these rules: what is
 * not known where nothing says which there are.
 */
export function isOfCustom(rule: string): boolean {
  return /^(?:custom|table)\//.test(rule) || rule === 'code/unread-sql' || rule === 'settings/faulty-rule'
}

/** Whether all is known that a rule finds in what is checked. */
function isRun(
  rule: RuleName,
  { rules = {}, custom }: CheckOptions,
  { catalogue, looked, isAlone }: LookedFor,
): boolean {
  if (rules[rule] === 'off' || (isAlone && rule.startsWith('project/'))) return false
  if (catalogue.has(rule)) return looked.has(rule)
  // A name that no rule has is one of which nothing will ever be found.
  if (isOfCustom(rule)) return custom !== undefined
  // The command finds it in folders. All others are told while a document is read or built, or of what is done with it.
  return rule !== 'project/not-added'
}

/**
 * The suppressions of a check that silenced nothing; those that are wrong are told of already.
 *
 * @param lookedFor - the names of the rules that the check runs
 */
export function unusedSuppressions(
  options: CheckOptions,
  used: ReadonlySet<Suppression>,
  lookedFor: LookedFor,
): readonly UnusedSuppression[] {
  const { suppress = [], rules } = options
  return suppress
    .filter((one) => !used.has(one) && checkSuppressions([one]).length === 0 && isRun(one.rule, options, lookedFor))
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
