import type { NodeBuilder } from './node-builder.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'

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
export function node<const Name extends string>(name: Name, command: string): NodeBuilder<Name, never> {
  return new NodeBuilderImpl<Name, never>(name, { name, command })
}
