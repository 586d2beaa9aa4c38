import { isFlowSpecError, manualWorkflow, virtual, workflow } from 'flowspec'
import { type SubmitProgress, type SubmitSource, submit } from 'flowspec/dataworks'
import type { Fault } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, edges, emulated, options, orders } from './support/emulated.ts'

describe('nothing is sent', () => {
  const oneFault = base.nodeList([virtual('a').after('missing')])
  const document = orders.build()
  const workflows = document.spec.workflows ?? []

  test.each<[string, SubmitSource, string]>([
    ['a builder with errors', oneFault, 'reference/unknown-node'],
    ['a document with errors', { ...document, version: 'x' }, 'schema/'],
    ['two workflows', { ...document, spec: { workflows: [...workflows, ...workflows] } }, 'document/one-workflow'],
    ['no workflow', { ...document, spec: { name: 'x' } }, 'document/one-workflow'],
    [
      'nodes beside the workflow',
      {
        ...document,
        spec: { ...document.spec, nodes: [{ name: 'x', script: { path: 'x', runtime: { command: 'VIRTUAL' } } }] },
      },
      'document/one-workflow',
    ],
  ])('of %s', async (_, source, rule) => {
    const { client, emulator } = await emulated()
    const error: unknown = await submit(client, source, options).catch((thrown: unknown) => thrown)
    expect(isFlowSpecError(error) ? error.diagnostics.map((diagnostic) => diagnostic.rule) : error).toContainEqual(
      expect.stringContaining(rule),
    )
    expect(emulator.requests).toEqual([])
  })
})

describe('what the service refuses', () => {
  test('is an error of the job, with the node it is about', async () => {
    const { client } = await emulated()
    await submit(client, workflow('first').cron('00 02 00 * * ?').nodes(virtual('other'), virtual('ods')), options)
    const error = await caught(submit(client, orders, options))
    expect(error).toMatchObject({ kind: 'job-failed', place: '$.spec.workflows[0].nodes[1].name' })
    expect(error.hint).toBe("This is node 'ods'.")
    expect(error.message).toContain('already exists')
  })

  test('is told when a workflow of another kind has the name, and that one stays as it is', async () => {
    const { client, emulator } = await emulated()
    await submit(client, manualWorkflow('orders').nodes(virtual('by_hand')), options)
    expect((await caught(submit(client, orders, options))).message).toContain('already exists')
    expect(emulator.projects[0]?.workflows).toMatchObject([{ kind: 'ManualWorkflow', nodes: [{ name: 'by_hand' }] }])
  })

  test('is told before anything is imported when the workspace is a legacy one', async () => {
    const { client, emulator } = await emulated()
    expect(await caught(submit(client, orders, { ...options, projectId: 20000 }))).toMatchObject({
      kind: 'invalid-parameter',
    })
    expect(actions(emulator)).toEqual(['ListWorkflowDefinitions'])
  })

  test('and fails only in passing is tried again', async () => {
    const faults = [
      { action: 'ListWorkflowDefinitions', status: 429, code: 'Throttling.User' },
      { action: 'ImportWorkflowDefinition', reset: true, when: 'after' },
      { action: 'GetJobStatus', body: '<html>', status: 502 },
      { action: 'GetWorkflowDefinition', status: 503, code: 'ServiceUnavailable' },
    ] as const
    const { client, emulator } = await emulated({ faults })
    expect(await submit(client, orders, options)).toMatchObject({ edges })
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })
})

describe('after the import was started', () => {
  const forever = { times: Number.POSITIVE_INFINITY }

  test.each<[string, Fault]>([
    ['GetJobStatus', { action: 'GetJobStatus', status: 403, code: 'NoPermission', ...forever }],
    ['GetJobStatus', { action: 'GetJobStatus', status: 502, body: '', ...forever }],
    ['GetWorkflowDefinition', { action: 'GetWorkflowDefinition', status: 403, code: 'NoPermission', ...forever }],
    ['GetWorkflowDefinition', { action: 'GetWorkflowDefinition', reset: true, ...forever }],
    [
      'GetWorkflowDefinition',
      { action: 'GetWorkflowDefinition', body: '{"WorkflowDefinition":{"Id":"1"}}', ...forever },
    ],
  ])('a failure of %s is ambiguous and says what to do', async (action, fault) => {
    const { client, emulator } = await emulated({ faults: [fault] })
    const error = await caught(submit(client, orders, options))
    expect(error).toMatchObject({ action, ambiguous: true })
    expect(error.hint).toContain('submitting again updates it')
    expect(emulator.jobs).toHaveLength(1)
  })

  test('a failure to import again is ambiguous', async () => {
    const { client, emulator } = await emulated({ faults: [{ action: 'ImportWorkflowDefinition', loseEdges: true }] })
    const onProgress = ({ step }: SubmitProgress) => {
      if (step !== 'compared') return
      emulator.addFault({ action: 'ImportWorkflowDefinition', status: 403, code: 'NoPermission' })
    }
    const error = await caught(submit(client, orders, { ...options, onProgress }))
    expect(error).toMatchObject({ action: 'ImportWorkflowDefinition', kind: 'no-permission', ambiguous: true })
  })

  test.each(['importing', 'job'])('an abort when it is at %j is ambiguous', async (at) => {
    const { client } = await emulated()
    const abort = new AbortController()
    const reason = new Error('enough')
    const onProgress = ({ step }: SubmitProgress) => {
      if (step === at) abort.abort(reason)
    }
    const error = await caught(submit(client, orders, { ...options, signal: abort.signal, onProgress }))
    expect(error).toMatchObject({ kind: 'aborted', ambiguous: true, cause: reason })
  })

  test('a failure of the import itself is what it was', async () => {
    const { client } = await emulated({
      faults: [{ action: 'ImportWorkflowDefinition', status: 403, code: 'NoPermission', ...forever }],
    })
    expect(await caught(submit(client, orders, options))).toMatchObject({ kind: 'no-permission', ambiguous: false })
  })
})

test('an abort ends it', async () => {
  const { client, emulator } = await emulated()
  const abort = new AbortController()
  const onProgress = ({ step }: SubmitProgress) => {
    if (step === 'looked-up') abort.abort(new Error('enough'))
  }
  const error = await caught(submit(client, orders, { ...options, signal: abort.signal, onProgress }))
  expect(error).toMatchObject({ kind: 'aborted', action: 'ImportWorkflowDefinition' })
  expect(emulator.projects[0]?.workflows).toEqual([])
})
