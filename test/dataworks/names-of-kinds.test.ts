import { manualWorkflow, odpsSql, type ProjectPart, project, triggerWorkflow, workflow } from 'flowspec'
import { deploy, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { base, emulated, options } from './support/emulated.ts'

const projectId = 10000
const wait = options.wait

test('a workflow that is of another kind now is refused while the other has its name, before anything is sent', async () => {
  const { client } = await emulated()
  const shop = (part: ProjectPart) => project('dw_project').add(part)
  const { record } = await deploy(client, shop(base.nodes(odpsSql('a').code('1'))), { projectId, wait })
  const manual = shop(manualWorkflow(base.name).nodes(odpsSql('b').code('1')))
  await expect(plan(client, manual, { projectId, record })).rejects.toMatchObject({
    kind: 'ambiguous-name',
    message: expect.stringContaining('CycleWorkflow'),
  })
})

describe('a name that a workflow of another kind has in the workspace, which no record knows', () => {
  const byHand = manualWorkflow(base.name).nodes(odpsSql('b').code('1'))
  const others = Array.from({ length: 7 }, (_, at) => workflow(`flow_${at}` as string).cron('00 02 00 * * ?'))

  test.each<readonly [title: string, there: ProjectPart, made: readonly ProjectPart[], kind: string, name: string]>([
    ['is told by the plan of a workflow', byHand, [base.nodes(odpsSql('a').code('1'))], 'ManualWorkflow', base.name],
    [
      'is told by the plan of a workflow by hand',
      base.nodes(odpsSql('a').code('1')),
      [byHand],
      'CycleWorkflow',
      base.name,
    ],
    [
      'is told by the plan of many',
      manualWorkflow('flow_6').nodes(odpsSql('b').code('1')),
      others,
      'ManualWorkflow',
      'flow_6',
    ],
    [
      'is told where a schedule is triggered',
      triggerWorkflow('orders').nodes(odpsSql('b').code('1')),
      [base.nodes(odpsSql('a').code('1'))],
      'TriggerWorkflow',
      'orders',
    ],
  ])('%s', async (_, there, made, kind, name) => {
    const { client, emulator } = await emulated()
    await deploy(client, project('dw_project').add(there), { projectId, wait })
    const before = emulator.requests.length
    const source = project('dw_project').add(...made)
    const told = {
      kind: 'ambiguous-name',
      code: 'NameOfOtherKind',
      message: expect.stringContaining(`"${name}" is there as a ${kind} (`),
    }
    await expect(plan(client, source, { projectId })).rejects.toMatchObject(told)
    await expect(deploy(client, source, { projectId, wait })).rejects.toMatchObject(told)
    const written = emulator.requests.slice(before).filter(({ action = '' }) => !/^(?:Get|List)/.test(action))
    expect(written).toEqual([])
  })

  test('is no fault where its name only begins so, and where there is nothing to make', async () => {
    const { client } = await emulated()
    const longer = manualWorkflow('orders_by_hand').nodes(odpsSql('b').code('1'))
    await deploy(client, project('dw_project').add(longer), { projectId, wait })
    const source = base.nodes(odpsSql('a').code('1'))
    await deploy(client, source, { projectId, wait })
    expect((await plan(client, source, { projectId })).isEmpty).toBe(true)
  })
})
