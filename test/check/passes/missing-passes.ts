import { edges, oneNode, replaced, shellNode } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const parameter = `${at.ods}/script/parameters/0`
const inContainer = (type: string, uuid: string) => set(`${at.dwd}/metadata`, { container: { type, uuid } })

/** Adds files by their storage, and a resource that refers to one. */
const files = (groups: object, file: string) =>
  replaced({
    kind: 'Resource',
    version: '1.1.0',
    spec: { files: groups, fileResources: [{ name: 'a.jar', type: 'jar', file }] },
  })

/** What the rules about missing parts let pass. */
export const missingPasses: readonly Pass[] = [
  [
    'document/body',
    'a catalogue, whose lists are not known',
    replaced({ kind: 'DataCatalog', version: '2.0.0', spec: {} }),
  ],
  [
    'document/body',
    'a table in a document of tables',
    replaced({
      kind: 'Table',
      version: '2.0.0',
      spec: { tables: [{ artifactType: 'Table', guid: 'odps.retail.orders' }] },
    }),
  ],
  ['reference/unknown-entity', 'a file of OSS', files({ oss: [{ id: 'file1' }] }, '{{file1}}')],
  ['reference/unknown-entity', 'a file of HDFS', files({ oss: [], hdfs: [{ id: 'x' }, { id: 'file2' }] }, '{{file2}}')],
  ['reference/unknown-entity', 'a file with its group', files({ oss: [{ id: 'file1' }] }, '{{files.file1}}')],
  ['document/edge-field', 'dependencies in version 2.0.0', oneNode({ dependencies: edges })],
  [
    'document/edge-field',
    'flow beside no dependencies',
    both(oneNode({ flow: edges, dependencies: [] }), set('/version', '1.1.0')),
  ],
  ['document/edge-field', 'flow in version 1.1.0', both(oneNode({ flow: edges }), set('/version', '1.1.0'))],
  [
    'graph/duplicate-entry',
    'one entry for each node',
    append(`${at.workflow}/dependencies`, { nodeId: 'start', depends: [] }),
  ],
  ['reference/unknown-container', 'a workflow without id, which may be the container', inContainer('Flow', 'fw')],
  [
    'reference/unknown-container',
    'the workflow as container',
    both(set(`${at.workflow}/id`, 'wf'), set('/metadata/uuid', 'wf'), inContainer('Flow', 'wf')),
  ],
  [
    'reference/unknown-container',
    'a document about one of its nodes',
    both(set(`${at.workflow}/id`, 'wf'), set('/metadata/uuid', 'dwd')),
  ],
  ['variable/incomplete', 'an empty value', set(`${parameter}/value`, '')],
  [
    'variable/incomplete',
    'a scope and a type',
    both(remove(`${parameter}/artifactType`), set(`${parameter}/artifactType`, 'Variable')),
  ],
  ['parameter/shell-name', 'a parameter by its number', shellNode('echo $1', 'day')],
  ['parameter/shell-name', 'a variable that the code sets', shellNode('day=$1\necho $day', 'day')],
  ['parameter/shell-name', 'a variable of a loop', shellNode('for day in $1; do echo $day; done', 'day')],
  [
    'parameter/shell-name',
    'a variable that is read',
    shellNode('echo $1 | while read -r day; do echo $day; done', 'day'),
  ],
  ['parameter/shell-name', 'a name in single quotes', shellNode("awk '{ print $day }' $1", 'day')],
  ['parameter/shell-name', 'a longer name', shellNode('daytime=1; echo $daytime $1', 'day')],
]
