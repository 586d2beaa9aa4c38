import type { DataWorksClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { clientOf } from './support/test-client.ts'

const create = { projectId: 1, businessName: 'b' }

// Errors of the gateway that arrive with the status of a success.
test.each([
  [
    'ServiceUnavailable',
    'the service is unavailable',
    { kind: 'unreadable-answer', ambiguous: true, retryable: false },
  ],
  ['InternalError', 'failed', { kind: 'unreadable-answer', ambiguous: true, retryable: false }],
  ['NoPermission', 'no', { kind: 'no-permission', ambiguous: false, retryable: false }],
  ['Something', 'new', { kind: 'unknown', ambiguous: false, retryable: false }],
])('an answer with code %s and status 200 is an error', async (Code, Message, expected) => {
  const { client, server } = await clientOf([{ body: { Code, Message, RequestId: 'R' } }])
  const error = await caught(client.createBusiness(create))
  expect(error).toMatchObject({ ...expected, code: Code, reason: Message, requestId: 'R', httpStatus: 200 })
  expect(server.requests).toHaveLength(1)
})

test.each(['Throttling.User', '9990020002'])('a create throttled by %s in a 200 is repeated', async (Code) => {
  const made = { body: { Success: true, BusinessId: 7 } }
  const { client, server } = await clientOf([{ body: { Code, Message: 'Throttling.User' } }, made])
  expect(await client.createBusiness(create)).toMatchObject({ businessId: '7' })
  expect(server.requests).toHaveLength(2)
})

const readers: readonly (readonly [object: string, read: (client: DataWorksClient) => Promise<{ spec: string }>])[] = [
  ['WorkflowDefinition', (client) => client.getWorkflowDefinition({ id: '1' })],
  ['Node', (client) => client.getNode({ id: '1' })],
  ['Resource', (client) => client.getResource({ id: '1' })],
  ['Function', (client) => client.getFunction({ id: '1' })],
  ['Component', (client) => client.getComponent({ componentId: '1' })],
]

// A connection that ends early, somewhere where nobody counted.
describe.each(readers)('a %s', (object, read) => {
  test.each(['', '{"kind":"CycleWorkflow","spec":{"work', 'null', '[]', '<html>', '"{}"'])(
    'whose Spec is %j is asked for again',
    async (Spec) => {
      const whole = { Id: '1', ComponentId: '1', Spec: ' {"kind":"CycleWorkflow"}\n' }
      const { client, server } = await clientOf([
        { body: { [object]: { ...whole, Spec } } },
        { body: { [object]: whole } },
      ])
      expect(await read(client)).toMatchObject({ spec: whole.Spec })
      expect(server.requests).toHaveLength(2)
    },
  )
})

test.each([{}, { Code: '200' }, { Code: 'OK' }, { Code: '' }, { Code: 'X', Success: true }, { Code: null }])(
  'an answer with %j is none',
  async (fields) => {
    const body = { ...fields, RequestId: 'R' }
    const { client } = await clientOf([{ body }])
    expect(await client.call('GetX', {}, { method: 'GET' })).toEqual(body)
  },
)
