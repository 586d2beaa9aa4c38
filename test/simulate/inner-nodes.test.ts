import { combined, convertSpec, doWhile, forEach, odpsSql, readSpec, shell, standalone, workflow } from 'flowspec'
import { createClient, submit } from 'flowspec/dataworks'
import { formatInstances, type SimulatedDocuments, simulate } from 'flowspec/simulate'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const day = { from: '2026-01-01', to: '2026-01-01' }
const ls = (name: string) => shell(name).code('ls')
const labels = (source: SimulatedDocuments) => simulate(source, day).instances.map(({ id }) => id.split('@')[0])

const flow = workflow('w')
  .cron('00 02 00 * * ?')
  .nodes(
    forEach('l').over('1,2').maxIterations(2).nodes(ls('in').afterPrevious('self')),
    doWhile('d').maxIterations(2).nodes(ls('ask')).while('print(False)', { language: 'python2' }),
    ls('z').after('l', 'd'),
  )
const tasks = ['w', 'w/d', 'w/l', 'w/z']

/** The document without what loops hold themselves, which descriptions of the service do not all show. */
function withoutBodies(document: object): object {
  const copy = JSON.parse(JSON.stringify(document))
  for (const node of copy.spec.workflows[0].nodes) {
    delete node['for-each']
    delete node['do-while']
  }
  return copy
}

async function readBack(loops: 'nested' | 'siblings'): Promise<object> {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  const { workflowId: id } = await submit(client, flow.build({ loops }), { projectId: 10000, wait: { interval: 1 } })
  const { spec } = await client.getWorkflowDefinition({ id, projectId: 10000, includeScriptContent: true })
  return readSpec(spec)
}

const split = (document: object) => convertSpec(document, { version: '2.0.0' }).documents
const nested = flow.build()
const siblings = flow.build({ loops: 'siblings' })

/** Both forms of a body are one to the service, so they have the same instances: none of their own. */
describe('nodes inside of loops have no instances, wherever their loop is told', () => {
  test.each<[string, () => object | Promise<object>]>([
    ['inside of the loop', () => nested],
    ['beside it', () => siblings],
    ['beside a loop that says nothing of a body', () => withoutBodies(siblings)],
    ['inside, in 2.0.0', () => split(nested)],
    ['beside it, in 2.0.0', () => split(siblings)],
    ['beside a loop that says nothing of a body, in 2.0.0', () => split(withoutBodies(siblings))],
    ['inside, read back', () => readBack('nested')],
    ['beside it, read back', () => readBack('siblings')],
    ['inside, read back, in 2.0.0', async () => split(await readBack('nested'))],
    ['beside it, read back, in 2.0.0', async () => split(await readBack('siblings'))],
  ])('%s', async (_, source) => {
    const document = (await source()) as SimulatedDocuments
    const { instances, withoutInstances } = simulate(document, day)
    expect(labels(document)).toEqual(tasks)
    // Neither gets what is inside a dependency of its own.
    const upstream = (name: string) => instances.find((one) => one.name === name)?.upstream.map((one) => one.name)
    expect([upstream('w'), upstream('l'), upstream('z')]).toEqual([[], [], ['d', 'l']])
    const inside = ['ask in d', 'd_end in d', 'd_start in d', 'in in l', 'l_end in l', 'l_start in l']
    expect(withoutInstances.map((one) => `${one.name} in ${one.inside}`)).toEqual(inside)
    expect(new Set(withoutInstances.map(({ reason }) => reason))).toEqual(new Set(['inside']))
  })

  test('also of a loop that none of the documents has', () => {
    const [alone] = split(siblings).filter((document) => JSON.stringify(document).includes('"in"'))
    if (alone === undefined) throw new Error('the conversion gave nothing')
    expect(simulate(alone, day).withoutInstances).toMatchObject([{ name: 'in', reason: 'inside', inside: 'l' }])
  })

  test.each([
    ['itself', 'a', 'a'],
    ['one another', 'a', 'b'],
  ])('and containers that name %s end nothing in a circle', (_, first, second) => {
    const inside = (name: string, uuid: string) => ls(name).extra({ metadata: { container: { type: 'Node', uuid } } })
    const turned = workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(inside(first, second), ...(first === second ? [] : [inside(second, first)]), ls('c').after('a'))
    expect(labels(JSON.parse(JSON.stringify(turned)))).toContain('w/c')
  })
})

describe('a node inside of another that is asked for', () => {
  const inLoop = workflow('w')
    .cron('00 02 00 * * ?')
    .nodes(
      forEach('each_region').over('cn,eu').maxIterations(2).nodes(odpsSql('dwd_orders').code('select 1')),
      combined('both').nodes(ls('one')),
    )

  test.each([
    ['dwd_orders', 'each_region'],
    ['w/dwd_orders', 'each_region'],
    ['each_region_start', 'each_region'],
    ['one', 'both'],
  ])('%s', (name, holder) => {
    const simulation = simulate(inLoop, day)
    expect(() => simulation.instancesOf(name)).toThrow(
      `"${name}" stands inside "${holder}" and has no instances of its own.`,
    )
    expect(() => simulation.instancesOf(name)).toThrow(`instancesOf("${holder}")`)
  })

  test('is shown in the table with what it is inside of', () => {
    expect(formatInstances(simulate(inLoop, day))).toContain('no instances of w/dwd_orders: inside each_region\n')
  })
})

test('a node of a document of its own that is inside of nothing has the instances of its trigger', () => {
  const alone = standalone(ls('alone').schedule('00 30 01 * * ?')).build()
  expect(labels(alone)).toEqual(['alone'])
})
