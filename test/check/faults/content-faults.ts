import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { beside, doWhileNode, inside, loopNode, withCode } from '../support/loop-nodes.ts'
import { assigning, coded } from './code-faults.ts'
import { replaced } from './missing-faults.ts'

const nodes = `${at.workflow}/nodes`
const added = `${nodes}/4`
const content = `${at.dwd}/script/content`

/** A node with a structure behind `start`, as the fifth node. */
export const structured = (command: string, structure: object = {}): Edit =>
  both(
    append(nodes, {
      id: 'held',
      name: 'held',
      script: { path: 'retail/orders/held', runtime: { command } },
      ...structuredClone(structure),
    }),
    append(`${at.workflow}/dependencies`, { nodeId: 'held', depends: [{ type: 'Normal', output: 'start' }] }),
  )

/** A document of one entity. */
export const alone = (kind: string, list: string, entity: object, version = '2.0.0'): Edit =>
  replaced({ kind, version, spec: { [list]: [entity] } })

const withoutContent = (command: string): Edit => both(coded(command, ''), remove(content))

/** Source: script.content is what nodes of these types run. */
const empty: readonly (readonly [command: string, code: string])[] = [
  ['ODPS_SQL', ''],
  ['ODPS_SQL', ' \n\t'],
  ['DIDE_SHELL', ''],
  ['PYODPS3', ''],
  ['PYTHON', '\n'],
  ['HOLOGRES_SQL', ''],
  ['EMR_HIVE', ''],
  ['MYSQL', ''],
  ['DI', ''],
]

/** Source: comments are what a program does not run. */
const commented: readonly (readonly [command: string, code: string])[] = [
  ['ODPS_SQL', '-- later'],
  ['ODPS_SQL', '-- one\n/* two\n */ -- three\n'],
  ['ODPS_SQL', '-- later\n;\n'],
  ['HOLOGRES_SQL', '/* later */'],
  ['EMR_SPARK_SQL', '--@exclude_input=t'],
  ['DIDE_SHELL', '# later'],
  ['DIDE_SHELL', '#!/bin/bash\n# ./load.sh\n'],
  ['PYODPS3', '# print(1)'],
  ['PYTHON', '# -*- coding: utf-8 -*-\n\n# print(1)'],
]

const component = (script: object): object => ({
  name: 'clean',
  script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, ...script },
})
const job = (script: object): object => ({
  name: 'copy',
  script: { path: 'jobs/copy', runtime: { command: 'DATA_INTEGRATION_JOB' }, ...script },
})
const emptyScripts = [{}, { content: '' }, { content: ' \n' }, { content: null }]

/** Source: a component is its SQL, and a job the JSON text of its steps; each stands in `script.content` alone. */
const entities: readonly Fault[] = [
  ...emptyScripts.map(
    (script): Fault => [
      `a component of ${JSON.stringify(script)}`,
      alone('Component', 'components', component(script)),
      'document/missing-content',
      '/spec/components/0',
    ],
  ),
  [
    'a component of a comment',
    alone('Component', 'components', component({ content: '-- later' })),
    'document/missing-content',
    '/spec/components/0',
  ],
  ...emptyScripts.map(
    (script): Fault => [
      `a job of ${JSON.stringify(script)}`,
      alone('DataIntegrationJob', 'dataIntegrationJobs', job(script)),
      'document/missing-content',
      '/spec/dataIntegrationJobs/0',
    ],
  ),
]

const task = (...categories: readonly string[]): string =>
  JSON.stringify({ type: 'job', version: '2.0', steps: categories.map((category) => ({ category })) })

/** Source: the steps of a task are a reader and a writer. */
const tasks: readonly (readonly [what: string, code: string])[] = [
  ['a task without steps', task()],
  ['a task without a reader', task('writer')],
  ['a task without a writer', task('reader')],
  ['a task of two readers', task('reader', 'reader')],
  ['a task of other steps', task('processor', 'Reader')],
]

const ends = (own: string): readonly object[] =>
  ['START', 'END'].map((end) => inside(`loop_${end.toLowerCase()}`, `${own}_${end}`))

