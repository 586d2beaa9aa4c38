import { virtual, workflow } from 'flowspec'
import { plan, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, ods, options, orders, report, start } from './support/emulated.ts'

const { projectId } = options
const renamed = workflow('sales').cron('00 02 00 * * ?').nodes(start, ods, report)

describe('a workflow that is there under another name', () => {
  test('is refused, since its nodes would otherwise be those of two', async () => {
    const { client, emulator } = await emulated()
    await submit(client, orders, options)
    const state = structuredClone(emulator.projects)
    const error = await caught(submit(client, renamed, options))
    expect(error).toMatchObject({ kind: 'refused', code: 'NeedsFlag', ambiguous: false })
    expect(error.reason).toContain("workflow 'orders' (")
    expect(error.reason).toContain("renames it to 'sales'")
    expect(error.hint).toContain('adopt: true')
    expect(emulator.projects).toEqual(state)
  })

  test('is renamed where that is allowed, and keeps the ids of workflow and nodes', async () => {
    const { client, emulator } = await emulated()
    const before = await submit(client, orders, options)
    const after = await submit(client, renamed, { ...options, adopt: true })
    expect(after).toMatchObject({ workflowId: before.workflowId, created: false, removed: [], nodes: before.nodes })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['sales'])
    expect((await plan(client, renamed, { projectId })).isEmpty).toBe(true)
  })

  test('is another one where it shares few of the nodes', async () => {
    const { client, emulator } = await emulated()
    await submit(client, workflow('small').cron('00 02 00 * * ?').nodes(virtual('alone')), options)
    const made = actions(emulator).length
    expect(await submit(client, renamed, options)).toMatchObject({ created: true })
    expect(actions(emulator).slice(made)).toContain('ListNodes')
    expect(emulator.projects[0]?.workflows.map(({ name }) => name).sort()).toEqual(['sales', 'small'])
  })
})
