/** Where a built document holds its workflow. */
export const workflowPointer = '/spec/workflows/0'

/** Where a built document holds the nodes and edges of a flow: a workflow, or the body of a loop. */
export interface FlowPlace {
  readonly nodes: string
  readonly edges: string
}

/** The place of the flow that is the workflow itself. */
export const workflowPlace: FlowPlace = {
  nodes: `${workflowPointer}/nodes`,
  edges: `${workflowPointer}/dependencies`,
}

/** Where a built document holds a node. */
export function nodePointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.nodes}/${position}`
}

/** Where a built document holds what a node depends on. */
export function dependencyPointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.edges}/${position}`
}
