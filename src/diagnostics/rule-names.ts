import type { ruleNames } from './generated/rule-names.ts'

/** A rule this library has. */
export type BuiltInRuleName = (typeof ruleNames)[number]

/** A rule this library has, or one of a team's own. */
export type RuleName = BuiltInRuleName | `custom/${string}`
