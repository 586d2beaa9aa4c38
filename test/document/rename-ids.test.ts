import { describe, expect, test } from 'vitest'
import { idRenamer } from '../../src/document/rename-ids.ts'
import type { EntityName } from '../../src/language/generated/entity-name.ts'

const rename = idRenamer({ nodes: new Map([['1', '77']]), outputs: new Map([['p.1', 'p.77']]) })

describe('a new id of a node is put into', () => {
  test.each<[what: string, name: EntityName, old: object, renamed: object]>([
    ['the node that depends', 'Dependency', { nodeId: '1', depends: [] }, { nodeId: '77', depends: [] }],
    ['what it depends on', 'Dependency', { depends: [{ nodeId: '1' }] }, { depends: [{ nodeId: '77' }] }],
    ['a reference in braces', 'Depend', { nodeId: '{{Node.1}}' }, { nodeId: '77' }],
    [
      'dependencies of variables',
      'Dependency',
      { variableDepends: [{ depends: [{ nodeId: '1' }] }] },
      { variableDepends: [{ depends: [{ nodeId: '77' }] }] },
    ],
    [
      'inputs, and the outputs they name',
      'Node',
      { inputs: { nodeOutputs: [{ nodeId: '1', data: 'p.1' }] } },
      { inputs: { nodeOutputs: [{ nodeId: '77', data: 'p.77' }] } },
    ],
    [
      'groups that are spelled as older documents do',
      'Node',
      { inputs: { outputs: [{ data: 'p.1' }], variable: [{ type: 'NodeOutput', value: '1:v' }] } },
      { inputs: { outputs: [{ data: 'p.77' }], variable: [{ type: 'NodeOutput', value: '77:v' }] } },
    ],
    ['arms of joins', 'Join', { branches: [{ nodeId: '1' }] }, { branches: [{ nodeId: '77' }] }],
    [
      'variables handed on',
      'Variable',
      { type: 'NodeOutput', value: '1:v:w' },
      { type: 'NodeOutput', value: '77:v:w' },
    ],
    [
      'variables passed through',
      'Variable',
      { type: 'PassThrough', value: '1:v' },
      { type: 'PassThrough', value: '77:v' },
    ],
    [
      'the loop that a node stands in',
      'Node',
      { metadata: { a: 1, container: { type: 'Node', uuid: '1' } } },
      { metadata: { a: 1, container: { type: 'Node', uuid: '77' } } },
    ],
    [
      'the list a loop goes through',
      'Node',
      { 'for-each': { array: { type: 'NodeOutput', value: '1:v' } } },
      { 'for-each': { array: { type: 'NodeOutput', value: '77:v' } } },
    ],
  ])('%s', (_, name, old, renamed) => {
    const before = JSON.stringify(old)
    expect(rename(name, old)).toEqual(renamed)
    expect(JSON.stringify(old)).toBe(before)
  })
})

describe('what is no name of a node keeps its text, and its object', () => {
  test.each<[what: string, name: EntityName, entity: object]>([
    ['another node', 'Dependency', { nodeId: '2', depends: [{ nodeId: '11' }] }],
    ['the id of the node itself', 'Node', { id: '1', name: '1' }],
    ['code', 'Node', { script: { content: '1:v' } }],
    ['a constant', 'Variable', { type: 'Constant', value: '1:v' }],
    ['a value that names no variable', 'Variable', { type: 'NodeOutput', value: '1' }],
    ['the workflow a node stands in', 'Node', { metadata: { container: { type: 'Flow', uuid: '1' } } }],
    ['a container that is no object', 'Node', { metadata: { container: '1' } }],
    ['metadata of the service', 'Node', { metadata: { nodeId: '1', uuid: '1' } }],
    ['fields the language does not have', 'Node', { extra: { nodeId: '1' } }],
    ['the nodes inside of a node', 'Node', { combined: { nodes: [{ inputs: { nodeOutputs: [{ nodeId: '1' }] } }] } }],
    [
      'the edges inside of a node',
      'Node',
      { 'do-while': { flow: [{ nodeId: '1' }], while: { metadata: { container: { type: 'Node', uuid: '1' } } } } },
    ],
    ['a list that is none', 'Dependency', { depends: { nodeId: '1' } }],
    ['an item that is no object', 'Dependency', { depends: ['1', null] }],
  ])('%s', (_, name, entity) => {
    expect(rename(name, entity)).toBe(entity)
  })

  test('an item of a list whose neighbour changes', () => {
    const other = { nodeId: '2' }
    const { depends } = rename('Dependency', { depends: [{ nodeId: '1' }, other, { nodeId: '1' }] })
    expect(depends).toEqual([{ nodeId: '77' }, other, { nodeId: '77' }])
    expect(depends[1]).toBe(other)
  })
})
