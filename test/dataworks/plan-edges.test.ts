import { branch, odpsSql, readSpec, shell, workflow } from 'flowspec'
import { deploy, type PlanChange, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { base, emulated, options } from './support/emulated.ts'

const projectId = 10000
const { wait } = options

/** The changes of edges, in short. */
const ofEdges = (changes: readonly PlanChange[]): string[] =>
  changes.flatMap(({ action, kind, name }) => (kind === 'edge' && action !== 'unchanged' ? [`${action} ${name}`] : []))

describe('edges to the arms of a branch', () => {
  const route = branch('route').arm('big', 'True').arm('small', 'False')
  const flow = (arm: 'big' | 'small') => base.nodes(route, shell('pack').code('x').after(route.case(arm)))

  test('are told by their arms, and one to another arm is another edge', async () => {
    const { client } = await emulated()
    const planned = await plan(client, flow('big'), { projectId })
    expect(ofEdges(planned.changes)).toContain('create pack after arm big of route')
    await deploy(client, flow('big'), { projectId, wait })
    const again = await plan(client, flow('big'), { projectId })
    expect(again.isEmpty).toBe(true)
    const other = await plan(client, flow('small'), { projectId })
    expect(ofEdges(other.changes).toSorted()).toEqual([
      'create pack after arm small of route',
      'delete pack after arm big of route',
    ])
    await deploy(client, flow('small'), { projectId, wait })
    expect((await plan(client, flow('small'), { projectId })).isEmpty).toBe(true)
  })
})

describe('inputs of a node', () => {
  const document = (output: string) => {
    const inputs = { nodeOutputs: [{ data: output, artifactType: 'NodeOutput' }] }
    return readSpec(workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('1').extra({ inputs })).build())
  }

  test('are edges in the list of a first deploy, and in what changed since', async () => {
    const { client } = await emulated({
      projects: [{ id: '10000', identifier: 'dw_project', outputs: ['shop.a', 'shop.b'] }],
    })
    const first = await plan(client, document('shop.a'), { projectId })
    expect(ofEdges(first.changes)).toEqual(['create ods after output shop.a'])
    await deploy(client, document('shop.a'), { projectId, wait })
    const planned = await plan(client, document('shop.b'), { projectId })
    expect(ofEdges(planned.changes)).toEqual(['create ods after output shop.b', 'delete ods after output shop.a'])
  })
})
