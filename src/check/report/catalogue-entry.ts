import type { RuleDescription } from '../engine/rule.ts'

/** What is known of a rule of this library. */
export interface CatalogueEntry extends RuleDescription {
  /** The page and heading that explain the rule, relative to the package, as in the diagnostics. */
  readonly docs: string
}