/** Source: the official schema wants one node at least, and of a sub-process an id, an output or nodes. */
const bodies: readonly (readonly [what: string, edit: Edit, path: string])[] = [
  ['a for-each loop of its ends', loopNode({ nodes: ends('CONTROLLER_TRAVERSE') }), `${added}/for-each`],
  ['a for-each loop of no nodes', loopNode({ nodes: [] }), `${added}/for-each`],
  ['a do-while loop of no nodes', doWhileNode({ nodes: [] }), `${added}/do-while`],
  [
    'a do-while loop of its condition',
    doWhileNode({ nodes: [], while: inside('last', 'CONTROLLER_CYCLE_END') }),
    `${added}/do-while`,
  ],
  [
    'a loop whose ends stand beside it',
    both(loopNode({ nodes: [] }), append(nodes, beside('last', 'CONTROLLER_TRAVERSE_END'))),
    `${added}/for-each`,
  ],
  ['a combined node of no nodes', structured('COMBINED_NODE', { combined: { nodes: [] } }), `${added}/combined`],
  ['a combined node of nothing', structured('COMBINED_NODE', { combined: {} }), `${added}/combined`],
  ['a combined node without structure', structured('COMBINED_NODE'), added],
  ['a PAI flow without structure', structured('PAI_FLOW'), added],
  ['a PAI flow whose structure is null', structured('PAI_FLOW', { paiflow: null }), added],
  ['a PAI flow of no nodes', structured('PAI_FLOW', { paiflow: { nodes: [] } }), `${added}/paiflow`],
  ['a PAI flow of nothing', structured('PAI_FLOW', { paiflow: {} }), `${added}/paiflow`],
  ['a sub-process of nothing', structured('SUB_PROCESS', { subflow: {} }), `${added}/subflow`],
  ['a sub-process of an empty id', structured('SUB_PROCESS', { subflow: { id: '' } }), `${added}/subflow`],
  ['a sub-process of no nodes', structured('SUB_PROCESS', { subflow: { nodes: [] } }), `${added}/subflow`],
  [
    'a sub-process with content in the place of its structure',
    both(structured('SUB_PROCESS'), set(`${added}/script/content`, '{"id":"1"}')),
    added,
  ],
  [
    'a loop whose command is a number',
    both(loopNode({ nodes: [] }), set(`${added}/script/runtime`, { commandTypeId: 1106 })),
    `${added}/for-each`,
  ],
  [
    'a do-while loop of its end alone',
    doWhileNode({ nodes: [], while: withCode('end', 'print(True)') }),
    `${added}/do-while`,
  ],
  ['a sub-process without structure', structured('SUB_PROCESS'), added],
]

const named = { name: 'f', script: { path: 'f', runtime: { command: 'ODPS_FUNCTION' } }, type: 'other' }
const file = { name: 'a.jar', script: { path: 'a.jar', runtime: { command: 'ODPS_JAR' } }, type: 'jar' }

const functions: readonly (readonly [what: string, fields: object])[] = [
  ['a function without class', {}],
  ['a function with an empty class', { className: '' }],
  ['a function whose class is null', { className: null }],
  ['a function of resources alone', { fileResources: [{ name: 'a.jar' }] }],
  ['a function of a language alone', { resourceType: 'embedded', embeddedCodeType: 'python3' }],
]

/** Contents that nodes, structures and entities lack. */
export const contentFaults: readonly Fault[] = [
  ...empty.map(
    ([command, code]): Fault => [
      `${JSON.stringify(code)} as code of ${command}`,
      coded(command, code),
      'code/missing',
      content,
    ],
  ),
  ...commented.map(
    ([command, code]): Fault => [`${code} alone in ${command}`, coded(command, code), 'code/missing', content],
  ),
  ['a comment alone in an assignment in odps', assigning('odps', '-- later'), 'code/missing', content],
  ['a comment alone in an assignment in shell', assigning('shell', '# later'), 'code/missing', content],
  ...entities,
  ...['ODPS_SQL', 'DIDE_SHELL', 'PYODPS3', 'EMR_SPARK_SQL', 'DI', 'CONTROLLER_ASSIGNMENT'].map(
    (command): Fault => [`no code of ${command}`, withoutContent(command), 'code/missing', `${at.dwd}/script`],
  ),
  [
    'no code of a node in a document of its own',
    alone('Node', 'nodes', { id: 'a', name: 'a', script: { path: 'a', runtime: { command: 'ODPS_SQL' } } }),
    'code/missing',
    '/spec/nodes/0/script',
  ],
  ...tasks.map(([what, code]): Fault => [what, coded('DI', code), 'code/task-steps', content]),
  [
    'a branch of no arms',
    both(branchNode, set(`${added}/branch/branches`, [])),
    'control/missing-arms',
    `${added}/branch`,
  ],
  ['a branch without a list', both(branchNode, set(`${added}/branch`, {})), 'control/missing-arms', `${added}/branch`],
  [
    'a branch whose list is null',
    both(branchNode, set(`${added}/branch/branches`, null)),
    'control/missing-arms',
    `${added}/branch`,
  ],
  [
    'a join of no arms',
    both(branchNode, joinNode, set(`${nodes}/5/join/branches`, []), remove(`${nodes}/5/join/logic`)),
    'control/missing-arms',
    `${nodes}/5/join`,
  ],
  [
    'a join without a list',
    both(branchNode, joinNode, set(`${nodes}/5/join`, {})),
    'control/missing-arms',
    `${nodes}/5/join`,
  ],
  ...bodies.map(([what, edit, path]): Fault => [what, edit, 'control/empty-body', path]),
  ...functions.map(
    ([what, fields]): Fault => [
      what,
      alone('Function', 'functions', { ...named, ...fields }),
      'document/missing-content',
      '/spec/functions/0',
    ],
  ),
  ...[{}, { file: null }, { file: '' }]
    .slice(0, 2)
    .map(
      (fields): Fault => [
        `a resource with ${JSON.stringify(fields)}`,
        alone('Resource', 'fileResources', { ...file, ...fields }),
        'document/missing-content',
        '/spec/fileResources/0',
      ],
    ),
  ...[[], undefined].map(
    (list): Fault => [
      `a workflow whose nodes are ${JSON.stringify(list)}`,
      both(set(nodes, list), set(`${at.workflow}/dependencies`, [])),
      'graph/empty-workflow',
      at.workflow,
    ],
  ),
]
