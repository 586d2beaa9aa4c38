import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord } from '../../document/json/records.ts'
import type { EntityBase } from '../build/context.ts'
import type { StructureBuilders, StructureKind } from '../structures/structure-builders.ts'
import { flowNodes, type Steps } from '../workflow/flow-steps.ts'
import { NodeBuilderImpl } from './node.ts'
import type { AnyNode } from './node-builder.ts'

/** What holds nodes: a workflow, a document, or a node with nodes inside. */
export interface NodeFinder {
  /**
   * A control structure among its nodes, with the steps and handles it has.
   *
   * @param kind - the name of the function that makes one, such as `branch`
   * @throws FlowSpecError when there is none of that name and kind
   */
  node<Kind extends StructureKind>(name: string, kind: Kind): StructureBuilders[Kind]
  /**
   * One of its nodes, given or read; where several have the name, the first.
   *
   * @throws FlowSpecError when there is none of that name
   */
  node(name: string): AnyNode
  /** All of its nodes, without those inside other nodes: for changes to many, and for looking through them. */
  allNodes(): readonly AnyNode[]
}

/**
 * The node of a name.
 *
 * @param found - the node, if there is one
 * @param all - all nodes there are, for the words of the error
 * @throws FlowSpecError when there is none, or it is another kind of control structure
 */
export function namedNode(
  name: string,
  kind: StructureKind | undefined,
  found: AnyNode | undefined,
  all: () => readonly AnyNode[],
): AnyNode {
  if (found === undefined)
    throwMissing(
      'There is no node',
      name,
      all().map((node) => node.name),
    )
  const isOne = (node: AnyNode): boolean => NodeBuilderImpl.stateOf(node)?.kind === kind
  if (kind === undefined || isOne(found)) return found
  const others = all().filter(isOne)
  throwMissing(
    `There is no ${kind} node`,
    name,
    others.map((node) => node.name),
  )
}

/** Whether there is something a builder can be of; a list in a document may hold anything. */
export function isEntity({ base }: { readonly base?: EntityBase }): boolean {
  return base === undefined || isRecord(base.raw)
}

/** The nodes of a flow, without what stands in its list and is no node. */
export function listNodes(steps: Steps): readonly AnyNode[] {
  return flowNodes(steps).filter((node) => isEntity(NodeBuilderImpl.stateOf(node) ?? {}))
}

/** Throws that there is nothing of a name, and says what there is. */
export function throwMissing(what: string, name: string, names: readonly string[]): never {
  const near = didYouMean(name, names)
  const shown = names.slice(0, 10).map((one) => `'${one}'`)
  const more = names.length > shown.length ? ', …' : ''
  const hint = near === undefined ? `There is: ${shown.join(', ') || 'nothing'}${more}.` : `Did you mean "${near}"?`
  const message = `${what} '${name}'.`
  throw new FlowSpecError([
    createDiagnostic({ rule: 'reference/unknown-entity', severity: 'error', message, hint, path: '' }),
  ])
}
