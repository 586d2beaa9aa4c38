/** Where a built document holds its workflow. */
export const workflowPointer = '/spec/workflows/0'

/** Where a built document holds a node. */
export function nodePointer(position: number): string {
  return `${workflowPointer}/nodes/${position}`
}

/** Where a built document holds what a node depends on. */
export function dependencyPointer(position: number): string {
  return `${workflowPointer}/dependencies/${position}`
}
