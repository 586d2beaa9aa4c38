import { checkArgument, object } from '../../diagnostics/arguments.ts'
import { type GraphSource, graphOf } from '../graph-of.ts'
import { type GraphVertex, vertexId } from '../spec-graph.ts'
import { type DrawingStep, drawingSteps, indentOf } from './drawing-steps.ts'
import { type DrawnEdge, drawnEdges } from './drawn-edges.ts'
import { type VertexShape, vertexShape } from './drawn-vertices.ts'
import { plainText } from './plain-text.ts'
import { type RenderOptions, readRenderOptions } from './render-options.ts'

/** Letters and digits of any script, the marks upon them, blanks and commas mean nothing to Mermaid, Markdown or HTML. */
const harmless = /[\p{L}\p{M}\p{N} ,]/u
/** Between letters these mean nothing either; at the edge of a word they are emphasis or the start of a list. */
const joining = /[_-]/
const wordCharacter = /[A-Za-z0-9]/
/** Mermaid looks for this statement everywhere in a line, inside of quotes too. */
const direction = /direction(?= )/gi

function byNumber(character: string): string {
  return `#${character.codePointAt(0) ?? 0xfffd};`
}

/**
 * A text of a document as Mermaid text inside quotes. Everything that has or could get a meaning, in Mermaid, in the
 * Markdown of its labels or in HTML, is written as the number of its character, so the text is shown as it is.
 */
export function escapeMermaid(text: string): string {
  const characters = [...plainText(text)]
  return characters
    .map((character, at) => {
      if (harmless.test(character)) return character
      const isInWord = wordCharacter.test(characters[at - 1] ?? '') && wordCharacter.test(characters[at + 1] ?? '')
      return joining.test(character) && isInWord ? character : byNumber(character)
    })
    .join('')
    .replaceAll(direction, (word) => byNumber(word) + word.slice(1))
}

const outlines: Readonly<Record<VertexShape, readonly [open: string, close: string]>> = {
  box: ['[', ']'],
  decision: ['{', '}'],
  join: ['{{', '}}'],
  variables: ['[/', '/]'],
  process: ['[[', ']]'],
  mark: ['(', ')'],
  external: ['([', '])'],
}

function box(vertex: GraphVertex, hasCommand: boolean): string {
  const [open, close] = outlines[vertexShape(vertex)]
  const command = hasCommand && vertex.kind === 'node' ? vertex.command : undefined
  const below = command === undefined ? '' : `<br/>${escapeMermaid(command)}`
  return `${vertexId(vertex)}${open}"${escapeMermaid(vertex.name)}${below}"${close}`
}

/** The title of a frame; it has one line only, a second would be covered by what is inside. */
function title(vertex: GraphVertex, hasCommand: boolean): string {
  const command = hasCommand && vertex.kind === 'node' ? vertex.command : undefined
  const beside = command === undefined ? '' : `, ${escapeMermaid(command)}`
  return `"${escapeMermaid(vertex.name)}${beside}"`
}

function stepLines({ step, vertex, depth }: DrawingStep, options: Required<RenderOptions>): string {
  const indent = indentOf(depth)
  if (step === 'close') return `${indent}end`
  if (step === 'box') return indent + box(vertex, options.commands)
  const head = `${indent}subgraph ${vertexId(vertex)} [${title(vertex, options.commands)}]`
  return `${head}\n${indent}  direction ${options.direction}`
}

function edgeLine({ from, to, meaning, label }: DrawnEdge): string {
  const text = label === '' ? '' : `|"${escapeMermaid(label)}"|`
  return `  ${vertexId(from)} ${meaning === 'same cycle' ? '-->' : '-.->'}${text} ${vertexId(to)}`
}

/**
 * Draws the graph of a document as a flowchart in Mermaid, which GitHub, GitLab and most documentation tools show as a
 * picture where it stands in a `mermaid` block.
 *
 * Workflows, loops and other nodes with nodes inside are frames; what is outside of the document has round ends.
 * Dependencies on previous cycles are dotted; arrows from a branch carry its conditions, arrows to a join the states it
 * waits for. Every text of the document is escaped, so that none can become Mermaid, Markdown or HTML; texts of more
 * than 120 characters are cut. The same document gives the same text, in time in proportion to the document.
 *
 * Mermaid itself draws at most 500 edges and 50,000 characters unless its settings say otherwise; for larger documents
 * see {@link toDot}.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { odpsSql, shell, workflow } from 'flowspec'
 * import { toMermaid } from 'flowspec/graph'
 *
 * const ods = odpsSql('ods').code('select 1').afterPrevious('self')
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods, shell('report').after(ods))
 * process.stdout.write(toMermaid(orders, { direction: 'TB' }))
 * ```
 */
export function toMermaid(source: GraphSource, options: RenderOptions = {}): string {
  checkArgument('toMermaid', 'source', source, object)
  const read = readRenderOptions('toMermaid', options)
  const graph = graphOf(source)
  const lines = [`flowchart ${read.direction}`]
  for (const step of drawingSteps(graph)) lines.push(stepLines(step, read))
  if (read.externals) for (const external of graph.externals) lines.push(`  ${box(external, false)}`)
  for (const edge of drawnEdges(graph, read)) lines.push(edgeLine(edge))
  return `${lines.join('\n')}\n`
}
