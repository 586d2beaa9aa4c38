/** Where a built document holds its workflow. */
export const workflowPointer = '/spec/workflows/0'

/** Where a built document holds the nodes and edges of a flow: a workflow, or the body of a loop. */
export interface FlowPlace {
  readonly nodes: string
  readonly edges: string
  /** Where in these lists the flow begins, when it shares them with others. Default 0. */
  readonly firstNode?: number
  readonly firstEdge?: number
}

/** The place of the flow that is the workflow itself. */
export const workflowPlace: FlowPlace = {
  nodes: '/spec/workflows/0/nodes',
  edges: '/spec/workflows/0/dependencies',
}

/** Where a built document holds a node. */
export function nodePointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.nodes}/${position + (place.firstNode ?? 0)}`
}

/** Where a built document holds what a node depends on. */
export function dependencyPointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.edges}/${position + (place.firstEdge ?? 0)}`
}
