import type { BuiltInRuleName } from '../diagnostics/rule-names.ts'

/** What is wrong with a YAML text, and where: an offset in the text. */
export interface YamlFault {
  readonly rule: BuiltInRuleName
  readonly message: string
  readonly offset: number
  readonly hint?: string
}

/**
 * Deeper than documents are: sixty loops in each other. What composes a text is recursive, and from some 600 levels on
 * it can overflow the stack.
 */
export const deepest = 200

/** The fault of a text or document that goes deeper, by itself or by its aliases. */
export function tooDeep(offset: number): YamlFault {
  const message = `The document is nested more than ${deepest} levels deep: as YAML it is not read or written.`
  return { rule: 'document/too-deep', message, offset }
}
