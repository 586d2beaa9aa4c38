import { external, odpsSql, readSpec, virtual, workflow } from 'flowspec'
import { pinIds, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { emulated, options } from './support/emulated.ts'

const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
const orders = daily('orders').nodes(odpsSql('ods_orders').code('select 1'))
const reports = daily('reports')
  .nodes(virtual('start'))
  .after(orders, orders.outputOf('ods_orders'), external('dw_project_root'))
  .afterPrevious('self')
const built = { ...options, build: { project: 'dw_project' } }

/** What `reports` itself depends on, by names. */
const own = { node: 'reports', ofWorkflow: true }
const edges = [
  { ...own, type: 'Normal', upstream: 'dw_project.orders', external: true },
  { ...own, type: 'Normal', upstream: 'dw_project.ods_orders', external: true },
  { ...own, type: 'Normal', upstream: 'dw_project_root', external: true },
  { ...own, type: 'CrossCycleDependsOnSelf', upstream: 'reports', external: false },
]

describe('what a workflow itself depends on', () => {
  test('is submitted, kept under the id of the workflow, and read back where the reference writes it', async () => {
    const { client, emulator } = await emulated()
    await submit(client, orders, built)
    const { workflowId, edges: submitted, differences } = await submit(client, reports, built)
    expect(submitted).toEqual(edges)
    expect(differences.edges).toEqual({ missing: [], extra: [] })
    const kept = emulator.projects[0]?.workflows.find(({ id }) => id === workflowId)
    const depends = [
      { type: 'Normal', output: 'dw_project.orders', refTableName: 'orders' },
      { type: 'Normal', output: 'dw_project.ods_orders', refTableName: 'ods_orders' },
      { type: 'Normal', output: 'dw_project_root' },
      { type: 'CrossCycleDependsOnSelf' },
    ]
    expect(kept?.document).toMatchObject({
      spec: { flow: [{ nodeId: workflowId, depends }], workflows: [{ id: workflowId, dependencies: [] }] },
    })
    expect(await submit(client, reports, built)).toMatchObject({ created: false, workflowId })
  })

  test('is an error where the workspace does not have what it waits for', async () => {
    const { client } = await emulated()
    await expect(submit(client, reports, built)).rejects.toMatchObject({
      kind: 'incomplete',
      lost: { nodes: [], edges: edges.slice(0, 2) },
    })
    await expect(submit(client, reports, built)).rejects.toThrow("workflow 'reports' after output 'dw_project.orders'")
  })

  const at = { projectId: '10000', workflowId: '1000000000000000001' }
  const depend = { type: 'Normal', output: 'q.x' }
  const node = { id: 'n', name: 'n', outputs: { nodeOutputs: [{ data: 'n' }] } }
  const documentOf = (workflowFields: object, spec: object) => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: { workflows: [{ name: 'w', script: { path: 'w' }, nodes: [node], ...workflowFields }], ...spec },
  })

  test.each<[string, object, object]>([
    ['by id', documentOf({ id: '7' }, { flow: [{ nodeId: '7', depends: [depend] }] }), { flow: [depend] }],
    ['by name', documentOf({}, { flow: [{ nodeId: 'w', depends: [depend] }] }), { flow: [depend] }],
    ['by a reference', documentOf({ id: '7' }, { flow: [{ nodeId: '{{7}}', depends: [depend] }] }), { flow: [depend] }],
    [
      'in the spelling of 2.0.0',
      documentOf({ id: '7' }, { dependencies: [{ nodeId: '7', depends: [depend] }] }),
      { dependencies: [depend] },
    ],
    [
      'that has the name of a node',
      documentOf({ id: 'n' }, { flow: [{ nodeId: 'n', depends: [depend] }] }),
      { flow: [depend] },
    ],
  ])('gets the id of the workflow that is called %s', (_, document, entries) => {
    const fields = Object.entries(entries).map(([field, depends]) => [field, [{ nodeId: at.workflowId, depends }]])
    expect(pinIds(readSpec(document), at).document).toMatchObject({ spec: Object.fromEntries(fields) })
  })
})
