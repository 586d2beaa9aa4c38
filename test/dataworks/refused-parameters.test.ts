import { createClient, type DataWorksClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { key } from './support/key.ts'

describe('parameters that cannot be sent are refused before anything is', () => {
  const client = createClient({ endpoint: 'http://127.0.0.1:9', credentials: key })
  const businessName = 'b'

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'an unsafe number',
      () => client.listNodes({ projectId: 2 ** 53 }),
      /ListNodes: projectId must be exact, and 9007199254740992 .* write the id as text/,
    ],
    ['half a number', () => client.listNodes({ projectId: 1.5 }), /projectId must be exact/],
    [
      'a workspace by name in the place of its number',
      () => client.listNodes({ projectId: 'dw' }),
      /projectId must be the number of a workspace, not "dw"/,
    ],
    ['a workspace of 0', () => client.listNodes({ projectId: 0 }), /projectId must be the number of a workspace/],
    [
      'a workspace beyond 64 bits',
      () => client.listNodes({ projectId: 2n ** 63n }),
      /projectId must be the number of a workspace/,
    ],
    ['an unsafe id', () => client.getJobStatus({ jobId: Number('8763436097170422238') }), /jobId must be exact/],
    ['an empty id', () => client.getJobStatus({ jobId: '' }), /jobId must not be empty/],
    [
      'a page of 0',
      () => client.listNodes({ projectId: 1, pageNumber: 0 }),
      /pageNumber must be a whole number above 0/,
    ],
    [
      'half a surrogate pair',
      () => client.createBusiness({ projectId: 1, businessName: '\ud83d' }),
      /businessName holds half of a surrogate pair/,
    ],
    ['no workspace', () => client.createBusiness({ businessName }), /give projectId or projectIdentifier, exactly one/],
    [
      'two workspaces',
      () => client.createBusiness({ businessName, projectId: 1, projectIdentifier: 'dw' }),
      /exactly one/,
    ],
    ['no name', () => client.createBusiness({ projectId: 1, businessName: '' }), /businessName must not be empty/],
    ['an action with a line break', () => client.call('X\r\nEvil: 1'), /the action is not the name of an operation/],
    ['a version that is none', () => client.call('X', {}, { version: '1' }), /the version is not a date/],
    ['an unsafe number of a generic call', () => client.call('X', { Id: 2 ** 60 }), /Id must be exact/],
  ])('%s', async (_, run, message) => {
    await expect(run()).rejects.toThrow(TypeError)
    await expect(run()).rejects.toThrow(message)
  })

  test.each<[string, object, RegExp]>([
    [
      'several faults at once',
      { projectId: 2 ** 53, busines: 'b' },
      /CreateBusiness: busines is no parameter.*; projectId must be exact.*; businessName is required/,
    ],
    ['a misspelt parameter', { projectID: 1, businessName }, /projectID is no parameter; did you mean projectId\?/],
    ['an unknown use', { projectId: 1, businessName, useType: 'MANUAL' }, /useType must be "NORMAL" or "MANUAL_BIZ"/],
    ['a number for a name', { projectId: 1, businessName: 5 }, /businessName must be text, not 5/],
  ])('%s', async (_, params, message) => {
    // @ts-expect-error: for callers without types
    await expect(client.createBusiness(params)).rejects.toThrow(message)
  })

  test.each<[string, unknown]>([
    ['no document', undefined],
    ['a number for a document', 5],
  ])('%s', async (_, spec) => {
    // @ts-expect-error: for callers without types
    await expect(client.importWorkflowDefinition({ projectId: 1, spec })).rejects.toThrow(
      /spec (is required|must be a FlowSpec)/,
    )
  })

  test.each<[string, (client: DataWorksClient) => Promise<unknown>, string]>([
    // @ts-expect-error: for callers without types
    ['CreateWorkflowDefinition', (c) => c.createWorkflowDefinition({}), 'projectId is required; spec is required'],
    // @ts-expect-error: for callers without types
    ['ImportWorkflowDefinition', (c) => c.importWorkflowDefinition({}), 'projectId is required; spec is required'],
    // @ts-expect-error: for callers without types
    ['GetJobStatus', (c) => c.getJobStatus({}), 'jobId is required'],
    // @ts-expect-error: for callers without types
    ['GetWorkflowDefinition', (c) => c.getWorkflowDefinition({}), 'id is required'],
    // @ts-expect-error: for callers without types
    ['ListWorkflowDefinitions', (c) => c.listWorkflowDefinitions({}), 'projectId is required'],
    // @ts-expect-error: for callers without types
    ['ListNodes', (c) => c.listNodes({}), 'projectId is required'],
    // @ts-expect-error: for callers without types
    ['ListNodeDependencies', (c) => c.listNodeDependencies({}), 'id is required; projectId is required'],
    // @ts-expect-error: for callers without types
    ['CreateBusiness', (c) => c.createBusiness({ projectId: 1 }), 'businessName is required'],
  ])('what %s needs and was not given', async (action, call, faults) => {
    await expect(call(client)).rejects.toThrow(new TypeError(`${action}: ${faults}`))
  })
})
