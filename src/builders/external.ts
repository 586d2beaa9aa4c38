/** An output of a node that stands outside the workflow. */
export interface ExternalOutput {
  readonly kind: 'external'
  /** The output string, such as `project.node`. */
  readonly output: string
}

/**
 * An output of a node outside the workflow, to come after.
 *
 * @param output - the output string, equal to the other node's character by character, such as `project.node`
 *
 * @example
 * ```ts
 * import { external, odpsSql } from 'flowspec'
 *
 * const report = odpsSql('report').code('select 1').after(external('finance.daily_rates'))
 * ```
 */
export function external(output: string): ExternalOutput {
  return Object.freeze({ kind: 'external', output })
}
