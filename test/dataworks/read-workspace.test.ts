import {
  fileResource,
  fromSpec,
  manualWorkflow,
  odpsSql,
  project,
  triggerWorkflow,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { deploy, plan, readWorkspace } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { emulated, options, orders } from './support/emulated.ts'

const projectId = 10000
const jar = fileResource('concat.jar')
const concat = udf('concat').className('com.example.Concat').resources(jar)
const nested = workflow('nested').path('retail/eu/nested').cron('00 30 00 * * ?').nodes(odpsSql('n').code('select 1'))

async function filled() {
  const { client, emulator } = await emulated()
  const byHand = manualWorkflow('by_hand').path('retail/by_hand').nodes(virtual('m'))
  const triggered = triggerWorkflow('triggered').nodes(virtual('t'))
  const whole = project('dw_project').add(orders, nested, byHand, triggered, concat, jar)
  await deploy(client, whole, { projectId, wait: options.wait })
  return { client, emulator }
}

const namesOf = (documents: readonly object[]): string[] =>
  documents.map((document) => Object(document).spec.name).sort()

describe('readWorkspace', () => {
  test('gives documents of which a plan is empty', async () => {
    const { client } = await filled()
    const { documents, resources, functions } = await readWorkspace(client, { projectId })
    expect(namesOf(documents)).toEqual(['by_hand', 'nested', 'orders', 'triggered'])
    expect([resources.length, functions.length]).toEqual([1, 1])
    const planned = await plan(client, [...documents, ...resources, ...functions], { projectId })
    expect(planned.changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
  })

  test('gives documents of which builders are made that change nothing', async () => {
    const { client } = await filled()
    const { documents } = await readWorkspace(client, { projectId, paths: ['orders'] })
    const builders = documents.map((document) => fromSpec(document))
    expect((await plan(client, builders, { projectId })).isEmpty).toBe(true)
  })

  test.each([
    [['retail'], ['by_hand', 'nested']],
    [['/retail/eu/'], ['nested']],
    [
      ['retail/by_hand', 'orders'],
      ['by_hand', 'orders'],
    ],
    [['ret'], []],
    [[], []],
  ])('reads of %j only that', async (paths, expected) => {
    const { client } = await filled()
    const { documents, resources } = await readWorkspace(client, { projectId, paths })
    expect(namesOf(documents)).toEqual(expected)
    expect(resources).toEqual([])
  })

  test('keeps ids, code and the edges', async () => {
    const { client, emulator } = await filled()
    const { documents } = await readWorkspace(client, { projectId, paths: ['orders'], concurrency: 1 })
    expect(documents).toEqual([emulator.projects[0]?.workflows.find(({ name }) => name === 'orders')?.document])
  })
})
