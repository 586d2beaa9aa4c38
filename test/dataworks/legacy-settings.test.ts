import { external, odpsSql, virtual, workflow } from 'flowspec'
import { createClient, fetchTransport, submitBusiness, type Transport, toBusiness } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { actions, emulated } from './support/emulated.ts'

const projectId = 20000
const start = virtual('start')
const bare = odpsSql('load').code('select 1').after(start)
const rich = bare
  .description('loads')
  .param('day', '$bizdate')
  .datasource('odps_first')
  .after(external('other.rates'))
  .strategy({ rerunTimes: 3, rerunMode: 'FailureAllowed', rerunInterval: 120_000, instanceMode: 'Immediately' })
const dated = workflow('orders').cron('00 02 00 * * ?')
const of = (node: typeof bare, from = dated) => from.nodes(start, node)

describe('what the code says no more', () => {
  // Of UpdateFile the reference says that at least one value has to be another than before.
  test('goes from the file, once', async () => {
    const { client, emulator } = await emulated()
    const bounded = dated.startTime('2026-01-01 00:00:00').endTime('2027-01-01 00:00:00')
    await submitBusiness(client, of(rich, bounded), { projectId })
    const { files } = await submitBusiness(client, of(bare), { projectId })
    expect(files).toMatchObject([
      { name: 'start', action: 'updated', kept: [] },
      { name: 'load', action: 'updated', kept: [] },
    ])
    const { file, nodeConfiguration: settings } = await client.getFile({ projectId, fileId: files[1]?.fileId ?? '' })
    expect([file.fileDescription, file.connectionName ?? '', settings.paraValue ?? '']).toEqual(['', '', ''])
    expect(settings).toMatchObject({ rerunMode: 'ALL_ALLOWED', autoRerunTimes: 0, startImmediately: false })
    expect(settings.inputList.map(({ input }) => input)).toEqual(['dw_legacy.start'])
    const made = actions(emulator).length
    const again = await submitBusiness(client, of(bare), { projectId })
    expect(again.files.map(({ action }) => action)).toEqual(['unchanged', 'unchanged'])
    expect(
      actions(emulator)
        .slice(made)
        .filter((one) => one === 'UpdateFile'),
    ).toEqual([])
  })

  test('is told where a service keeps it in spite of an empty text', async () => {
    const emulator = await startEmulator()
    onTestFinished(() => emulator.stop())
    const { url: endpoint, credentials } = emulator
    const real = fetchTransport({ endpoint, credentials })
    const deaf: Transport = {
      send: async (request) => {
        const form = Object.entries(request.form).filter(([, value]) => value !== '')
        return await real.send({ ...request, form: Object.fromEntries(form) })
      },
    }
    const client = createClient({ transport: deaf })
    await submitBusiness(client, of(rich), { projectId })
    const { files } = await submitBusiness(client, of(bare), { projectId })
    expect(files[1]).toMatchObject({
      name: 'load',
      action: 'updated',
      kept: ['connectionName', 'fileDescription', 'paraValue'],
    })
  })

  test('is not looked for where the service lists inputs in another order', async () => {
    const { client } = await emulated()
    const two = bare.after(external('other.a'), external('other.b'))
    await submitBusiness(client, of(two), { projectId })
    const turned = odpsSql('load').code('select 1').after(external('other.b'), external('other.a'), start)
    const { files } = await submitBusiness(client, of(turned), { projectId })
    expect(files[1]?.action).toBe('unchanged')
  })
})

describe('files', () => {
  test('are listed once, however many there are', async () => {
    const { client, emulator } = await emulated()
    const nodes = Array.from({ length: 12 }, (_, at) => odpsSql(`n${at}`).code('select 1'))
    await submitBusiness(client, dated.nodeList(nodes), { projectId })
    expect(actions(emulator).filter((one) => one === 'ListFiles')).toHaveLength(1)
  })

  test('of the same name in another folder of the business process are left alone', async () => {
    const { client } = await emulated()
    await submitBusiness(client, of(bare), { projectId })
    const below = 'Business_process/orders/MaxCompute/Data_development/old'
    const params = { projectId, fileName: 'more', fileType: 10, fileFolderPath: below, content: 'select 9' }
    const { id = '' } = await client.createFile({ ...params, createFolderIfNotExists: true })
    const more = dated.nodes(start, bare, odpsSql('more').code('select 2'))
    const { files, others } = await submitBusiness(client, more, { projectId })
    expect(files.find(({ name }) => name === 'more')?.action).toBe('created')
    expect(others).toEqual([{ name: 'more', fileId: id }])
    expect((await client.getFile({ projectId, fileId: id })).file.content).toBe('select 9')
  })
})

/** A workflow whose only node has more than the builder says, for a team that does not want to hear of it. */
const withNode = (fields: Readonly<Record<string, unknown>>) => dated.nodes(odpsSql('n').code('select 1').extra(fields))
const build = { rules: { 'schema/range': 'warning', 'schema/missing-field': 'warning' } } as const

describe('values that a file does not have', () => {
  test.each([
    ['recurrence', { recurrence: 'NoneAuto' }, /\/recurrence .*NoneAuto/],
    ['more reruns than ten', { rerunTimes: 11 }, /\/rerunTimes 11 /],
    ['half an hour and more between reruns', { rerunInterval: 1_800_001 }, /\/rerunInterval 1800001 /],
    [
      'the number of a resource group without its name',
      { runtimeResource: { resourceGroupId: '77' } },
      /\/runtimeResource\/resourceGroupId/,
    ],
  ])('are listed: %s', (_, fields, told) => {
    const { notCarried } = toBusiness(withNode(fields), { build })
    expect(notCarried.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(told)
  })

  test('are not those beside which the name of the resource group stands', () => {
    const group = { resourceGroup: 'group_1', resourceGroupId: '77' }
    const { notCarried, files } = toBusiness(withNode({ runtimeResource: group }), { build })
    expect([notCarried, files[0]?.resourceGroupIdentifier]).toEqual([[], 'group_1'])
  })
})
