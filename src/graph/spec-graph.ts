/** What holds nodes: a workflow, the body of a document, or the inside of a node. */
export type FlowRole = 'workflow' | 'document' | 'do-while' | 'for-each' | 'combined' | 'subflow' | 'paiflow'

/** A node of a document. */
export interface GraphNode {
  readonly kind: 'node'
  /** Its place among all nodes of the document. */
  readonly place: number
  /** What dependencies call it: its id, or its name where it has none. */
  readonly key: string
  /** Its name, or its id where it has none; the empty text when it has neither. */
  readonly name: string
  /** The command, such as `ODPS_SQL`, when the document says it. */
  readonly command: string | undefined
  /** Where it stands. */
  readonly flow: GraphFlow
  /** RFC 6901 JSON Pointer of the node. */
  readonly path: string
}

/** What holds nodes and the edges between them. */
export interface GraphFlow {
  readonly kind: 'flow'
  readonly role: FlowRole
  /** Its place among all flows of the document. */
  readonly place: number
  /** Its id, when it has one. */
  readonly id: string | undefined
  /** The name of the workflow, or of the node whose inside it is; the empty text where there is none. */
  readonly name: string
  /** The node whose inside it is. */
  readonly owner: GraphNode | undefined
  /** RFC 6901 JSON Pointer of the flow; of its owner where nodes beside that name it as their container and it has no body. */
  readonly path: string
}

/** Something outside of the document that it names: an output of another workflow, or a node by its id. */
export interface GraphExternal {
  readonly kind: 'external'
  /** Its place among all that stand outside. */
  readonly place: number
  /** The output, or the id, as the document writes it. */
  readonly name: string
}

/** What an edge can lead from and to. */
export type GraphVertex = GraphNode | GraphFlow | GraphExternal

/** An arm of a join: the name its expression uses, and the states it waits for, as they are written. */
export interface GraphArm {
  readonly name: string
  readonly statuses: readonly string[]
}

/** A dependency: what comes first, and what comes after it. */
export interface GraphEdge {
  /** What comes first; for a dependency on a previous cycle of the node itself or of its children, the node itself. */
  readonly from: GraphVertex
  /** What depends on it. */
  readonly to: GraphVertex
  /** `Normal`, `CrossCycleDependsOnSelf`, `CrossCycleDependsOnChildren`, `CrossCycleDependsOnOtherNode`, or as written. */
  readonly type: string
  /** The condition, when the edge leads from an arm of a branch. */
  readonly when: string | undefined
  /** The arm, when the edge leads to one of a join. */
  readonly arm: GraphArm | undefined
  /** RFC 6901 JSON Pointer of the dependency, or of the input that no dependency repeats. */
  readonly path: string
}

/** A variable that one node provides and another consumes. */
export interface GraphVariable {
  readonly from: GraphNode
  readonly to: GraphNode
  readonly name: string
}

/** The graph of a document, as data. Lists stand in the order of the document. */
export interface SpecGraph {
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly GraphFlow[]
  readonly externals: readonly GraphExternal[]
  readonly edges: readonly GraphEdge[]
  readonly variables: readonly GraphVariable[]
}

const letters = { node: 'n', flow: 'w', external: 'e' } as const

/** What sets a vertex apart from all others of its graph; also what pictures call it, so never a text of the document. */
export function vertexId({ kind, place }: GraphVertex): string {
  return `${letters[kind]}${place}`
}

/** What sets apart the two vertices that something joins. */
export function pairId({ from, to }: { readonly from: GraphVertex; readonly to: GraphVertex }): string {
  return `${vertexId(from)} ${vertexId(to)}`
}
