import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'

/** What is said of a fault: what is wrong, and the way out. */
export interface FaultText {
  readonly message: string
  readonly hint: string
}

/**
 * Something that cannot be put into the document as it was given, which the document itself no longer shows.
 *
 * @param path - JSON Pointer of where it would stand
 */
export function buildFault(rule: BuiltInRuleName, text: FaultText, path: string): Diagnostic {
  return createDiagnostic({ rule, severity: 'error', ...text, path })
}

/** As {@link buildFault}, of a node. */
export function nodeFault(rule: BuiltInRuleName, text: FaultText, path: string, name: string): Diagnostic {
  return createDiagnostic({ rule, severity: 'error', ...text, path, subject: { kind: 'node', name } })
}

/** Throws because of a call that no builder can follow. */
export function refuse(rule: BuiltInRuleName, text: FaultText): never {
  throw new FlowSpecError([buildFault(rule, text, '')])
}

/** Throws that there is nothing of a name, and says what there is. */
export function throwMissing(what: string, name: string, names: readonly string[]): never {
  const near = didYouMean(name, names)
  const shown = names.slice(0, 10).map((one) => `'${one}'`)
  const more = names.length > shown.length ? ', …' : ''
  const hint = near === undefined ? `There is: ${shown.join(', ') || 'nothing'}${more}.` : `Did you mean "${near}"?`
  refuse('reference/unknown-entity', { message: `${what} '${name}'.`, hint })
}

/** Throws because nothing says which of several is meant, or there is none at all. */
export function throwUnnamed(what: string, names: readonly string[]): never {
  const shown = names.slice(0, 10).map((one) => `'${one}'`)
  const [count, hint] =
    names.length === 0
      ? [`no ${what}`, 'Its nodes are asked for by .node(name), and other entities by .entity(name).']
      : [`${names.length} of ${what}, and no name says which is meant`, `There is: ${shown.join(', ')}.`]
  refuse('reference/unknown-entity', { message: `The document has ${count}.`, hint })
}

/** The way out for a value that JSON cannot hold. */
export const jsonHint = 'Give plain objects, lists, texts, finite numbers, booleans and null.'
