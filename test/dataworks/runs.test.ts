import { manualWorkflow, virtual } from 'flowspec'
import { backfill, deploy, publish, runOnce, statusOf } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options, orders } from './support/emulated.ts'

const projectId = 10000
const wait = { interval: 1, maxInterval: 2, timeout: 5000 }
const byHand = manualWorkflow('by_hand').nodes(virtual('m'))

async function published(source: Parameters<typeof deploy>[1] = orders) {
  const { client, emulator } = await emulated()
  const { workflows } = await deploy(client, source, { projectId, wait: options.wait })
  const workflowId = workflows[0]?.workflowId ?? ''
  await publish(client, { projectId, workflowIds: [workflowId], wait })
  return { client, emulator, workflowId }
}

async function ended(client: Parameters<typeof statusOf>[0], instanceIds: readonly string[]) {
  for (;;) {
    const found = await statusOf(client, { instanceIds })
    if (found.status !== 'Running') return found
  }
}

describe('a run of a published workflow', () => {
  test.each([
    ['scheduled', orders, 'SupplementData'],
    ['manual', byHand, 'ManualWorkflow'],
  ])('that is %s', async (_, source, type) => {
    const { client, workflowId } = await published(source)
    const { instanceIds } = await runOnce(client, { projectId, workflowId, businessDate: '2026-03-07', wait })
    expect(instanceIds).toHaveLength(1)
    const { status, instances } = await ended(client, instanceIds)
    expect(status).toBe('Success')
    expect(instances).toMatchObject([{ type, status: 'Success' }])
  })

  test('for past business dates makes one instance of each', async () => {
    const { client, workflowId } = await published()
    const days = { from: '2024-02-27', to: '2024-03-02', parallelism: 2, latestFirst: true }
    const { instanceIds, name } = await backfill(client, { projectId, workflowId, name: 'leap', wait, ...days })
    expect(name).toBe('leap')
    expect(instanceIds).toHaveLength(5)
    expect(await ended(client, instanceIds)).toMatchObject({ status: 'Success' })
  })

  test('that failed says so', async () => {
    const { client, emulator, workflowId } = await published()
    emulator.addFault({ action: 'CreateWorkflowInstances', failRuns: true })
    const { instanceIds } = await runOnce(client, { projectId, workflowId, wait })
    expect(await ended(client, instanceIds)).toMatchObject({ status: 'Failure' })
  })

  test('is not started twice when its answer is lost', async () => {
    const { client, emulator, workflowId } = await published()
    emulator.addFault({ action: 'CreateWorkflowInstances', reset: true, when: 'after' })
    const error = await caught(runOnce(client, { projectId, workflowId, name: 'once', wait }))
    expect(error).toMatchObject({ ambiguous: true })
    expect(error.hint).toContain("'once'")
    expect(actions(emulator).filter((action) => action === 'CreateWorkflowInstances')).toHaveLength(1)
  })

  test.each([
    [{ from: '2026-02-30' }, 'from must be a date'],
    [{ from: '2026-2-3' }, 'from must be a date'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'before from'],
    [{ from: '2026-03-02', parallelism: 11 }, 'parallelism'],
  ])('is refused for %j before anything is sent', async (days, told) => {
    const { client, emulator } = await emulated()
    await expect(backfill(client, { projectId, workflowId: '1', ...days })).rejects.toThrow(told)
    expect(emulator.requests).toEqual([])
  })
})

test('a workflow that is not published does not run', async () => {
  const { client } = await emulated()
  const { workflows } = await deploy(client, orders, { projectId, wait: options.wait })
  const error = await caught(runOnce(client, { projectId, workflowId: workflows[0]?.workflowId ?? '' }))
  expect(error).toMatchObject({ kind: 'not-found', code: 'NotPublished' })
  expect(error.hint).toContain('publish(client')
})
