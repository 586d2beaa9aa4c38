import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { replaced } from './faults/missing-faults.ts'
import { at, baseDocument } from './support/base-document.ts'
import { both, edited, remove } from './support/edit.ts'

/** The diagnostics about paths that are missing: whether they are notes, and where they stand. */
function told(document: object): readonly string[] {
  const found = checkSpec(document).filter(({ rule }) => rule === 'node/missing-path')
  return found.map(({ severity, path }) => `${severity} ${path}`)
}

const inWorkflow = [at.start, at.ods, at.dwd, at.report].map((node) => remove(`${node}/script/path`))

// Source: documents that leave paths out of all nodes of a container, where the service ignores them.
test('where no node of a workflow has a path, that is one note', () => {
  expect(told(edited(baseDocument, both(...inWorkflow)))).toEqual([`info ${at.start}/script`])
})

test('where one of them has a path, that of each other is told', () => {
  const [, ...others] = inWorkflow
  expect(told(edited(baseDocument, both(...others)))).toEqual(
    [at.ods, at.dwd, at.report].map((node) => `warning ${node}/script`),
  )
})

// Source: for a node that is made without a container its path alone says where it is to stand.
test('of nodes outside of workflows it is told of each', () => {
  const node = (name: string) => ({ name, script: { runtime: { command: 'VIRTUAL' } } })
  const nodes = replaced({ kind: 'Node', version: '2.0.0', spec: { nodes: [node('a'), node('b')] } })
  expect(told(edited(baseDocument, nodes))).toEqual(['warning /spec/nodes/0/script', 'warning /spec/nodes/1/script'])
})
