import { forEach, readSpec, shell, workflow, writeJson } from 'flowspec'
import { graphOf, type RenderOptions, toDot, toMermaid } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { allStructures } from './all-structures.ts'

const two = workflow('two').cron('00 02 00 * * ?').nodes(shell('a').code('ls'), shell('b').code('ls').after('a'))

describe('Mermaid', () => {
  test('of two nodes', () => {
    expect(toMermaid(two)).toBe(
      [
        'flowchart LR',
        '  subgraph w1 ["two"]',
        '    direction LR',
        '    n0["a<br/>DIDE_SHELL"]',
        '    n1["b<br/>DIDE_SHELL"]',
        '  end',
        '  n0 --> n1',
        '',
      ].join('\n'),
    )
  })

  test('of every control structure', async () => {
    await expect(toMermaid(allStructures, { variables: true })).toMatchFileSnapshot('golden/all-structures.mmd')
  })

  test('of a loop whose body stands beside it, whether or not the loop says that it has one', () => {
    const each = forEach('each').over('a,b').nodes(shell('inside').code('ls'))
    const beside = writeJson(two.nodes(each).build({ loops: 'siblings' }))
    const bare = beside.replaceAll(/,\s*"for-each": \{[^{}]*\}/g, '')
    expect(bare).not.toBe(beside)
    expect(toMermaid(readSpec(bare))).toBe(toMermaid(readSpec(beside)))
    expect(toDot(readSpec(bare))).toBe(toDot(readSpec(beside)))
    expect(toMermaid(readSpec(bare))).toContain('subgraph n2 ["each, CONTROLLER_TRAVERSE"]')
  })

  test('of a document without nodes', () => {
    expect(toMermaid({})).toBe('flowchart LR\n')
    expect(toMermaid(workflow('w'))).toBe('flowchart LR\n  w1[["w"]]\n')
  })
})

describe('Graphviz', () => {
  test('of two nodes', () => {
    expect(toDot(two)).toBe(
      [
        'digraph {',
        '  rankdir=LR',
        '  subgraph cluster_w1 {',
        '    label="two"',
        '    n0 [label="a\\nDIDE_SHELL", shape=box]',
        '    n1 [label="b\\nDIDE_SHELL", shape=box]',
        '  }',
        '  n0 -> n1',
        '}',
        '',
      ].join('\n'),
    )
  })

  test('of every control structure', async () => {
    await expect(toDot(allStructures, { variables: true })).toMatchFileSnapshot('golden/all-structures.dot')
  })
})

describe.each([
  ['Mermaid', toMermaid, 'flowchart TB'],
  ['Graphviz', toDot, 'rankdir=TB'],
])('options of %s', (_, render, head) => {
  test('direction', () => {
    expect(render(two, { direction: 'TB' })).toContain(head)
  })

  test('a direction that is none is refused, not written', () => {
    const options: RenderOptions = JSON.parse('{ "direction": "LR\\nclick n0 call alert()" }')
    expect(() => render(two, options)).toThrow(/options\.direction is "LR\\nclick n0 call alert\(\)"\./)
  })

  test('commands are left out', () => {
    expect(render(two, { commands: false })).not.toContain('DIDE_SHELL')
  })

  test('what stands outside is left out with its edges', () => {
    expect(render(allStructures)).toContain('e0')
    expect(render(allStructures, { externals: false })).not.toContain('e0')
  })

  test('variables stand beside the edges of the nodes they join', () => {
    expect(render(allStructures)).not.toContain('day, list')
    expect(render(allStructures, { variables: true })).toMatch(/n1 .*day, list/)
  })

  test('a graph gives the picture of its document, and so does the document as text and read back', () => {
    expect(render(graphOf(allStructures))).toBe(render(allStructures))
    expect(render(JSON.parse(JSON.stringify(allStructures)))).toBe(render(allStructures))
  })
})

test('variables between nodes that no edge joins are dotted', () => {
  const variables = [{ name: 'v', node: { nodeId: 'a' } }]
  const nodes = [{ id: 'a' }, { id: 'b', inputs: { variables } }]
  expect(toMermaid({ spec: { nodes } }, { variables: true })).toContain('n0 -.->|"v"| n1')
})

test('what is said twice is drawn once', () => {
  const depends = [
    { type: 'Normal', nodeId: 'a' },
    { type: 'Normal', nodeId: 'a' },
    { type: 'CrossCycleDependsOnOtherNode', nodeId: 'a' },
  ]
  const document = { spec: { nodes: [{ id: 'a' }, { id: 'b' }], flow: [{ nodeId: 'b', depends }] } }
  expect(toMermaid(document).split('\n').slice(3)).toEqual(['  n0 --> n1', '  n0 -.->|"previous cycle"| n1', ''])
})
