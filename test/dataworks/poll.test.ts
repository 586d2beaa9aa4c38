import { odpsSql, virtual, workflow } from 'flowspec'
import {
  backfill,
  createClient,
  type DataWorksClient,
  deploy,
  deployFiles,
  publish,
  runOnce,
  submit,
  submitBusiness,
  type Transport,
  unpublish,
} from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated } from './support/emulated.ts'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
const projectId = 10000

/** Every function that waits for something. */
const waiting: Readonly<Record<string, (client: DataWorksClient, wait: object) => Promise<unknown>>> = {
  submit: async (client, wait) => await submit(client, orders, { projectId, wait }),
  deploy: async (client, wait) => await deploy(client, orders, { projectId, wait }),
  publish: async (client, wait) => await publish(client, { projectId, workflowIds: ['1'], wait }),
  unpublish: async (client, wait) => await unpublish(client, { projectId, workflowIds: ['1'], wait }),
  runOnce: async (client, wait) => await runOnce(client, { projectId, workflowId: '1', wait }),
  backfill: async (client, wait) => await backfill(client, { projectId, workflowId: '1', from: '2026-03-01', wait }),
  deployFiles: async (client, wait) => await deployFiles(client, { projectId: 20000, fileIds: ['1'], wait }),
}

describe.each(Object.entries(waiting))('how %s is to wait', (name, call) => {
  test.each([
    ['an interval that is none', { interval: 0 }, /^wait\.interval must be a whole number/],
    ['a time that is none', { timeout: Number.NaN }, /^wait\.timeout must be a whole number/],
    ['a setting that nothing reads', { intervall: 5 }, new RegExp(`^${name}: wait has a key "intervall"`)],
  ])('is judged before anything is sent: %s', async (_, wait, told) => {
    const { client, emulator } = await emulated()
    await expect(call(client, wait)).rejects.toThrow(told)
    expect(emulator.requests).toEqual([])
  })
})

const file = { FileId: 1, FileName: 'a', FileType: 10, CommitStatus: 1, CurrentVersion: 1 }

/** A client of the old Data Studio whose deployments take so many questions. */
function slow(questions: number): { readonly client: DataWorksClient; readonly asked: string[] } {
  const asked: string[] = []
  const answers: Readonly<Record<string, object>> = {
    GetFile: { Data: { File: file, NodeConfiguration: {} } },
    ListFileVersions: { Data: { FileVersions: [], TotalCount: 0, PageNumber: 1, PageSize: 10 } },
    DeployFile: { Data: 7 },
  }
  const transport: Transport = {
    send: async ({ action }) => {
      asked.push(action)
      const isOver = asked.filter((one) => one === 'GetDeployment').length > questions
      const body = answers[action] ?? { Data: { Deployment: { Status: isOver ? 1 : 0 } } }
      return { status: 200, headers: {}, body: JSON.stringify({ Success: true, RequestId: 'R', ...body }) }
    },
  }
  return { client: createClient({ transport, rateLimit: false }), asked }
}

describe('the deployment of files', () => {
  const of = { projectId: 20000, fileIds: ['1'] }

  test('is looked at once more at the end of the time, however long the pause would be', async () => {
    const { client, asked } = slow(1)
    await deployFiles(client, { ...of, wait: { interval: 60_000, timeout: 30 } })
    expect(asked.filter((one) => one === 'GetDeployment')).toHaveLength(2)
  })

  test('that takes too long is told', async () => {
    const { client } = slow(Number.POSITIVE_INFINITY)
    const error = await caught(deployFiles(client, { ...of, wait: { interval: 5, timeout: 20 } }))
    expect(error).toMatchObject({ kind: 'job-timeout', action: 'DeployFile', ambiguous: true, retryable: true })
  })

  test('is no longer waited for when that is aborted', async () => {
    const { client, asked } = slow(Number.POSITIVE_INFINITY)
    const abort = new AbortController()
    const waiting = deployFiles(client, { ...of, signal: abort.signal, wait: { interval: 60_000 } })
    setTimeout(() => abort.abort(), 50)
    expect(await caught(waiting)).toMatchObject({ kind: 'aborted', action: 'GetDeployment', ambiguous: true })
    expect(asked.filter((one) => one === 'GetDeployment')).toHaveLength(1)
  })

  test('whose answer was lost is looked for no longer when that is aborted', async () => {
    const { client, emulator } = await emulated()
    const { files } = await submitBusiness(client, workflow('w').cron('00 02 00 * * ?').nodes(virtual('start')), {
      projectId: 20000,
    })
    const abort = new AbortController()
    emulator.addFault({ action: 'SubmitFile', reset: true })
    const waiting = deployFiles(client, {
      projectId: 20000,
      fileIds: files.map(({ fileId }) => fileId),
      signal: abort.signal,
      wait: { interval: 60_000 },
    })
    const begin = performance.now()
    setTimeout(() => abort.abort(), 300)
    expect((await caught(waiting)).kind).toBe('aborted')
    expect(performance.now() - begin).toBeLessThan(30_000)
    expect(actions(emulator).filter((one) => one === 'SubmitFile')).toHaveLength(1)
  })
})
