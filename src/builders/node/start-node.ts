import type { NodeCommand } from '../../language/generated/node-types.ts'
import { checkArgument, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import { NodeImpl } from './node.ts'
import { type NodeBuilder, typedNode } from './node-builder.ts'

/**
 * Starts a node of any type. For the types this library knows there is one function each, such as `odpsSql`.
 *
 * @param name - name of the node, unique in the workspace: letters, digits, `_` and `.`, at most 128 characters
 * @param command - the node type as the wire writes it, such as `ODPS_SQL`; it cannot change after creation
 * @returns a builder; nothing is checked until the workflow is built
 *
 * @example
 * ```ts
 * import { node, workflow } from 'flowspec'
 *
 * workflow('orders').cron('00 02 00 * * ?').nodes(node('score', 'MY_PLUGIN').code('{}'))
 * ```
 */
export function node<const Name extends string>(
  name: Name,
  command: NodeCommand | (string & Record<never, never>),
): NodeBuilder<Name, never> {
  checkArgument('node', 'command', command, text)
  return startNode(name, command, node)
}

/**
 * Starts a node for one of the functions that users call.
 *
 * @param started - the function, whose call is kept
 */
export function startNode<const Name extends string>(
  name: Name,
  command: string,
  started: (name: never, command: never) => unknown,
): NodeBuilder<Name, never> {
  checkArgument(started.name, 'name', name, text)
  return typedNode(new NodeImpl({ name, command, call: callOf(started) }))
}
