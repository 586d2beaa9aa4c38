import { forEach, odpsSql, project, virtual, workflow } from 'flowspec'
import { deploy, type PlanChange, plan, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

const projectId = 10000

/** What is not unchanged, in short. */
const told = (changes: readonly PlanChange[]): string[] =>
  changes.flatMap(({ action, kind, name }) => (action === 'unchanged' ? [] : [`${action} ${kind} ${name}`]))

describe('a plan', () => {
  test('creates what is not there', async () => {
    const { client, emulator } = await emulated()
    const planned = await plan(client, orders, { projectId })
    expect(planned.isEmpty).toBe(false)
    expect(told(planned.changes)).toEqual([
      'create workflow orders',
      'create node start',
      'create node ods',
      'create node report',
      'create edge ods after start',
      'create edge ods after its own previous cycle',
      'create edge report after ods',
      'create edge report after output dw_project_root',
    ])
    expect(emulator.projects[0]?.workflows).toEqual([])
  })

  test('of what was just submitted is empty, and costs two calls', async () => {
    const { client, emulator } = await emulated()
    await submit(client, orders, options)
    const before = actions(emulator).length
    const planned = await plan(client, orders, { projectId })
    expect(told(planned.changes)).toEqual([])
    expect(planned.isEmpty).toBe(true)
    expect(planned.toText()).toBe('Plan for workspace 10000: 8 unchanged\n')
    expect(actions(emulator).slice(before)).toEqual(['ListWorkflowDefinitions', 'GetWorkflowDefinition'])
  })

  // The service drops what is no text, and has what it fills in in its place.
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['the owner', { owner: ['x'] }],
    ['the owner, an object', { owner: { a: 1 } }],
    ['code', { script: { content: ['select 1'] } }],
    ['code, an object', { script: { content: { a: 1 } } }],
    ['a description', { description: [5, 'x'] }],
    ['a language', { script: { language: [null] } }],
  ])('of what was submitted with a list where a text belongs is empty: %s', async (_, wrong) => {
    const { client } = await emulated()
    const check = { rules: { 'schema/type': 'warning' } } as const
    const odd = base.nodes(start, ods.extra(wrong)).build(check)
    await submit(client, odd, { ...options, check, acceptDifferences: true })
    expect(told((await plan(client, odd, { projectId, check })).changes)).toEqual([])
    // What is right again is another one.
    const right = base.nodes(start, ods.owner('other').code('select 2'))
    expect(told((await plan(client, right, { projectId })).changes)).toContain('update node ods')
  })

  test('shows one changed line of code, and nothing else', async () => {
    const { client } = await emulated()
    const code = ['-- orders of a day', 'select *', 'from raw', 'where ds = 1', 'limit 10'].join('\n')
    const of = (text: string) => base.nodes(start, odpsSql('ods').code(text).after(start))
    await submit(client, of(code), options)
    const planned = await plan(client, of(code.replace('-- orders of a day', '-- all orders of a day')), { projectId })
    expect(told(planned.changes)).toEqual(['update node ods'])
    const changed = planned.changes.find(({ action }) => action === 'update')
    expect(changed).toMatchObject({ path: 'orders/ods', fields: [] })
    expect(changed?.code).toBe(
      '--- orders/ods (deployed)\n+++ orders/ods (code)\n@@ -1,4 +1,4 @@\n--- orders of a day\n+-- all orders of a day\n select *\n from raw\n where ds = 1\n',
    )
  })

  test.each<[string, Parameters<typeof plan>[1], readonly string[]]>([
    ['a cron', orders.cron('00 03 00 * * ?'), ['update workflow orders']],
    ['a path', orders.path('retail/orders'), ['move workflow orders']],
    [
      'a node removed',
      base.nodes(start, ods),
      ['delete node report', 'delete edge report after ods', 'delete edge report after output dw_project_root'],
    ],
    ['a node added', orders.nodes(virtual('end')), ['create node end']],
    ['an edge added', orders.nodes(virtual('end').after(report)), ['create node end', 'create edge end after report']],
    ['a description', base.nodes(start, ods.description('x'), report), ['update node ods']],
    ['an output', base.nodes(start, ods.output('dw_project.other'), report), ['update node ods']],
  ])('tells of %s', async (_, changed, expected) => {
    const { client } = await emulated()
    await submit(client, orders, options)
    expect(told((await plan(client, changed, { projectId })).changes)).toEqual(expected)
    // Order means nothing.
    const reordered = base.nodeList([report, ods, start])
    expect((await plan(client, reordered, { projectId })).isEmpty).toBe(true)
  })

  test('tells of a field that the code has no more', async () => {
    const { client } = await emulated()
    await submit(client, base.nodes(start.description('x').strategy({ priority: 3 })), options)
    const [change] = (await plan(client, base.nodes(start), { projectId })).changes.filter(
      ({ kind }) => kind === 'node',
    )
    expect(change?.fields).toEqual([
      { path: '/description', expected: undefined, actual: 'x' },
      { path: '/priority', expected: undefined, actual: 3 },
    ])
  })

  test('tells of nodes inside of a loop one by one', async () => {
    const { client } = await emulated()
    const loop = (code: string) => base.nodes(start, forEach('loop').nodes(odpsSql('inner').code(code)).after(start))
    await submit(client, loop('select 1'), options)
    expect((await plan(client, loop('select 1'), { projectId })).isEmpty).toBe(true)
    const planned = await plan(client, loop('select 2'), { projectId })
    expect(told(planned.changes)).toEqual(['update node inner'])
    expect(planned.changes.find(({ action }) => action === 'update')?.path).toBe('orders/loop/inner')
  })

  test('refuses deletions and what somebody else made, and says what allows it', async () => {
    const { client } = await emulated()
    await submit(client, orders, options)
    const removed = await plan(client, base.nodes(start, ods), { projectId })
    expect(removed.refused.map(({ name, needs }) => [name, needs?.flag])).toEqual([['report', 'allowDelete']])
    expect((await plan(client, base.nodes(start, ods), { projectId, allowDelete: true })).refused).toEqual([])
    const byHand = (id: string, code: string) =>
      workflow('made').id(id).cron('00 02 00 * * ?').nodes(odpsSql('by_hand').code(code))
    const theirs = byHand('5000000000000000005', 'select 1')
    await submit(client, theirs, options)
    const own = '5000000000000000006'
    const foreign = await plan(client, byHand(own, 'select 2'), { projectId })
    expect(told(foreign.changes)).toEqual(['conflict workflow made', 'update node by_hand'])
    expect(foreign.refused.map(({ needs }) => needs?.flag)).toEqual(['adopt'])
    expect((await plan(client, theirs, { projectId })).isEmpty).toBe(true)
    // What is the same is not replaced.
    expect((await plan(client, byHand(own, 'select 1'), { projectId })).isEmpty).toBe(true)
  })

  // A list, each workflow, and for a project its identifier.
  test('of a project lists it in few calls', async () => {
    const { client, emulator } = await emulated()
    const names = Array.from({ length: 8 }, (_, at) => `w${at}`)
    const whole = project('dw_project').add(
      ...names.map((name) =>
        workflow(name)
          .cron('00 02 00 * * ?')
          .nodes(virtual(`${name}_start`)),
      ),
    )
    for (const document of whole.build().documents) await submit(client, document, options)
    const before = actions(emulator).length
    expect((await plan(client, whole, { projectId })).isEmpty).toBe(true)
    expect((await plan(client, whole.build(), { projectId })).isEmpty).toBe(true)
    expect((await plan(client, whole.build().documents, { projectId })).isEmpty).toBe(true)
    expect(actions(emulator).length - before).toBe(3 * (1 + names.length) + 2)
  })

  test('throws what a function throws that makes parts of the project', async () => {
    const { client } = await emulated()
    const failing = project('retail')
      .environments({ dev: { name: 'a' } })
      .add((): never => {
        throw new RangeError('no owner')
      })
    const source = { identifier: 'retail', build: () => failing.build({ environment: 'dev' }) }
    await expect(plan(client, source, { projectId: 10000 })).rejects.toThrow(
      expect.objectContaining({ name: 'FlowSpecError', cause: new RangeError('no owner') }),
    )
  })

  test('is data', async () => {
    const { client } = await emulated()
    const { workflowId } = await submit(client, orders, options)
    const data = JSON.parse(JSON.stringify(await plan(client, orders, { projectId })))
    expect(data).toMatchObject({ version: 1, projectId: '10000', seen: [{ name: 'orders', id: workflowId }] })
  })
})

