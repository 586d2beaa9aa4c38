import { component, fileResource, odpsSql, project, readSpec, udf, workflow } from 'flowspec'
import { deploy, type PlanChange, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options } from './support/emulated.ts'

const projectId = 10000
const wait = options.wait
const jar = fileResource('concat.jar')
const concat = udf('concat').className('com.example.Concat').resources(jar)
const report = odpsSql('report').code("select concat('a', 'b')").functions(concat)
const reports = workflow('reports').cron('00 30 00 * * ?').nodes(report)
const retail = project('dw_project').add(reports, concat, jar)

const told = (changes: readonly PlanChange[]): string[] =>
  changes.flatMap(({ action, kind, name }) => (action === 'unchanged' ? [] : [`${action} ${kind} ${name}`]))

describe('resources and functions', () => {
  test('are deployed before the workflows that use them', async () => {
    const { client, emulator } = await emulated()
    const { record, changes } = await deploy(client, retail, {
      projectId,
      wait,
      resourceFile: (name) => `https://bucket.oss-cn-shanghai.aliyuncs.com/${name}`,
    })
    expect(told(changes)).toContain('create resource concat.jar')
    const writes = actions(emulator).filter((action) => /^(?:Create|Import)/.test(action))
    expect(writes).toEqual(['ImportWorkflowDefinition', 'CreateResource', 'CreateFunction', 'ImportWorkflowDefinition'])
    expect(record).toMatchObject({ resources: [{ name: 'concat.jar' }], functions: [{ name: 'concat' }] })
    expect((await plan(client, retail, { projectId, record })).isEmpty).toBe(true)
    expect((await plan(client, retail, { projectId })).isEmpty).toBe(true)
  })

  test('are updated field by field, and deleted when that is allowed', async () => {
    const { client } = await emulated()
    const { record } = await deploy(client, retail, { projectId, wait })
    const other = concat.className('com.example.Other')
    const changed = project('dw_project').add(reports, other, jar)
    const planned = await plan(client, changed, { projectId, record })
    expect(told(planned.changes)).toEqual(['update function concat'])
    expect(planned.changes[0]).toMatchObject({ origin: 'code', fields: [{ path: '/className' }] })
    const after = await deploy(client, changed, { projectId, wait, record })
    expect((await plan(client, changed, { projectId, record: after.record })).isEmpty).toBe(true)
    const less = project('dw_project').add(
      workflow('reports').cron('00 30 00 * * ?').nodes(odpsSql('report').code('select 1')),
    )
    const error = await caught(deploy(client, less, { projectId, wait, record: after.record }))
    expect(error.reason).toContain("function 'concat'")
    const last = await deploy(client, less, { projectId, wait, record: after.record, allowDelete: true })
    expect((await client.listFunctions({ projectId })).items).toEqual([])
    expect((await client.listResources({ projectId })).items).toEqual([])
    expect(last.record).toMatchObject({ resources: [], functions: [] })
  })

  test('that were changed in the console are conflicts', async () => {
    const { client } = await emulated()
    const { record } = await deploy(client, retail, { projectId, wait })
    await deploy(client, project('dw_project').add(concat.className('com.example.Theirs')), { projectId, wait })
    const planned = await plan(client, retail, { projectId, record })
    expect(told(planned.changes)).toEqual(['conflict function concat'])
    expect(planned.refused).toMatchObject([{ origin: 'console', needs: { flag: 'adopt' } }])
  })

  test('are the only things beside workflows that are deployed, and a plan says so', async () => {
    const { client } = await emulated()
    const withComponent = project('dw_project').add(reports, concat, jar, component('top_n').code('select @@{n}'))
    const planned = await plan(client, withComponent, { projectId })
    expect(planned.toText()).toContain('? Component top_n is not deployed')
    expect(planned.toJSON().ignored).toEqual([{ kind: 'Component', name: 'top_n' }])
  })

  test('are named where they stand beside the workflow of its document, which an import takes alone', async () => {
    const { client } = await emulated()
    const document = reports.build()
    const variables = [{ name: 'region', scope: 'Workspace', type: 'Constant', value: 'eu' }]
    const beside = { ...document, spec: { ...document.spec, variables, functions: [{ name: 'clean' }] } }
    const planned = await plan(client, readSpec(beside), { projectId })
    expect(planned.toJSON().ignored).toEqual([
      { kind: 'Variable', name: 'region' },
      { kind: 'Function', name: 'clean' },
    ])
  })
})
