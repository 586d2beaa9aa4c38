import { checkSpec, odpsSql, type ReadDocument, readSpec, workflow, writeJson } from 'flowspec'
import { deploy, type PlanChange, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { emulated } from './support/emulated.ts'

const text = writeJson(
  workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').output('retail.ods_done').code('select 1')).build(),
)

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
