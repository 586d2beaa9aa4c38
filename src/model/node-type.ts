/** What is known of one node type. Source: the node types of the reference implementation 2.0.0 and the node documentation. */
export interface NodeType {
  /** Numeric code (`commandTypeId`). */
  readonly code?: number
  /** Engine label, such as MaxCompute. */
  readonly engine?: string
  /** Suffix of the code file. */
  readonly extension?: string
  /** Language of the code, where sources agree. */
  readonly language?: string
  /** Type of the data source the node runs on. */
  readonly datasourceType?: string
  /** Name of the factory of a plain node. */
  readonly factory?: string
  /** Why there is no factory: what the row is instead. */
  readonly notPlain?: string
}
