import { convertSpec, forEach, manualWorkflow, shell, triggerWorkflow, virtual, workflow } from 'flowspec'
import { type SubmitOptions, type SubmitSource, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

/** An import without nodes leaves a workflow without any, as read-backs of the service show. */
describe('a workflow without nodes', () => {
  const id = '5000000000000000005'

  test.each<[string, SubmitSource, SubmitSource]>([
    ['a builder', orders, base],
    ['a document', orders, base.build()],
    ['an empty list of nodes', orders, base.nodes()],
    ['a manual workflow', manualWorkflow('m').nodes(virtual('a')), manualWorkflow('m')],
    ['one of the same id and another name', orders.id(id), workflow('renamed').id(id).cron('00 02 00 * * ?')],
  ])('does not replace one that has some: %s', async (_, full, empty) => {
    const { client, emulator } = await emulated()
    await submit(client, full, options)
    const before = structuredClone(emulator.projects[0]?.workflows)
    const error = await caught(submit(client, empty, options))
    expect(error).toMatchObject({ kind: 'would-empty', code: 'WouldEmptyWorkflow', ambiguous: false })
    expect(error.hint).toContain('allowEmpty: true')
    expect(emulator.projects[0]?.workflows).toEqual(before)
    expect(actions(emulator).filter((action) => action === 'ImportWorkflowDefinition')).toHaveLength(1)
  })

  test('names the nodes that would be gone', async () => {
    const { client } = await emulated()
    const { workflowId } = await submit(client, orders, options)
    expect((await caught(submit(client, base, options))).reason).toBe(
      `workflow 'orders' (${workflowId}) has 3 nodes in the service: 'start', 'report', 'ods'; what is submitted has none, and importing it would remove them`,
    )
  })

  test('does so when that is allowed, and says what is gone', async () => {
    const { client, emulator } = await emulated()
    const { nodes } = await submit(client, orders, options)
    const result = await submit(client, base, { ...options, allowEmpty: true })
    expect(result).toMatchObject({ created: false, nodes: [] })
    expect(new Set(result.removed)).toEqual(new Set(nodes))
    expect(emulator.projects[0]?.workflows[0]?.nodes).toEqual([])
  })

  test('is created, and submitted again, without being asked about', async () => {
    const { client } = await emulated()
    expect(await submit(client, base, options)).toMatchObject({ created: true, removed: [] })
    expect(await submit(client, base, options)).toMatchObject({ created: false, removed: [] })
  })

  test('is found where the service does not list its type', async () => {
    const fault = { action: 'ListWorkflowDefinitions', status: 400, code: 'InvalidParameter', times: 9 } as const
    const { client } = await emulated({ faults: [fault] })
    const triggered = triggerWorkflow('t')
    expect(await submit(client, triggered.nodes(virtual('a')), options)).toMatchObject({ created: true })
    expect(await caught(submit(client, triggered, options))).toMatchObject({ kind: 'would-empty' })
    expect(await submit(client, triggered.nodes(virtual('a')), options)).toMatchObject({ created: false })
  })
})

describe('what an update removes is named', () => {
  const loop = forEach('loop').over('1,2').maxIterations(2).nodes(shell('inner').code('ls'))

  test.each<[string, SubmitSource, SubmitSource, readonly string[]]>([
    ['nothing', orders, orders, []],
    ['a node', orders, base.nodes(start, ods), ['report']],
    ['a node that gave its place to another', orders, base.nodes(start, ods, virtual('end')), ['report']],
    ['a loop with its body', base.nodes(loop, report.after(loop), start, ods), orders, ['loop', 'inner']],
  ])('%s', async (_, before, after, names) => {
    const { client } = await emulated()
    await submit(client, before, options)
    const { removed } = await submit(client, after, { ...options, allowDelete: true })
    expect(removed.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]))
    for (const { id } of removed) expect(id).toMatch(/^\d{19}$/)
    if (names.length === 0) expect(removed).toEqual([])
  })

  test('but not a node that was only renamed', async () => {
    const { client } = await emulated()
    const id = '6000000000000000006'
    await submit(client, base.nodes(virtual('a').id(id)), options)
    expect(await submit(client, base.nodes(virtual('b').id(id)), options)).toMatchObject({ removed: [] })
  })
})

describe('is refused before anything is imported, unless it is allowed:', () => {
  const theirs = base.id('5000000000000000005').nodes(start)

  test.each<[string, SubmitSource, SubmitSource, Partial<SubmitOptions>, string]>([
    ['to delete a node', orders, base.nodes(start, ods), { allowDelete: true }, "deletes them: 'report'"],
    ['to replace a workflow of somebody else', theirs, base.nodes(start), { adopt: true }, 'made by somebody else'],
  ])('%s', async (_, before, after, flags, told) => {
    const { client, emulator } = await emulated()
    await submit(client, before, options)
    const state = structuredClone(emulator.projects)
    const error = await caught(submit(client, after, options))
    expect(error).toMatchObject({ kind: 'refused', code: 'NeedsFlag', ambiguous: false })
    expect(error.reason).toContain(told)
    expect(error.hint).toContain(`${Object.keys(flags)[0]}: true`)
    expect(emulator.projects).toEqual(state)
    expect(await submit(client, after, { ...options, ...flags })).toMatchObject({ created: false })
  })

  test('to submit a, b, c and then a alone', async () => {
    const { client, emulator } = await emulated()
    const [a, b, c] = [virtual('a'), virtual('b'), virtual('c')]
    await submit(client, base.nodes(a, b, c), options)
    expect((await caught(submit(client, base.nodes(a), options))).reason).toMatch(/'(?:b', 'c|c', 'b)'/)
    expect(emulator.projects[0]?.workflows[0]?.nodes).toHaveLength(3)
  })
})

test('a workflow of version 2.0.0, which holds no nodes, is refused before anything is sent', async () => {
  const { client, emulator } = await emulated()
  const { documents } = convertSpec(orders.build(), { version: '2.0.0' })
  const [document] = documents
  if (document === undefined) throw new Error('the conversion gave nothing')
  await expect(submit(client, document, options)).rejects.toMatchObject({
    diagnostics: [
      { rule: 'document/one-workflow', hint: expect.stringContaining("convertSpec(documents, { version: '1.1.0' })") },
    ],
  })
  expect(emulator.requests).toEqual([])
  // The way out that the hint names.
  const [bundle] = convertSpec(documents, { version: '1.1.0' }).documents
  if (bundle === undefined) throw new Error('the conversion gave nothing')
  expect((await submit(client, bundle, options)).nodes).toHaveLength(3)
})
