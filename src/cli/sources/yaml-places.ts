import { isCollection, LineCounter, type Node, parseDocument } from 'yaml'
import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { unescapeSegment } from '../../diagnostics/json-pointer.ts'

interface ParsedYaml {
  readonly document: ReturnType<typeof parseDocument<Node>>
  readonly lines: LineCounter
}

function parsed(text: string): ParsedYaml {
  const lines = new LineCounter()
  return { document: parseDocument<Node>(text, { lineCounter: lines, uniqueKeys: false }), lines }
}

/**
 * Looks up where values stand in YAML text; what is not there has the place of what it would stand in. The text is read for
 * that when the first place is asked for: of most documents none is.
 */
export function yamlPlaces(text: string): (pointer: string) => SourcePlace | undefined {
  let known: ParsedYaml | undefined
  return (pointer) => {
    known ??= parsed(text)
    const { document, lines } = known
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
