import { odpsSql, virtual } from 'flowspec'
import { type DataWorksClient, deploy, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

/** Somebody else deploys while this deploy has imported its version and not yet read it back. */
function overtaken(client: DataWorksClient, other: () => Promise<unknown>): DataWorksClient {
  let isImported = false
  return {
    ...client,
    importWorkflowDefinition: async (...given) => {
      const job = await client.importWorkflowDefinition(...given)
      isImported ||= given[0].dryRun !== true
      return job
    },
    getWorkflowDefinition: async (...given) => {
      if (isImported) {
        isImported = false
        await other()
      }
      return await client.getWorkflowDefinition(...given)
    },
  }
}

const more = virtual('more')

describe('a deploy that was overtaken says that the version which stands is not its own', () => {
  test.each<[string, typeof orders, string]>([
    ['code', base.nodes(start, ods, report.code('select 3')), "/script/content of 'report'"],
    ['a node more', orders.nodes(more), "node 'more'"],
    ['a node more, with an edge', orders.nodes(more.after(start)), "node 'more'"],
    ['an edge more', base.nodes(start, ods, report.after(start)), "'report' after 'start'"],
  ])('%s', async (_, other, sign) => {
    const { client, emulator } = await emulated()
    const slow = overtaken(client, () => submit(client, other, options))
    const error = await caught(deploy(slow, orders, options))
    expect(error).toMatchObject({ kind: 'other-version', code: 'OtherVersion', retryable: false })
    expect(error.message).toContain(sign)
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })

  test('and not when it is the same version', async () => {
    const { client } = await emulated()
    const slow = overtaken(client, () => submit(client, orders, options))
    expect(await deploy(slow, orders, options)).toMatchObject({ workflows: [{ action: 'created' }] })
  })

  test('and not of nodes that it removes itself', async () => {
    const { client } = await emulated()
    await deploy(client, orders.nodes(odpsSql('old').code('x').after(start)), options)
    const result = await deploy(client, orders, { ...options, strategy: 'import', allowDelete: true })
    expect(result.workflows).toMatchObject([{ action: 'updated' }])
  })
})
