import type { GraphVertex } from '../graph/spec-graph.ts'

const letters = { node: 'n', flow: 'w', external: 'e' } as const

/** What a picture calls a vertex inside of its text: never a text of the document. */
export function vertexId({ kind, place }: GraphVertex): string {
  return `${letters[kind]}${place}`
}
