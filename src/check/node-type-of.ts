import type { Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import { nodeTypes } from '../model/generated/node-types.ts'
import type { NodeType } from '../model/node-type.ts'

/** The runtime of a node or workflow. */
export function runtimeOf(owner: Entity | undefined): Entity | undefined {
  return owner?.child('script')?.child('runtime')
}

/** What is known of the node type that a runtime names. */
export function nodeTypeOf(runtime: Entity | undefined): NodeType | undefined {
  const command = readText(runtime?.value, 'command')
  return command !== undefined && Object.hasOwn(nodeTypes, command) ? nodeTypes[command] : undefined
}
