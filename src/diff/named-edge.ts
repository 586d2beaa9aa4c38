/** An edge of a workflow, spoken of by names: a node, what it comes after, and in which way. */
export interface NamedEdge {
  /** The name of the node that depends. */
  readonly node: string
  /** `Normal` is the same cycle; the other types wait for the previous one. */
  readonly type: string
  /** The name of the node it depends on, or, when that stands outside of the document, its output. */
  readonly upstream: string
  /** Whether `upstream` is the output of a node outside of the document. */
  readonly external: boolean
}

/** Text that two edges share exactly when they are the same; the lengths keep their names apart. */
export function edgeKey({ node, type, upstream, external }: NamedEdge): string {
  return `${node.length}:${node}${type.length}:${type}${external ? 'o' : 'n'}${upstream}`
}
