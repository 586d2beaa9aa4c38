import type { NodeBuilder } from './node-builder.ts'

/** An output of a node that stands outside the workflow. */
export interface ExternalOutput {
  readonly kind: 'external'
  /** The output string, such as `project.node`. */
  readonly output: string
}

/** The root node of the project, the usual start of a workflow. */
export interface ProjectRoot {
  readonly kind: 'projectRoot'
}

/** Any node builder, whatever its name and needs. */
export type AnyNode = NodeBuilder<string, string>

/** What a node can come after: a node, the name of a node of the same workflow, an outside output, or the project's root. */
export type Dependency = AnyNode | string | ExternalOutput | ProjectRoot

/** What a node can wait for in its previous cycle: itself, the nodes that come right after it, or another node. */
export type PreviousDependency = 'self' | 'children' | AnyNode | ExternalOutput

/** A literal name; a name known only at run time (`string`, or a template pattern) gives `never`. */
export type LiteralName<Name extends string> = Name extends unknown
  ? Record<never, never> extends Record<Name, 1>
    ? never
    : Name
  : never

/** The literal names that a dependency needs in the workflow. */
export type NeedOf<Item> = Item extends string
  ? LiteralName<Item>
  : Item extends { readonly name: infer Name extends string }
    ? LiteralName<Name>
    : never

/** As {@link NeedOf}, for what a node waits for in its previous cycle. */
export type PreviousNeedOf<Item> = Item extends string ? never : NeedOf<Item>

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

/**
 * The root node of the project, to come after: its output is `<project>_root`, so the project must be known when the
 * workflow is built (`build({ project })`).
 *
 * @example
 * ```ts
 * import { projectRoot, virtual, workflow } from 'flowspec'
 *
 * workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start').after(projectRoot())).build({ project: 'retail' })
 * ```
 */
export function projectRoot(): ProjectRoot {
  return Object.freeze({ kind: 'projectRoot' })
}
