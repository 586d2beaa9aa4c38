import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createBusiness } from '../../src/dataworks/operations/business.ts'
import { getJobStatus, importWorkflowDefinition } from '../../src/dataworks/operations/import-job.ts'
import { listNodeDependencies, listNodes } from '../../src/dataworks/operations/nodes.ts'
import { type Operation, type ParameterType, wireName } from '../../src/dataworks/operations/operation.ts'
import {
  createWorkflowDefinition,
  getWorkflowDefinition,
  listWorkflowDefinitions,
} from '../../src/dataworks/operations/workflow-definitions.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

type Described = Pick<Operation<Record<never, never>, unknown>, 'action' | 'version' | 'method'> & {
  readonly parameters: object
}

const operations: readonly Described[] = [
  createBusiness,
  createWorkflowDefinition,
  getJobStatus,
  getWorkflowDefinition,
  importWorkflowDefinition,
  listNodeDependencies,
  listNodes,
  listWorkflowDefinitions,
]

/** The types that the official clients give to parameters of each type. */
const officialTypes: Readonly<Record<ParameterType, readonly string[]>> = {
  boolean: ['boolean'],
  count: ['number'],
  id: ['string', 'number'],
  spec: ['string'],
  text: ['string'],
  workspace: ['number'],
}

interface OfficialParameter {
  readonly name: string
  readonly in: string
  readonly type: string
  readonly required?: boolean
}

// What the official clients of both versions send, in the folder of references.
describe.skipIf(sharedFolder === undefined)('an operation is called as the official clients call it', () => {
  const official: Readonly<Record<string, { method: string; params: readonly OfficialParameter[] }>> =
    sharedFolder === undefined ? {} : JSON.parse(readFileSync(sharedFile('reference/openapi-operations.json'), 'utf8'))

  test.each(operations.map((operation) => [operation.action, operation] as const))('%s', (action, operation) => {
    const expected = official[`${operation.version}/${action}`]
    expect(expected?.method).toBe(operation.method)
    const parameters = Object.entries(operation.parameters)
    const byName = new Map(expected?.params.map((parameter) => [parameter.name, parameter]))
    expect(parameters.map(([name]) => wireName(name)).sort()).toEqual([...byName.keys()].sort())
    for (const [name, parameter] of parameters) {
      const isRequired = typeof parameter === 'object'
      const type: ParameterType = isRequired ? parameter.required : parameter
      const described = byName.get(wireName(name))
      expect(described).toMatchObject({ in: operation.method === 'GET' ? 'query' : 'body' })
      expect([name, described?.required ?? false]).toEqual([name, isRequired])
      expect(officialTypes[type]).toContain(described?.type)
    }
  })
})
