import { pinIds } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'

describe('one id goes to one entity', () => {
  const ids = (document: object, ...ofService: [string, string][]) =>
    Object.fromEntries(pinIds({ ...document }, { projectId: '1', nodeIds: new Map(ofService) }).nodeIds)
  const of = (...nodes: object[]) => ({ kind: 'CycleWorkflow', spec: { workflows: [{ name: 'w', id: '99', nodes }] } })

  test('to the node that has it by its name, before one that was given it', () => {
    const pinned = ids(of({ id: '11', name: 'renamed' }, { name: 'a' }), ['a', '11'])
    expect(pinned).toEqual({ renamed: expect.stringMatching(/^\d{19}$/), a: '11' })
  })

  test('to the first of two that were given it', () => {
    const pinned = ids(of({ id: '11', name: 'a' }, { id: '11', name: 'b' }))
    expect(pinned).toEqual({ a: '11', b: expect.stringMatching(/^\d{19}$/) })
  })

  test('to the workflow, before a node that was given it', () => {
    expect(ids(of({ id: '99', name: 'a' }))).toEqual({ a: expect.stringMatching(/^\d{19}$/) })
  })

  test('to each of two nodes that have changed their names', () => {
    const swapped = of({ id: '11', name: 'b' }, { id: '22', name: 'a' })
    expect(ids(swapped, ['a', '11'], ['b', '22'])).toEqual({ a: '11', b: '22' })
  })

  test('and dependencies follow the node they meant', () => {
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          {
            name: 'w',
            nodes: [
              { id: '11', name: 'renamed', outputs: { nodeOutputs: [{ data: '11' }] } },
              { id: 'a', name: 'a' },
            ],
            dependencies: [{ nodeId: 'a', depends: [{ output: '11' }] }],
          },
        ],
      },
    }
    const { document: pinned, nodeIds } = pinIds(document, { projectId: '1', nodeIds: new Map([['a', '11']]) })
    expect(pinned).toMatchObject({
      spec: { workflows: [{ dependencies: [{ nodeId: '11', depends: [{ output: nodeIds.get('renamed') }] }] }] },
    })
  })
})
