import { isCollection, LineCounter, type Node, parseDocument } from 'yaml'
import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { unescapeSegment } from '../../diagnostics/json-pointer.ts'

/** Looks up where values stand in YAML text; what is not there has the place of what it would stand in. */
export function yamlPlaces(text: string): (pointer: string) => SourcePlace | undefined {
  const lines = new LineCounter()
  const document = parseDocument<Node>(text, { lineCounter: lines, uniqueKeys: false })
  return (pointer) => {
    let node: unknown = document.contents
    let offset = document.contents?.range?.[0]
    for (const segment of pointer.split('/').slice(1)) {
      if (!isCollection(node)) break
      node = node.get(unescapeSegment(segment), true)
      if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) break
      offset = Number(node.range[0])
    }
    if (offset === undefined) return undefined
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
}
