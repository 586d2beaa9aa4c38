import fc from 'fast-check'
import { graphOf, toDot, toMermaid } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { hostileText } from './hostile-text.ts'

const key = fc.constantFrom('a', 'b', 'c', 'd')
const node = (inside: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record(
    {
      id: fc.oneof(key, hostileText),
      name: hostileText,
      script: fc.record({ runtime: fc.record({ command: fc.oneof(fc.constant('CONTROLLER_BRANCH'), hostileText) }) }),
      inputs: fc.record({ variables: fc.array(fc.record({ name: hostileText, node: fc.record({ nodeId: key }) })) }),
      branch: fc.record({ branches: fc.array(fc.record({ when: hostileText, output: fc.record({ data: key }) })) }),
      join: fc.record({ branches: fc.array(fc.record({ name: hostileText, nodeId: key })) }),
      'for-each': inside,
    },
    { requiredKeys: [] },
  )
const dependency = fc.record({
  nodeId: fc.oneof(key, hostileText),
  depends: fc.array(
    fc.record({ type: hostileText, output: fc.oneof(key, hostileText), nodeId: key }, { requiredKeys: [] }),
  ),
})
const flow = (inside: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record({
    name: hostileText,
    nodes: fc.array(node(inside), { maxLength: 4 }),
    flow: fc.array(dependency, { maxLength: 4 }),
  })
const documents = fc
  .array(flow(flow(flow(fc.constant({ nodes: [] })))), { maxLength: 3 })
  .map((workflows) => ({ spec: { workflows } }))

const text = String.raw`"(?:[\p{L}\p{M}\p{N} ,_-]|#\d+;|<br\/>)+"`
const id = String.raw`[nwe]\d+`
const shapes = [`\\[${text}\\]`, `\\{${text}\\}`, `\\{\\{${text}\\}\\}`, `\\[\\/${text}\\/\\]`, `\\[\\[${text}\\]\\]`]
const box = `${id}(?:${[...shapes, `\\(${text}\\)`, `\\(\\[${text}\\]\\)`].join('|')})`
const statement = `flowchart LR|direction LR|end|subgraph ${id} \\[${text}\\]|${box}|${id} -\\.?->(?:\\|${text}\\|)? ${id}`
const mermaidLine = new RegExp(`^ *(?:${statement})$`, 'u')

const quoted = String.raw`"(?:[^"\\]|\\.)*"`
const setting = `label=${quoted}|shape=[a-z]+|style=[a-z]+|peripheries=2`
const dotStatement = `digraph \\{|\\}|rankdir=LR|subgraph cluster_${id} \\{|${setting}|${id}(?: -> ${id})?(?: \\[(?:${setting})(?:, (?:${setting}))*\\])?`
const dotLine = new RegExp(`^ *(?:${dotStatement})$`, 'u')

describe('whatever the texts of a document are', () => {
  test('every line of Mermaid is one of the few statements it is made of', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (document, variables) => {
        const lines = toMermaid(document, { variables }).trimEnd().split('\n')
        expect(lines.filter((line) => !mermaidLine.test(line))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('every line of Graphviz is one of the few statements it is made of', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (document, variables) => {
        const lines = toDot(document, { variables }).trimEnd().split('\n')
        expect(lines.filter((line) => !dotLine.test(line))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('frames are closed, and every node and workflow is drawn once', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = toMermaid(document).split('\n')
        const heads = lines.map((line) => /^ *(?:subgraph )?([nwe]\d+)(?: \[|[[{(])/.exec(line)?.[1])
        const { nodes, flows, externals } = graphOf(document)
        const drawn = nodes.length + flows.filter(({ role }) => role === 'workflow').length + externals.length
        const found = heads.filter((head) => head !== undefined)
        expect(found).toHaveLength(drawn)
        expect(new Set(found).size).toBe(drawn)
        expect(lines.filter((line) => line.trim() === 'end')).toHaveLength(
          lines.filter((line) => line.trim().startsWith('subgraph ')).length,
        )
      }),
      { numRuns: 40 },
    )
  })
})

test('very many nodes and very deep nesting are drawn', () => {
  const nodes = Array.from({ length: 20_000 }, (_, at) => ({ id: `n${at}`, name: `node ${at}` }))
  const dependencies = nodes
    .slice(1)
    .map(({ id }, at) => ({ nodeId: id, depends: [{ type: 'Normal', nodeId: `n${at}` }] }))
  const chain = { spec: { workflows: [{ name: 'chain', nodes, dependencies }] } }
  expect(toMermaid(chain).split('\n')).toHaveLength(20_000 + 19_999 + 5)
  let deep: object = { id: 'deepest' }
  for (let depth = 0; depth < 100; depth++) deep = { id: `d${depth}`, 'for-each': { nodes: [deep] } }
  expect(toMermaid({ spec: { nodes: [deep] } }).match(/subgraph/g)).toHaveLength(100)
})
