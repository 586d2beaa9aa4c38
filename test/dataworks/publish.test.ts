import { odpsSql, project, virtual, workflow } from 'flowspec'
import { deploy, type PublishEvent, plan, publish, unpublish } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options, orders } from './support/emulated.ts'

const projectId = 10000
const wait = { interval: 1, maxInterval: 2, timeout: 5000 }

async function deployed(settings: Parameters<typeof emulated>[0] = {}) {
  const { client, emulator } = await emulated(settings)
  const { workflows, record } = await deploy(client, orders, { projectId, wait: options.wait })
  return { client, emulator, record, workflowIds: workflows.map(({ workflowId }) => workflowId) }
}

const newStudio = { id: '10000', identifier: 'dw_project' } as const

describe('publish', () => {
  test.each(['simple', 'standard'] as const)('executes the stages of %s mode until success', async (mode) => {
    const { client, emulator, workflowIds } = await deployed({ projects: [{ ...newStudio, mode }] })
    const events: PublishEvent[] = []
    const result = await publish(client, { projectId, workflowIds, wait, onProgress: (event) => events.push(event) })
    expect(result).toMatchObject({ status: 'Success', workflows: [{ workflowId: workflowIds[0], status: 'Success' }] })
    expect(events[0]?.code).toBe('created')
    expect(events.at(-1)).toMatchObject({ code: 'over', status: 'Success', pipelineRunId: result.pipelineRunId })
    const executed = events.flatMap(({ code, stage }) => (code === 'executing' ? [stage?.code] : []))
    const run = await client.getPipelineRun({ projectId, id: result.pipelineRunId })
    expect(executed).toEqual(run.stages.map(({ code }) => code).slice(1))
    expect(actions(emulator).filter((action) => action === 'CreatePipelineRun')).toHaveLength(1)
    // What is published is what was deployed.
    expect((await plan(client, orders, { projectId })).isEmpty).toBe(true)
  })

  test('waits for approval, and goes on with the same run when it did not come in time', async () => {
    const projects = [{ ...newStudio, mode: 'standard', approval: true }] as const
    const { client, emulator, workflowIds } = await deployed({ projects })
    const error = await caught(publish(client, { projectId, workflowIds, wait: { ...wait, timeout: 100 } }))
    expect(error).toMatchObject({ kind: 'job-timeout', code: 'PipelineTimeout', ambiguous: true })
    expect(error.hint).toContain('approve')
    const again = publish(client, {
      projectId,
      workflowIds,
      wait,
      onProgress: ({ code, stage, status, pipelineRunId }) => {
        if (code === 'stage' && stage?.code === 'PROD_APPROVAL' && status === 'Running')
          emulator.review(pipelineRunId, 'approve')
      },
    })
    expect(await again).toMatchObject({ status: 'Success' })
    expect(actions(emulator).filter((action) => action === 'CreatePipelineRun')).toHaveLength(1)
  })

  test('says why a release failed', async () => {
    const { client, emulator, workflowIds } = await deployed({ projects: [{ ...newStudio, approval: true }] })
    const onProgress = ({ code, stage, status, pipelineRunId }: PublishEvent): void => {
      if (code === 'stage' && stage?.code === 'PROD_APPROVAL' && status === 'Running')
        emulator.review(pipelineRunId, 'reject')
    }
    const error = await caught(publish(client, { projectId, workflowIds, wait, onProgress }))
    expect(error).toMatchObject({ kind: 'release-failed', code: 'Fail' })
    expect(error.reason).toContain('The release was rejected.')
  })

  test.each(['CreatePipelineRun', 'ExecPipelineRunStage'])(
    'does nothing twice when the answer of %s is lost',
    async (action) => {
      const { client, emulator, workflowIds } = await deployed({ faults: [{ action, reset: true, when: 'after' }] })
      expect(await publish(client, { projectId, workflowIds, wait })).toMatchObject({ status: 'Success' })
      expect(actions(emulator).filter((one) => one === action).length).toBe(action === 'CreatePipelineRun' ? 1 : 2)
    },
  )

  test('says why a stage could not be started', async () => {
    const fault = { action: 'ExecPipelineRunStage', status: 403, code: 'Forbidden.RAM' } as const
    const { client, workflowIds } = await deployed({ faults: [fault] })
    expect(await caught(publish(client, { projectId, workflowIds, wait }))).toMatchObject({ kind: 'no-permission' })
    expect(await publish(client, { projectId, workflowIds, wait })).toMatchObject({ status: 'Success' })
  })

  test('makes a new run for new content, and ends with the signal', async () => {
    const { client, emulator, workflowIds } = await deployed()
    await publish(client, { projectId, workflowIds, wait })
    await deploy(client, orders.cron('00 03 00 * * ?'), { projectId, wait: options.wait })
    await publish(client, { projectId, workflowIds, wait })
    expect(actions(emulator).filter((action) => action === 'CreatePipelineRun')).toHaveLength(2)
    const signal = AbortSignal.abort()
    expect(await caught(publish(client, { projectId, workflowIds, wait, signal }))).toMatchObject({ kind: 'aborted' })
    await expect(publish(client, { projectId, workflowIds: [] })).rejects.toThrow('workflowIds is empty')
  })
})

