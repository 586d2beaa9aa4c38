import { ruleDocs } from '../../diagnostics/diagnostic.ts'
import type { RuleDescription } from '../engine/rule.ts'
import { rules } from '../rules/index.ts'
import { otherRules } from '../rules/other-rules.ts'

/** What is known of a rule of this library. */
export interface CatalogueEntry extends RuleDescription {
  /** The page and heading that explain the rule, relative to the package, as in the diagnostics. */
  readonly docs: string
}

// @__NO_SIDE_EFFECTS__
function catalogue(): readonly CatalogueEntry[] {
  return [...rules, ...otherRules]
    .map(({ name, severity, summary, evidence, remedy }) => ({
      name,
      severity,
      summary,
      evidence,
      ...(remedy === undefined ? {} : { remedy }),
      docs: ruleDocs(name),
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
}

/**
 * Every rule of this library, by name: its severity, what it finds, why, and where it is explained. For pages and
 * settings of your own; a check does not read it.
 *
 * @example
 * ```ts
 * import { ruleCatalogue } from 'flowspec/rules'
 *
 * for (const { name, severity, summary } of ruleCatalogue) process.stdout.write(`${name} (${severity}): ${summary}\n`)
 * ```
 */
export const ruleCatalogue: readonly CatalogueEntry[] = catalogue()
