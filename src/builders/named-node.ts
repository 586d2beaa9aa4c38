import type { AnyNode } from './any-node.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { StructureKind } from './structure-builders.ts'
import { throwMissing } from './throw-missing.ts'

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