describe('publish of what may be published already', () => {
  const created = (emulator: Parameters<typeof actions>[0]) =>
    actions(emulator).filter((action) => action === 'CreatePipelineRun').length

  test('leaves it alone with two questions, and tells so', async () => {
    const { client, emulator, workflowIds } = await deployed()
    const first = await publish(client, { projectId, workflowIds, unlessPublished: workflowIds, wait })
    expect(first.workflows).toMatchObject([{ action: 'published' }])
    const before = emulator.requests.length
    const events: PublishEvent[] = []
    const onProgress = (event: PublishEvent): number => events.push(event)
    const again = await publish(client, { projectId, workflowIds, unlessPublished: workflowIds, wait, onProgress })
    expect(again).toMatchObject({ pipelineRunId: first.pipelineRunId, workflows: [{ action: 'unchanged' }] })
    expect(events).toMatchObject([{ code: 'unchanged', pipelineRunId: first.pipelineRunId, status: 'Success' }])
    expect(actions(emulator).slice(before)).toEqual(['GetWorkflowDefinition', 'ListPipelineRuns'])
  })

  test('is what is told so alone: all else is released again', async () => {
    const { client, emulator, workflowIds } = await deployed()
    await publish(client, { projectId, workflowIds, wait })
    await publish(client, { projectId, workflowIds, wait })
    expect(created(emulator)).toBe(2)
  })

  test('releases what was changed since, and what was taken offline', async () => {
    const { client, emulator, workflowIds } = await deployed()
    const again = async () => await publish(client, { projectId, workflowIds, unlessPublished: workflowIds, wait })
    await again()
    await deploy(client, orders.cron('00 03 00 * * ?'), { projectId, wait: options.wait })
    expect(await again()).toMatchObject({ workflows: [{ action: 'published' }] })
    await unpublish(client, { projectId, workflowIds, wait })
    expect(await again()).toMatchObject({ workflows: [{ action: 'published' }] })
    // A release, a change of it, one offline and one online again.
    expect(created(emulator)).toBe(4)
  })

  test('releases what somebody else released since, for what that was is not known', async () => {
    const { client, emulator, workflowIds } = await deployed()
    const again = async () => await publish(client, { projectId, workflowIds, unlessPublished: workflowIds, wait })
    await again()
    const { id } = await client.createPipelineRun({ projectId, type: 'Online', objectIds: workflowIds })
    await client.abolishPipelineRun({ projectId, id })
    await again()
    expect(created(emulator)).toBe(3)
  })
})

describe('unpublish', () => {
  test('takes a workflow offline, after which it can be deleted', async () => {
    const { client, workflowIds } = await deployed()
    await publish(client, { projectId, workflowIds, wait })
    const id = workflowIds[0] ?? ''
    await expect(client.deleteWorkflowDefinition({ projectId, id })).rejects.toThrow()
    await unpublish(client, { projectId, workflowIds, wait })
    await client.deleteWorkflowDefinition({ projectId, id })
  })

  test('is what a deploy does before it deletes a workflow that is published', async () => {
    const { client, emulator } = await emulated()
    const kept = workflow('kept').cron('00 02 00 * * ?').nodes(virtual('k'))
    const gone = workflow('gone').cron('00 02 00 * * ?').nodes(odpsSql('g').code('x'))
    const first = await deploy(client, project('dw_project').add(kept, gone), { projectId, wait: options.wait })
    const workflowIds = first.workflows.map(({ workflowId }) => workflowId)
    await publish(client, { projectId, workflowIds, wait })
    const one = project('dw_project').add(kept)
    const settings = { projectId, record: first.record }
    expect((await plan(client, one, settings)).toText()).toContain('taken offline first')
    await deploy(client, one, { ...settings, wait: options.wait, allowDelete: true })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['kept'])
  })
})
