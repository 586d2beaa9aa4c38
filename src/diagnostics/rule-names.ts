import type { ruleNames } from './generated/rule-names.ts'

/** A rule this library has. */
export type BuiltInRuleName = (typeof ruleNames)[number]

/** A rule this library has, or one of a team's own. */
export type RuleName = BuiltInRuleName | `custom/${string}`

/** What a compile error says of the name of a rule there is not. */
export type RuleSentence = 'a diagnostic says the name of its rule; those of a team begin with custom/'
