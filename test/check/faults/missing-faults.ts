import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const parameter = `${at.ods}/script/parameters/0`

/** A shell node with one parameter, as the fifth node. */
export const shellNode = (content: string, ...names: readonly string[]): Edit =>
  both(
    append(`${at.workflow}/nodes`, {
      id: 'sh',
      name: 'sh',
      script: {
        path: 'retail/orders/sh',
        runtime: { command: 'DIDE_SHELL' },
        content,
        parameters: names.map((name) => ({
          name,
          artifactType: 'Variable',
          scope: 'NodeParameter',
          type: 'System',
          value: '$bizdate',
        })),
      },
    }),
    append(`${at.workflow}/dependencies`, { nodeId: 'sh', depends: [{ type: 'Normal', output: 'start' }] }),
  )

/** A variable that a node offers to others. */
const offered = (fields: object) => ({
  name: 'day',
  artifactType: 'Variable',
  scope: 'NodeContext',
  type: 'System',
  ...fields,
})

const inContainer = (type: string, uuid: string): Edit => set(`${at.dwd}/metadata`, { container: { type, uuid } })

/** Replaces the whole document. */
export const replaced =
  (fields: object): Edit =>
  (document) => {
    for (const key of Object.keys(document)) Reflect.deleteProperty(document, key)
    Object.assign(document, fields)
  }

/** A document of one node in version 2.0.0. */
export const oneNode = (spec: object): Edit =>
  replaced({
    kind: 'Node',
    version: '2.0.0',
    spec: { nodes: [{ id: 'a', name: 'a', script: { path: 'r/a', runtime: { command: 'VIRTUAL' } } }], ...spec },
  })

export const edges: readonly object[] = [{ nodeId: 'a', depends: [{ type: 'Normal', output: 'retail_root' }] }]

/** What a document lacks without which parts of it mean nothing. */
export const missingFaults: readonly Fault[] = [
  ['nodes in a document of a resource', set('/kind', 'Resource'), 'document/body', '/spec/workflows'],
  ['workflows in a document of a function', set('/kind', 'Function'), 'document/body', '/spec/workflows'],
  ['an empty body', set('/spec', {}), 'document/body', '/spec'],
  ['a body of a name alone', set('/spec', { name: 'orders' }), 'document/body', '/spec'],
  ['workflows in a document of a node', set('/kind', 'Node'), 'document/body', '/spec/workflows'],
  [
    'a resource in a document of a component',
    replaced({
      kind: 'Component',
      version: '2.0.0',
      spec: { fileResources: [{ name: 'a.py', type: 'python', file: { path: 'a.py' } }] },
    }),
    'document/body',
    '/spec/fileResources',
  ],
  ...[
    ['a file that is not among those of OSS', { oss: [{ id: 'file2' }] }],
    ['a file of a storage that is not read', { maven: [{ id: 'file1' }] }],
    ['a file without id', { oss: [{ path: 'file1' }] }],
    ['files that are a list', { oss: { id: 'file1' } }],
  ].map(
    ([what, files]): Fault => [
      String(what),
      replaced({
        kind: 'Resource',
        version: '1.1.0',
        spec: { files, fileResources: [{ name: 'a.jar', type: 'jar', file: '{{file1}}' }] },
      }),
      'reference/unknown-entity',
      '/spec/fileResources/0/file',
    ],
  ),
  [
    'flow and dependencies in version 2.0.0',
    oneNode({ dependencies: edges, flow: [{ nodeId: 'a', depends: [{ type: 'Normal', output: 'other.x' }] }] }),
    'document/edge-field',
    '/spec/flow',
  ],
  [
    'flow and dependencies in version 1.2.0',
    both(oneNode({ dependencies: edges, flow: edges }), set('/version', '1.2.0')),
    'document/edge-field',
    '/spec/flow',
  ],
  ['flow in version 2.0.0', oneNode({ flow: edges }), 'document/edge-field', '/spec/flow'],
  [
    'two entries for one node',
    append(`${at.workflow}/dependencies`, { nodeId: 'dwd', depends: [{ type: 'Normal', output: 'start' }] }),
    'graph/duplicate-entry',
    `${at.workflow}/dependencies/3/nodeId`,
  ],
  [
    'two entries for one node, one of them empty',
    append(`${at.workflow}/dependencies`, { nodeId: 'dwd', depends: [] }),
    'graph/duplicate-entry',
    `${at.workflow}/dependencies/3/nodeId`,
  ],
  ['a container that is not there', inContainer('Node', 'loop'), 'reference/unknown-container', `${at.dwd}/metadata`],
  [
    'a workflow that is not there as container',
    both(set(`${at.workflow}/id`, 'wf'), set('/metadata', {}), inContainer('Flow', 'fw')),
    'reference/unknown-container',
    `${at.dwd}/metadata`,
  ],
  [
    'a document about something else',
    both(set(`${at.workflow}/id`, 'wf'), set('/metadata/uuid', 'fw')),
    'reference/unknown-container',
    '/metadata',
  ],
  ['a parameter without value', remove(`${parameter}/value`), 'variable/incomplete', parameter],
  ['null as the value of a parameter', set(`${parameter}/value`, null), 'variable/incomplete', parameter],
  [
    'a constant without value',
    both(set(`${parameter}/type`, 'Constant'), remove(`${parameter}/value`)),
    'variable/incomplete',
    parameter,
  ],
  [
    'a variable that a node offers without value',
    set(`${at.ods}/outputs/variables`, [offered({})]),
    'variable/incomplete',
    `${at.ods}/outputs/variables/0`,
  ],
  ...['variables', 'variable'].map(
    (group): Fault => [
      `a constant without value among ${group}`,
      set(`${at.ods}/outputs/${group}`, [offered({ type: 'Constant', value: null })]),
      'variable/incomplete',
      `${at.ods}/outputs/${group}/0`,
    ],
  ),
  ['a variable without artifactType', remove(`${parameter}/artifactType`), 'variable/incomplete', parameter],
  [
    'a parameter that a shell reads by name',
    shellNode('echo $day', 'day'),
    'parameter/shell-name',
    `${at.workflow}/nodes/4/script/content`,
  ],
  [
    'a parameter that a shell reads by name, in braces',
    shellNode('echo "$1 ${day}"', 'one', 'day'),
    'parameter/shell-name',
    `${at.workflow}/nodes/4/script/content`,
  ],
  [
    'a parameter that a shell reads by name, with a default',
    shellNode('echo ${day:-today} $1', 'day'),
    'parameter/shell-name',
    `${at.workflow}/nodes/4/script/content`,
  ],
]
