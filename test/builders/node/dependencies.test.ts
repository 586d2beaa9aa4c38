import { type AnyNode, combined, external, forEach, projectRoot, shell, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

describe('dependencies', () => {
  const edges = (builder: AnyNode, ...others: AnyNode[]): unknown =>
    daily()
      .nodeList([...others, builder])
      .build({ project: 'p' }).spec.workflows?.[0]?.dependencies

  it('name the output of a node, whether given by builder or by name, each once', () => {
    const start = virtual('start').output('p.first').output('p.second')
    const expected = [{ nodeId: 'n', depends: [{ type: 'Normal', output: 'p.first', refTableName: 'start' }] }]
    expect(edges(virtual('n').after(start), start)).toEqual(expected)
    expect(edges(virtual('n').after('start'), start)).toEqual(expected)
    expect(edges(virtual('n').after(start, 'start').after(start), start)).toEqual(expected)
  })

  it('reach outside by output, and to the root of the project', () => {
    expect(edges(virtual('n').after(external('other.node'), projectRoot()))).toEqual([
      {
        nodeId: 'n',
        depends: [
          { type: 'Normal', output: 'other.node' },
          { type: 'Normal', output: 'p_root' },
        ],
      },
    ])
  })

  it('wait for the previous cycle', () => {
    const other = virtual('other')
    const self = { type: 'CrossCycleDependsOnSelf', output: 'p.n', refTableName: 'n' }
    expect(edges(virtual('n').id('7').afterPrevious('self', other, external('x.y')), other)).toEqual([
      {
        nodeId: '7',
        depends: [
          self,
          { type: 'CrossCycleDependsOnOtherNode', output: 'p.other', refTableName: 'other' },
          { type: 'CrossCycleDependsOnOtherNode', output: 'x.y' },
        ],
      },
    ])
    expect(edges(virtual('n').id('7').afterPrevious('self', 'children'))).toEqual([
      { nodeId: '7', depends: [self, { type: 'CrossCycleDependsOnChildren', output: 'p.n', refTableName: 'n' }] },
    ])
  })

  it.each([{}, [], null, undefined, 5])('are refused where they are no dependency at all: %j', (given) => {
    const untyped = given as unknown as AnyNode
    expect(() => virtual('n').after('a', untyped)).toThrow(/after\(\): item 2 is /)
    expect(() => virtual('n').afterPrevious(untyped)).toThrow(/afterPrevious\(\): item 1 is /)
  })

  it.each([{ kind: 'case' }])('are reported where they are no dependency at all: %j', (given) => {
    const untyped = given as unknown as AnyNode
    const fault = {
      rule: 'schema/type',
      path: '/spec/workflows/0/dependencies/0',
      subject: { kind: 'node', name: 'n' },
    }
    for (const node of [virtual('n').after(untyped), virtual('n').afterPrevious(untyped)]) {
      expect(daily().nodes(node).check()).toContainEqual(expect.objectContaining(fault))
    }
    const inner = { ...fault, path: '/spec/workflows/0/nodes/0/combined/dependencies/0' }
    const body = virtual('n').after(untyped)
    expect(daily().nodes(combined('c').nodes(body)).check()).toContainEqual(expect.objectContaining(inner))
    const loop = forEach('l').over('1').nodes(body)
    expect(daily().nodes(loop).check()).toContainEqual(expect.objectContaining({ rule: 'schema/type' }))
  })

  it('follow the node that stands in the workflow, not the version of it a builder once held', () => {
    const draft = virtual('start')
    expect(edges(virtual('n').after(draft), draft.output('p.final'))).toMatchObject([
      { depends: [{ output: 'p.final' }] },
    ])
  })
})

describe('with the project known', () => {
  it('makes outputs <project>.<name> of nodes and workflow, and edges of those', () => {
    const start = virtual('start')
    const [flow] = daily().nodes(start, shell('n').after(start)).build({ project: 'retail' }).spec.workflows ?? []
    expect(flow?.outputs?.nodeOutputs?.[0]?.data).toBe('retail.w')
    expect(flow?.nodes?.map((entry) => entry.outputs?.nodeOutputs?.[0]?.data)).toEqual(['retail.start', 'retail.n'])
    expect(flow?.dependencies?.[0]?.depends?.[0]?.output).toBe('retail.start')
  })
})
