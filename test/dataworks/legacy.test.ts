import { doWhile, external, manualWorkflow, odpsSql, shell, triggerWorkflow, virtual, workflow } from 'flowspec'
import {
  createClient,
  type DataWorksClient,
  deployFiles,
  fetchTransport,
  submitBusiness,
  toBusiness,
} from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated } from './support/emulated.ts'
import { callFaults, FaultyTransport } from './support/faulty-transport.ts'

const projectId = 20000
const wait = { interval: 1 }
const start = virtual('start')
const load = odpsSql('load')
  .code('select ${day}')
  .param('day', '$bizdate')
  .datasource('odps_first')
  .resourceGroup('group_1')
  .strategy({ rerunTimes: 3, rerunMode: 'FailureAllowed', rerunInterval: 120_000 })
  .after(start)
  .afterPrevious('self')
const script = shell('tell').code('echo $1').param('1', '$bizdate').after(load, external('other.rates'))
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(script, load, start)

// CreateFile of the API reference: FileType 10 is MaxCompute SQL, 6 shell, 99 virtual; ParaValue is `a=x b=y`.
test('a workflow becomes a business process, with a file for each node after those it comes after', () => {
  const { businessName, useType, files, notCarried } = toBusiness(orders, { identifier: 'dw_legacy' })
  expect([businessName, useType, notCarried]).toEqual(['orders', 'NORMAL', []])
  expect(files).toMatchObject([
    { fileName: 'start', fileType: 99, inputList: 'dw_legacy_root', outputList: 'dw_legacy.start' },
    {
      fileName: 'load',
      fileType: 10,
      content: 'select ${day}',
      paraValue: 'day=$bizdate',
      connectionName: 'odps_first',
      resourceGroupIdentifier: 'group_1',
      schedulerType: 'NORMAL',
      cycleType: 'DAY',
      cronExpress: '00 02 00 * * ?',
      rerunMode: 'FAILURE_ALLOWED',
      autoRerunTimes: 3,
      autoRerunIntervalMillis: 120_000,
      dependentType: 'SELF',
      inputList: 'dw_legacy.start',
      outputList: 'dw_legacy.load',
    },
    { fileName: 'tell', fileType: 6, paraValue: '$bizdate', inputList: 'dw_legacy.load,other.rates' },
  ])
})

test.each([
  ['00 */5 * * * ?', 'NOT_DAY'],
  ['00 00 01,13 * * ?', 'NOT_DAY'],
  ['00 00 03 ? * 2', 'DAY'],
])('the cycle of %s is %s', (cron, cycleType) => {
  expect(toBusiness(workflow('w').cron(cron).nodes(start)).files).toMatchObject([{ cycleType, cronExpress: cron }])
})

test('what is no workflow is told by the function that was called, before anything is asked', async () => {
  expect(() => Reflect.apply(toBusiness, undefined, [5])).toThrow('toBusiness(): workflow is 5')
  const { client, emulator } = await emulated()
  await expect(Reflect.apply(submitBusiness, undefined, [client, undefined, { projectId }])).rejects.toThrow(
    'submitBusiness: workflow is undefined',
  )
  expect(emulator.requests).toEqual([])
})

test('a workflow that runs by hand becomes a business process that does', () => {
  const { useType, files } = toBusiness(manualWorkflow('by_hand').nodes(start))
  expect(files[0]).not.toHaveProperty('cronExpress')
  expect([useType, files]).toMatchObject(['MANUAL_BIZ', [{ schedulerType: 'MANUAL' }]])
})

/** What a file cannot say, and the end of the path where it is told. */
const lost: readonly (readonly [string, typeof orders | ReturnType<typeof workflow>, RegExp])[] = [
  [
    'a loop',
    workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(doWhile('loop').nodes(virtual('inner')).while('print(True)', { language: 'python3' })),
    /do-while/,
  ],
  [
    'what stands in a loop',
    workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(doWhile('l').nodes(virtual('inner')).while('print(True)', { language: 'python3' })),
    /inside of another node/,
  ],
  ['a strategy of the workflow', orders.strategy({ failureStrategy: 'Break' }), /\/workflows\/0\/strategy/],
  ['another time zone', orders.timezone('Europe/Berlin'), /\/trigger\/timezone/],
  [
    'a timeout',
    workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(start.strategy({ timeout: { value: 1, unit: 'HOURS' } })),
    /timeout/,
  ],
  ['what the workflow itself waits for', orders.after(external('other.done')), /flow/],
  [
    'an unknown field',
    workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(start.extra({ colour: 'red' })),
    /\/colour/,
  ],
]

