/** An edge of a workflow, spoken of by names: a node, what it comes after, and in which way. */
export interface NamedEdge {
  /** The name of the node, or of the workflow, that depends. */
  readonly node: string
  /** `Normal` is the same cycle; the other types wait for the previous one. */
  readonly type: string
  /** The name of the node or workflow it depends on, or, when that stands outside of the document, its output. */
  readonly upstream: string
  /** Set where a workflow as a whole depends: `node` is its name. */
  readonly ofWorkflow?: true
  /** Whether `upstream` is the output of a node outside of the document. */
  readonly external: boolean
  /** Of an edge to a branch, the arm that it waits for: its output, without the id or name of the branch before it. */
  readonly arm?: string
}

/** What stands at an end of an edge: its name, and text that tells it from others. */
export interface EdgeEnd {
  readonly name: string
  readonly key: string
  /** Of a node its id: the output of that string stands for the node. */
  readonly id?: string | undefined
}

/** Text that two edges share exactly when they are the same; the lengths keep their parts apart. */
export function edgeKey({ ofWorkflow, type, external, arm }: NamedEdge, node: string, upstream: string): string {
  const ofArm = arm === undefined ? '' : `a${arm.length}:${arm}`
  return `${ofWorkflow === true ? 'w' : ''}${node.length}:${node}${type.length}:${type}${ofArm}${external ? 'o' : 'n'}${upstream}`
}
