import type { BuiltInRuleName } from '../diagnostics/rule-name.ts'

/** What is wrong with a YAML text, and where: an offset in the text. */
export interface YamlFault {
  readonly rule: BuiltInRuleName
  readonly message: string
  readonly offset: number
  readonly hint?: string
}
