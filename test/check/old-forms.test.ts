import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, edited } from './support/edit.ts'

test('the old word for the type of an output is a warning, for readers still take it', () => {
  const output = { data: 'finance.rates', artifactType: 'Output' }
  const found = checkSpec(edited(baseDocument, append(`${at.dwd}/outputs/nodeOutputs`, output)))
  expect(found.map(({ rule, severity, hint }) => ({ rule, severity, hint }))).toEqual([
    { rule: 'schema/enum', severity: 'warning', hint: 'Write NodeOutput.' },
  ])
})

test('a node outside the document needs no name: it is known by its output', () => {
  const nodes = [{ id: 'rates', reference: { output: 'finance.rates' } }, { id: 'other' }]
  const found = checkSpec({ kind: 'Node', version: '1.1.0', spec: { nodes } })
  const missing = found.filter(({ rule }) => rule === 'schema/missing-field')
  expect(missing.map(({ path }) => path)).toEqual(['/spec/nodes/1'])
})

// "Workflow edges: `dependencies` (reads `flow`)": the parser of the reference implementation.
test('of a workflow that says flow its dependencies are read, with a note', () => {
  const step = (name: string) => ({
    ...{ id: name, name, script: { path: `w/${name}`, runtime: { command: 'VIRTUAL' } } },
    outputs: { nodeOutputs: [{ data: `own.${name}`, artifactType: 'NodeOutput' }] },
  })
  const document = (edges: object) => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      workflows: [
        {
          ...{ name: 'w', script: { path: 'w', runtime: { command: 'WORKFLOW' } } },
          trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
          ...{ nodes: [step('a'), step('b')], ...edges },
        },
      ],
    },
  })
  const after = (nodeId: string) => [{ nodeId, depends: [{ type: 'Normal', output: 'own.a' }] }]
  const told = (edges: object) => checkSpec(document(edges)).map(({ rule, severity }) => `${severity} ${rule}`)
  expect(told({ dependencies: after('b') })).toEqual([])
  expect(told({ flow: after('b') })).toEqual(['info document/edge-field'])
  expect(told({ flow: after('b'), dependencies: [] })).toEqual(['info document/edge-field'])
  expect(told({ flow: after('b'), dependencies: after('b') })).toEqual(['warning schema/doubled-field'])
  expect(told({ flow: after('nowhere') })).toContain('error reference/unknown-node')
})