describe('what steers a terminal', () => {
  const control = '\u001b[2J\u202e'
  const steering = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u

  test('is escaped in the text of a plan, and left in its data', async () => {
    const { client } = await emulated()
    await deploy(client, base.nodes(odpsSql('a').code('select 1')), options)
    const planned = await plan(client, base.nodes(odpsSql('a').code(`select\t${control}\r\nfrom b`)), { projectId })
    expect(planned.toText()).toContain('select\t\\u001b[2J\\u202e\\r\n')
    expect(planned.toText()).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/u)
    expect(planned.changes.map(({ code }) => code).join('')).toContain(`select\t${control}\r\n`)
  })

  test('is escaped in refusals', async () => {
    const { client, emulator } = await emulated()
    await deploy(client, base.nodes(odpsSql('a').code('1'), odpsSql('b').code('2')), options)
    const id = emulator.projects[0]?.workflows[0]?.nodes.find(({ name }) => name === 'b')?.id ?? ''
    await client.renameNode({ projectId, id, name: `evil${control}` })
    const without = base.nodes(odpsSql('a').code('1'))
    for (const refused of [deploy(client, without, options), submit(client, without, options)]) {
      const error = await caught(refused)
      expect(error).toMatchObject({ kind: 'refused' })
      expect(`${error.message}${error.reason}`).toContain('evil\\u001b[2J\\u202e')
      expect(`${error.message}${error.reason}`).not.toMatch(steering)
    }
  })
})
