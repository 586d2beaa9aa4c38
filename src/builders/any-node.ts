import type { NodeBuilder } from './node-builder.ts'

/** Any node builder, whatever its name and needs. */
export type AnyNode = NodeBuilder<string, string>
