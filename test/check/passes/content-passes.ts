import { coded } from '../faults/code-faults.ts'
import { alone, structured } from '../faults/content-faults.ts'
import { at } from '../support/base-document.ts'
import { branchNode } from '../support/control-nodes.ts'
import { append, both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { beside, doWhileNode, inside, loopNode } from '../support/loop-nodes.ts'

const named = { name: 'f', script: { path: 'f', runtime: { command: 'ODPS_FUNCTION' } }, type: 'other' }
const steps = '[{"category":"reader"},{"category":"processor"},{"category":"writer"}]'

/** What the rules about missing content let pass. */
export const contentPasses: readonly Pass[] = [
  ['code/missing', 'a virtual node', coded('VIRTUAL', '')],
  ['code/missing', 'a node type of settings', coded('DATA_PUSH', '')],
  ['code/missing', 'a comment alone', coded('ODPS_SQL', '-- later')],
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
