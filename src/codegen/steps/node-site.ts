import type { DefaultsInput } from '../../builders/node/defaults.ts'
import type { Expression } from '../program/expression.ts'

/** What the steps of a node depend on beside the node. */
export interface NodeSite {
  /** Whether the builders write what is usual by themselves, so that steps need not say it. */
  readonly isFilled: boolean
  /** The project that the builders are parts of, with whose name their usual outputs begin; undefined where there is none. */
  readonly project?: string | undefined
  /** What other documents of the project offer, by the output strings. */
  readonly outside?: ReadonlyMap<string, { readonly expression: Expression }> | undefined
  /** The path that usual paths of nodes begin with; undefined where there is none. */
  readonly folder: string | undefined
  /** What nodes have in common, which is said once. */
  readonly lifted: DefaultsInput
}
