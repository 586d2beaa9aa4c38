/**
 * What builders and check need to know of a node type; the table it comes from, `src/language/node-types.json`, says more.
 * Source: the node types of the reference implementation 2.0.0 and the node documentation.
 */
export interface NodeType {
  /** Numeric code (`commandTypeId`). */
  readonly code?: number
  /** Language of the code, where sources agree. */
  readonly language?: string
  /** Type of the data source the node runs on. */
  readonly datasourceType?: string
}
