import {
  assignment,
  checkSpec,
  forEach,
  isFlowSpecError,
  odpsSql,
  type ReadDocument,
  readSpec,
  shell,
  workflow,
  writeJson,
} from 'flowspec'
import { deploy, isDataWorksError, type PlanChange, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../src/document/json/records.ts'
import { emulated } from './support/emulated.ts'

const text = writeJson(
  workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').output('retail.ods_done').code('select 1')).build(),
)

const ids = assignment('ids', 'shell').code('echo 1,2')
const each = forEach('each')
  .over(ids.result())
  .nodes(shell('inner').code('ls'), shell('next').code('ls').after('inner'))
const loop = workflow('loop').cron('00 02 00 * * ?').nodes(each, ids)

/** The lists inside of the workflows of a document. */
function listsIn(document: { readonly spec: { readonly workflows: readonly object[] } }) {
  const found: { readonly holder: object; readonly key: string }[] = []
  const pending: object[] = [...document.spec.workflows]
  for (const holder of pending) {
    for (const [key, value] of Object.entries(holder)) {
      if (Array.isArray(value)) found.push({ holder, key })
      if (typeof value === 'object' && value !== null) pending.push(value)
    }
  }
  return found
}

/** A document with another value of one field of its node, whatever the language says of that. */
function edited(change: (node: Record<string, unknown>) => unknown): ReadDocument {
  const document = JSON.parse(text)
  change(document.spec.workflows[0].nodes[0])
  return readSpec(JSON.stringify(document))
}

/** What the check finds wrong is let through, as somebody may who silences it. */
function options(document: ReadDocument) {
  const rules = Object.fromEntries(checkSpec(document).map(({ rule }) => [rule, 'warning' as const]))
  return { projectId: 10000, check: { rules } } as const
}

/** What a deploy takes beside it: that something did not arrive is what is looked at. */
const patient = { wait: { interval: 1 }, acceptDifferences: true } as const

const told = (changes: readonly PlanChange[]): readonly PlanChange[] =>
  changes.filter(({ action }) => action !== 'unchanged')

const wrong: readonly unknown[] = [null, 5, '', 'x', true, [], [null], [5, 'x'], {}, { a: 1 }]

describe('what is none of the language is dropped by the service, and is no change', () => {
  test.each(
    (['inputs', 'outputs', 'datasource', 'runtimeResource'] as const).flatMap((field) =>
      wrong.map((value) => [field, value] as const),
    ),
  )('%s: %j', async (field, value) => {
    const { client } = await emulated()
    const document = edited((node) => Object.assign(node, { [field]: value }))
    await deploy(client, document, { ...options(document), ...patient })
    expect(told((await plan(client, document, options(document))).changes)).toEqual([])
  })

  test.each(wrong.map((value) => [value]))('outputs.nodeOutputs, and an item of it: %j', async (value) => {
    for (const nodeOutputs of [value, [value, { data: 'retail.ods_done', artifactType: 'NodeOutput' }]]) {
      const { client } = await emulated()
      const document = edited((node) => Object.assign(node, { outputs: { nodeOutputs } }))
      await deploy(client, document, { ...options(document), ...patient })
      expect(told((await plan(client, document, options(document))).changes)).toEqual([])
    }
  })

  // As documents have loops that builders did not write: the order of the body beside its nodes.
  const loops = JSON.parse(writeJson(loop.build()))
  const body = { flow: [{ nodeId: 'inner', depends: [] }] }
  const [node] = loops.spec.workflows[0].nodes
  delete node['for-each']

  test.each(
    (['for-each', 'foreach', 'do-while'] as const).flatMap((field) =>
      [[''], [5, 'x'], [null], ['x'], [[]], []].map((nodes) => [field, nodes] as const),
    ),
  )('the body %s of a loop whose nodes are %j', async (field, nodes) => {
    for (const others of [{}, body, { ...body, unknown: 1 }, { script: {}, dependencies: ['x'] }]) {
      const { client } = await emulated()
      const copy = JSON.parse(JSON.stringify(loops))
      Object.assign(copy.spec.workflows[0].nodes[0], { [field]: { ...others, nodes } })
      const document = readSpec(JSON.stringify(copy))
      await deploy(client, document, { ...options(document), ...patient })
      expect(told((await plan(client, document, options(document))).changes)).toEqual([])
    }
  })

  test('each list of a document, of malformed items and with them', async () => {
    const whole = JSON.parse(writeJson(loop.build()))
    const texts: string[] = []
    for (const items of [[''], [5, 'x'], [null]]) {
      for (const { holder, key } of listsIn(whole)) {
        const list: unknown = Reflect.get(holder, key)
        for (const value of [items, [...itemsOf(list), ...items]]) {
          Reflect.set(holder, key, value)
          texts.push(JSON.stringify(whole))
        }
        Reflect.set(holder, key, list)
      }
    }
    let taken = 0
    for (const one of texts) {
      const { client } = await emulated()
      const document = readSpec(one)
      // What the service refuses is not looked at.
      const isTaken = await deploy(client, document, { ...options(document), ...patient }).then(
        () => true,
        (error: unknown) => !(isDataWorksError(error) || isFlowSpecError(error)),
      )
      if (!isTaken) continue
      taken++
      const changes = told((await plan(client, document, options(document))).changes)
      expect({ document: one, changes }).toEqual({ document: one, changes: [] })
    }
    expect(taken).toBeGreaterThan(20)
  }, 60_000)

  test('and what somebody adds in its place is told', async () => {
    const { client } = await emulated()
    await deploy(client, readSpec(text), { projectId: 10000, ...patient })
    for (const outputs of ['x', { nodeOutputs: 'x' }, { nodeOutputs: ['x'] }]) {
      const document = edited((node) => Object.assign(node, { outputs }))
      const [change] = told((await plan(client, document, options(document))).changes)
      expect(change).toMatchObject({ action: 'update', kind: 'node', name: 'ods' })
      expect(change?.fields).toEqual([
        { path: '/outputs/nodeOutputs', expected: undefined, actual: 'retail.ods_done', item: 'retail.ods_done' },
      ])
    }
  })
})