describe('what files cannot say', () => {
  test.each(lost)('is listed: %s', (_, source, place) => {
    const { notCarried } = toBusiness(source)
    expect(notCarried.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(place)
  })

  test.each(lost)('is refused before anything is changed, unless its loss is allowed: %s', async (_, source, place) => {
    const { client, emulator } = await emulated()
    const error = await caught(submitBusiness(client, source, { projectId }))
    expect([error.kind, error.code, error.hint]).toEqual([
      'refused',
      'NotCarried',
      expect.stringContaining('allowLoss'),
    ])
    expect(error.message).toMatch(place)
    expect(actions(emulator)).toEqual(['GetProject'])
    const { notCarried } = await submitBusiness(client, source, { projectId, allowLoss: true })
    expect(notCarried.length).toBeGreaterThan(0)
  })

  test('is a workflow altogether that an event starts', () => {
    expect(() => toBusiness(triggerWorkflow('t').nodes(start))).toThrow(/by a schedule or by hand/)
  })
})

describe('a business process', () => {
  test('is made once, and is unchanged when it is submitted again', async () => {
    const { client, emulator } = await emulated()
    const first = await submitBusiness(client, orders, { projectId })
    expect(first).toMatchObject({ created: true, others: [] })
    expect(first.files.map(({ name, action }) => `${name} ${action}`)).toEqual([
      'start created',
      'load created',
      'tell created',
    ])
    const made = actions(emulator).length
    const second = await submitBusiness(client, orders, { projectId })
    expect(second).toMatchObject({ created: false, businessId: first.businessId })
    expect(second.files.every(({ action }) => action === 'unchanged')).toBe(true)
    expect(
      actions(emulator)
        .slice(made)
        .filter((action) => !/^(?:Get|List)/.test(action)),
    ).toEqual([])
  })

  test('gets what changed, and keeps files that the workflow does not have', async () => {
    const { client } = await emulated()
    await submitBusiness(client, orders, { projectId })
    const edited = workflow('orders')
      .cron('00 02 00 * * ?')
      .nodes(start, load.code('select 2').strategy({ rerunTimes: 1 }))
    const { files, others } = await submitBusiness(client, edited, { projectId })
    expect(files.map(({ name, action }) => `${name} ${action}`)).toEqual(['start unchanged', 'load updated'])
    expect(others.map(({ name }) => name)).toEqual(['tell'])
    const { file } = await client.getFile({ projectId, fileId: files[1]?.fileId ?? '' })
    expect(file.content).toBe('select 2')
  })

  test('is refused by a workspace of the new Data Studio', async () => {
    const { client } = await emulated()
    expect((await caught(submitBusiness(client, orders, { projectId: 10000 }))).action).toMatch(/Business/)
  })
})

describe('files in production', () => {
  const idsOf = (files: readonly { fileId: string }[]): readonly string[] => files.map(({ fileId }) => fileId)

  test('are submitted and deployed once', async () => {
    const { client, emulator } = await emulated()
    const fileIds = idsOf((await submitBusiness(client, orders, { projectId })).files)
    expect(await deployFiles(client, { projectId, fileIds, wait })).toMatchObject([
      { fileId: fileIds[0], version: 1 },
      { fileId: fileIds[1], version: 1 },
      { fileId: fileIds[2], version: 1 },
    ])
    const made = actions(emulator).length
    await deployFiles(client, { projectId, fileIds, wait })
    expect(
      actions(emulator)
        .slice(made)
        .filter((action) => !/^(?:Get|List)/.test(action)),
    ).toEqual([])
  })

  test('are deployed again where they changed', async () => {
    const { client } = await emulated()
    const first = await submitBusiness(client, orders, { projectId })
    await deployFiles(client, { projectId, fileIds: idsOf(first.files), wait })
    const edited = workflow('orders').cron('00 02 00 * * ?').nodes(start, load.code('select 2'))
    const { files } = await submitBusiness(client, edited, { projectId })
    expect(await deployFiles(client, { projectId, fileIds: idsOf(files), wait })).toMatchObject([
      { version: 1 },
      { version: 2 },
    ])
  })

  test('that are none are told', async () => {
    const { client } = await emulated()
    expect((await caught(deployFiles(client, { projectId, fileIds: ['1'], wait }))).kind).toBe('not-found')
  })
})

const fail = (): never => {
  throw new Error('there is no such fault')
}

/** A client of an emulator of which one call goes wrong, before or after it had its effect. */
async function struck(at: number, name: string, moment: 'after' | 'before') {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  const { url: endpoint, credentials } = emulator
  const strike = { at, fault: callFaults[name] ?? fail, isAfter: moment === 'after' }
  const transport = new FaultyTransport(fetchTransport({ endpoint, credentials }), strike)
  const client = createClient({ transport, rateLimit: false, retry: { attempts: 1 } })
  return { emulator, client }
}

describe('an answer that was lost', () => {
  const kinds = ['reset', 'timeout', 'service fault', 'proxy page', 'half of a 200']

  test('makes nothing twice, whichever it is', async () => {
    let cells = 0
    const run = async (client: DataWorksClient) => {
      const { files } = await submitBusiness(client, orders, { projectId })
      await deployFiles(client, { projectId, fileIds: files.map(({ fileId }) => fileId), wait })
    }
    const { client: whole, emulator: calm } = await emulated()
    await run(whole)
    for (let at = 0; at < calm.requests.length; at += 3) {
      for (const moment of ['before', 'after'] as const) {
        const { client, emulator } = await struck(at, kinds[(at / 3) % kinds.length] ?? 'reset', moment)
        await run(client).catch(async () => await run(client))
        cells++
        const plain = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
        const businesses: string[] = []
        for await (const { businessName } of plain.eachBusiness({ projectId })) businesses.push(businessName)
        const files: string[] = []
        for await (const { fileName } of plain.eachFile({ projectId })) files.push(fileName)
        expect([businesses, files.sort()], `call ${at}, ${moment}`).toEqual([['orders'], ['load', 'start', 'tell']])
        const again = await submitBusiness(plain, orders, { projectId })
        expect(again.files.every(({ action }) => action === 'unchanged')).toBe(true)
      }
    }
    process.stdout.write(`${cells} lost answers of a business process, all converged\n`)
    expect(cells).toBeGreaterThan(15)
  }, 240_000)
})
