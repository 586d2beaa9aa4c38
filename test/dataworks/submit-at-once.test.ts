import { odpsSql, virtual } from 'flowspec'
import { createClient, type DataWorksClient, isDataWorksError, submit } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { caught } from './support/caught.ts'
import { base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

/** Somebody else submits another version while this one has imported its own and not yet read it back. */
function overtaken(client: DataWorksClient, other: () => Promise<unknown>): DataWorksClient {
  let isFirst = true
  return {
    ...client,
    getWorkflowDefinition: async (...given) => {
      if (isFirst) {
        isFirst = false
        await other()
      }
      return await client.getWorkflowDefinition(...given)
    },
  }
}

const otherReport = odpsSql('report').code('select 3').after(ods, 'start')
const more = virtual('more')

// Two versions of one workflow, of which the second is there in the end.
const versions: readonly (readonly [string, typeof orders, string])[] = [
  ['code', base.nodes(start, ods, report.code('select 3')), "/script/content of 'report'"],
  ['a comment in code', base.nodes(start, ods, report.code('select 2 -- checked')), "/script/content of 'report'"],
  ['the schedule', orders.cron('00 30 05 * * ?'), "/trigger/cron of 'orders'"],
  ['how it is rerun', orders.strategy({ rerunTimes: 1, rerunMode: 'Denied' }), "/strategy/rerunMode of 'orders'"],
  ['a node more', orders.nodes(more), "node 'more'"],
  ['a node more, with an edge', orders.nodes(more.after(start)), "node 'more'"],
  ['an edge more', base.nodes(start, ods, report.after(start)), "'report' after 'start'"],
  ['code and an edge', base.nodes(start, ods, otherReport), "/script/content of 'report'"],
]

describe('a submission that was overtaken says that the version which stands is not its own', () => {
  test.each(versions)('%s', async (_, other, sign) => {
    const { client, emulator } = await emulated()
    const first = orders.strategy({ rerunTimes: 3, rerunMode: 'Allowed' })
    let second: unknown
    const slow = overtaken(client, async () => {
      second = await submit(client, other, options)
    })
    const error = await caught(submit(slow, first, options))
    expect(error).toMatchObject({ kind: 'other-version', code: 'OtherVersion', retryable: false })
    expect(error.message).toContain(sign)
    expect(second).toMatchObject({ edges: expect.any(Array) })
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })

  test('and not when it is the same version', async () => {
    const { client } = await emulated()
    const slow = overtaken(client, () => submit(client, orders, options))
    expect(await submit(slow, orders, options)).toMatchObject({ edges: expect.any(Array) })
  })
})

test('nodes and edges that were there before and that an import leaves are nobody else’s', async () => {
  const { client } = await emulated()
  const { nodes } = await submit(client, orders.nodes(more.after(start)), options)
  const id = nodes.find(({ name }) => name === 'more')?.id
  const keeping: DataWorksClient = {
    ...client,
    importWorkflowDefinition: async ({ spec, ...given }, call) => {
      const document = JSON.parse(JSON.stringify(spec))
      const [flow] = document.spec.workflows
      flow.nodes.push({ id, name: 'more', script: { path: 'orders/more', runtime: { command: 'VIRTUAL' } } })
      return await client.importWorkflowDefinition({ ...given, spec: document }, call)
    },
  }
  const allowed = { ...options, allowDelete: true }
  expect(await submit(keeping, orders, allowed)).toMatchObject({ created: false, removed: [] })
})

test('of two versions submitted at once, whichever is told last of success is the one that stands', async () => {
  const outcomes = new Map<string, number>()
  for (let seed = 0; seed < 24; seed++) {
    const emulator = await startEmulator()
    onTestFinished(() => emulator.stop())
    const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
    const settled: string[] = []
    const run = async (code: string, wait: number) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      try {
        await submit(client, base.nodes(start, odpsSql('ods').code(code).after(start)), options)
        settled.push(code)
      } catch (error) {
        if (!isDataWorksError(error) || error.kind !== 'other-version') throw error
      }
    }
    await Promise.all([run('select 1', seed % 5), run('select 2', (seed * 3) % 7)])
    const { nodes = [] } = emulator.projects[0]?.workflows[0] ?? {}
    const id = nodes.find(({ name }) => name === 'ods')?.id ?? ''
    const workflowId = emulator.projects[0]?.workflows[0]?.id ?? ''
    const { spec } = await client.getWorkflowDefinition({
      id: workflowId,
      projectId: 10000,
      includeScriptContent: true,
    })
    expect(nodes).toHaveLength(2)
    expect(id).not.toBe('')
    expect(spec).toContain(settled.at(-1) ?? 'nobody won')
    const told = `${settled.length} of 2 told of success`
    outcomes.set(told, (outcomes.get(told) ?? 0) + 1)
  }
  process.stdout.write(`two submissions at once: ${[...outcomes].map((one) => one.join(', times ')).join('; ')}\n`)
})
