import type { YamlFault } from './yaml-fault.ts'

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
