import { coded } from '../faults/code-faults.ts'
import { alone, structured } from '../faults/content-faults.ts'
import { at } from '../support/base-document.ts'
import { branchNode } from '../support/control-nodes.ts'
import { append, both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { beside, doWhileNode, inside, loopNode } from '../support/loop-nodes.ts'

const named = { name: 'f', script: { path: 'f', runtime: { command: 'ODPS_FUNCTION' } }, type: 'other' }
const steps = '[{"category":"reader"},{"category":"processor"},{"category":"writer"}]'

/** A loop whose nodes are documents of their own. */
const emptyLoop = {
  id: 'each',
  name: 'each',
  script: {
    path: 'each',
    runtime: { command: 'CONTROLLER_TRAVERSE' },
    parameters: [
      { artifactType: 'Variable', name: 'loopDataArray', scope: 'NodeParameter', type: 'Constant', value: 'a,b' },
    ],
  },
  'for-each': { nodes: [] },
}

/** What the rules about missing content let pass. */
export const contentPasses: readonly Pass[] = [
  ['code/missing', 'a virtual node', coded('VIRTUAL', '')],
  ['code/missing', 'a node type of settings', coded('DATA_PUSH', '')],
  ['code/missing', 'a comment before a statement', coded('ODPS_SQL', '-- now\nselect 1')],
  ['code/missing', 'a comment in a text', coded('HOLOGRES_SQL', "'-- later'")],
  ['code/missing', 'a comment before a command', coded('DIDE_SHELL', '#!/bin/bash\n./load.sh')],
  ['code/missing', 'a text that explains', coded('PYODPS3', "'''later'''")],
  ['code/missing', 'a comment in a language that nobody knows', coded('DATA_PUSH', '-- later')],
  [
    'control/empty-body',
    'a PAI flow of one node',
    structured('PAI_FLOW', { paiflow: { nodes: [inside('a', 'PAI_FLOW_TF_READ_FILE_DATA')] } }),
  ],
  [
    'control/empty-body',
    'a PAI flow that its content describes',
    both(structured('PAI_FLOW'), set(`${at.workflow}/nodes/4/script/content`, '{"appId":"1"}')),
  ],
  [
    'document/missing-content',
    'a component of SQL',
    alone('Component', 'components', {
      name: 'clean',
      script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, content: 'select 1' },
    }),
  ],
  [
    'document/missing-content',
    'a job of steps',
    alone('DataIntegrationJob', 'dataIntegrationJobs', {
      name: 'copy',
      script: { path: 'jobs/copy', runtime: { command: 'DATA_INTEGRATION_JOB' }, content: '{"type":"job"}' },
    }),
  ],
  [
    'code/task-steps',
    'a task of a reader and a writer',
    coded('DI', `{"type":"job","version":"2.0","steps":${steps}}`),
  ],
  ['control/missing-arms', 'a branch of arms', branchNode],
  ['control/empty-body', 'a loop of one node', loopNode({ nodes: [inside('a')] })],
  [
    'control/empty-body',
    'a loop whose body stands beside it',
    both(loopNode({ nodes: [] }), append(`${at.workflow}/nodes`, beside('a'))),
  ],
  ['control/empty-body', 'a do-while loop of one node', doWhileNode({ nodes: [inside('a')] })],
  [
    'control/empty-body',
    'a sub-process of a workflow elsewhere',
    structured('SUB_PROCESS', { subflow: { output: 'retail.clean' } }),
  ],
  [
    'control/empty-body',
    'a sub-process of an id',
    structured('SUB_PROCESS', { subflow: { id: '7635763838174670471' } }),
  ],
  [
    'control/empty-body',
    'a combined node of nodes',
    structured('COMBINED_NODE', { combined: { nodes: [inside('a')] } }),
  ],
  ...(
    [
      ['Node', '1.1.0'],
      ['ManualNode', '1.1.0'],
      ['Node', '2.0.0'],
    ] as const
  ).map(
    ([kind, version]): Pass => [
      'control/empty-body',
      `a loop without nodes in a document of kind ${kind} and version ${version}`,
      alone(kind, 'nodes', emptyLoop, version),
    ],
  ),
  [
    'control/empty-body',
    'a loop without nodes in a workflow of version 2.0.0',
    both(loopNode({ nodes: [] }), set('/version', '2.0.0')),
  ],
  ['document/missing-content', 'a class', alone('Function', 'functions', { ...named, className: 'com.example.F' })],
  [
    'document/missing-content',
    'embedded code',
    alone('Function', 'functions', { ...named, embeddedCodeType: 'python3', embeddedCode: 'class F: pass' }),
  ],
  [
    'document/missing-content',
    'content that stands for the function',
    alone('Function', 'functions', { ...named, script: { ...named.script, content: '{"className":"com.example.F"}' } }),
  ],
  ['graph/empty-workflow', 'a workflow of one node', set('/metadata', {})],
]
