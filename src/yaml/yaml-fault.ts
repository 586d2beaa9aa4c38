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

/** The fault of a text that would take more memory than a reader of documents should. */
export function tooLarge(): YamlFault {
  const message = 'The text holds more words and marks than are read from YAML of its length.'
  const hint = 'Give the document as JSON, which takes a fraction of the memory.'
  return { rule: 'document/too-large', message, offset: 0, hint }
}
