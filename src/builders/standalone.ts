import type { AnyNode } from './any-node.ts'
import type { StandaloneNode } from './standalone-builder.ts'
import { StandaloneImpl } from './standalone-impl.ts'
import type { Checked } from './workflow-builder.ts'

/**
 * Puts a node into a document of its own, for nodes that stand in no workflow: scheduled by themselves, run by hand, or
 * sent to UpdateNode. Its schedule is that of the node; it comes after outputs of other documents only.
 *
 * The layout is the one the service answers GetNode with: `spec.nodes` with one node, and `spec.flow`.
 *
 * @param nodes - the node; one that comes after a literal name does not compile
 * @returns a builder of the document, of kind `Node` unless `.ofKind(…)` says another
 *
 * @example
 * ```ts
 * import { external, odpsSql, standalone } from 'flowspec'
 *
 * const rates = odpsSql('rates').code('select 1').schedule('00 30 01 * * ?').after(external('finance.daily_rates'))
 * const document = standalone(rates).build({ project: 'retail' })
 *
 * const cleanup = standalone(odpsSql('cleanup').code('drop table if exists tmp')).ofKind('ManualNode').build()
 * ```
 */
export function standalone<const Nodes extends readonly [AnyNode], Name extends string = Nodes[0]['name']>(
  ...nodes: { [Index in keyof Nodes]: Checked<Nodes[Index], NoInfer<Name>, 'document'> }
): StandaloneNode<Name>
export function standalone(node: AnyNode): StandaloneNode {
  return new StandaloneImpl(node.name, { kind: 'Node', node })
}
