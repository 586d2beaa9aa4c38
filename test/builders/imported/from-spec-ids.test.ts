import { fromSpec, type SpecBuilder } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '../support/from-spec.ts'

const variable = (from: string) => ({
  name: 'v',
  type: 'NodeOutput',
  scope: 'NodeContext',
  value: `${from}:v`,
  node: { nodeId: from, output: `p.${from}` },
})

const document = {
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: {
    nodes: [
      {
        id: '1',
        name: 'load',
        script: { path: 'load', content: '1:v', runtime: { command: 'DIDE_SHELL' } },
        outputs: { nodeOutputs: [{ data: '1' }], variables: [variable('1')] },
      },
      {
        id: '2',
        name: 'use',
        script: {
          path: 'use',
          parameters: [{ name: 'a', value: '1:v' }, { referenceVariable: variable('1') }],
          runtime: { command: 'DIDE_SHELL' },
        },
        inputs: { nodeOutputs: [{ nodeId: '{{1}}', data: '1' }], variables: [variable('1')] },
        join: { branches: [{ name: 'a', nodeId: '1' }] },
        metadata: { container: { type: 'Node', uuid: '1' }, uuid: '1' },
        ['__proto__']: { nodeId: '1' },
      },
      { id: '3', name: 'last', metadata: { container: { type: 'Flow', uuid: '1' } } },
    ],
    flow: [{ nodeId: '2', depends: [{ nodeId: '1' }], variableDepends: [{ depends: [{ nodeId: '{{1}}' }] }] }],
  },
}

const renamed = (spec: SpecBuilder): SpecBuilder => spec.with(spec.node('load').id('77'))

describe('a node that was read and gets another id', () => {
  const spec = fromSpec(JSON.parse(JSON.stringify(document)))
  const before = JSON.stringify(spec)
  const { nodes = [], flow } = bodyOf(renamed(spec))
  const [load, use, last] = nodes

  it('goes by it in dependencies, also of variables', () => {
    expect(flow).toEqual([
      { nodeId: '2', depends: [{ nodeId: '77' }], variableDepends: [{ depends: [{ nodeId: '77' }] }] },
    ])
  })

  it('goes by it in its variables and those that others take from it', () => {
    const taken = { ...variable('77'), node: { nodeId: '77', output: 'p.1' } }
    expect(load).toMatchObject({ id: '77', outputs: { nodeOutputs: [{ data: '1' }], variables: [taken] } })
    expect(use).toMatchObject({
      script: { parameters: [{ name: 'a', value: '1:v' }, { referenceVariable: taken }] },
      inputs: { nodeOutputs: [{ nodeId: '77', data: '1' }], variables: [taken] },
    })
  })

  it('goes by it in the arms of joins, and as the loop that nodes say they stand in', () => {
    expect(use).toMatchObject({
      join: { branches: [{ name: 'a', nodeId: '77' }] },
      metadata: { container: { type: 'Node', uuid: '77' }, uuid: '1' },
    })
    expect(last).toEqual(document.spec.nodes[2])
    expect(load?.['script']).toEqual(document.spec.nodes[0]?.script)
  })

  it('changes nothing of the builder it came from', () => {
    expect(JSON.stringify(spec)).toBe(before)
  })

  it('keeps bodies of loops that change in the same step', () => {
    const inner = { id: '5', name: 'in', script: { path: 'in', runtime: { command: 'DIDE_SHELL' } } }
    const loop = {
      id: '4',
      name: 'loop',
      script: { path: 'loop', runtime: { command: 'CONTROLLER_TRAVERSE' } },
      'for-each': { nodes: [inner], flow: [{ nodeId: '5', depends: [] }] },
    }
    const nested = fromSpec({ ...document, spec: { nodes: [loop] } })
    const each = nested.node('loop', 'forEach')
    const changed = nested.with(each.nodes(each.node('in').id('55').owner('o')).id('44'))
    expect(bodyOf(changed).nodes).toMatchObject([
      { id: '44', 'for-each': { nodes: [{ id: '55', owner: 'o' }], flow: [{ nodeId: '55' }] } },
    ])
  })
})
