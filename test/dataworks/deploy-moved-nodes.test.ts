import { forEach, odpsSql, project, shell, workflow } from 'flowspec'
import { deploy, type PlanSource, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { emulated } from './support/emulated.ts'

const projectId = 10000
const wait = { interval: 1 }
const [a, b, c] = [odpsSql('a').code('1'), shell('b').code('2'), odpsSql('c').code('3')]
const of = (name: string) => workflow(name).cron('00 02 00 * * ?')
const before = project('dw_project').add(of('one').nodes(a, b), of('two').nodes(c))

// Names of nodes are unique in a workspace, as the documentation of the service says.
describe('a node that goes to another workflow', () => {
  test.each<[string, PlanSource]>([
    ['that is written later by its name', project('dw_project').add(of('one').nodes(a), of('two').nodes(c, b))],
    ['that is written first', project('dw_project').add(of('one').nodes(a, b, c), of('two'))],
    ['from one that goes', project('dw_project').add(of('two').nodes(c, b, a))],
    ['to one that is new', project('dw_project').add(of('one').nodes(a), of('two').nodes(c), of('new').nodes(b))],
  ])('%s', async (_, after) => {
    const { client, emulator } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, before, { projectId, wait })
    const options = { projectId, wait, record, allowDelete: true }
    expect((await caught(deploy(client, after, { projectId, wait, record }))).kind).toBe('refused')
    const { record: next } = await deploy(client, after, options)
    expect((await plan(client, after, { projectId, record: next })).isEmpty).toBe(true)
    const names = emulator.projects[0]?.workflows.flatMap(({ nodes }) => nodes.map(({ name }) => name)) ?? []
    expect(names.sort()).toEqual(['a', 'b', 'c'])
  })

  test('in turn with another of it is refused by the service, and nothing is changed', async () => {
    const { client, emulator } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, before, { projectId, wait })
    const turned = project('dw_project').add(of('one').nodes(a, c), of('two').nodes(b))
    const error = await caught(deploy(client, turned, { projectId, wait, record, allowDelete: true }))
    expect([error.kind, error.hint]).toEqual(['job-failed', expect.stringContaining('two deploys')])
    expect(emulator.projects[0]?.workflows.map(({ nodes }) => nodes.map(({ name }) => name).sort())).toEqual([
      ['a', 'b'],
      ['c'],
    ])
  })
})

// "script.runtime.command immutable after create" is one of the rules of the service for nodes.
describe('a node whose type changes', () => {
  const one = of('one').nodes(a)
  const retyped = of('two').nodes(odpsSql('c').code('3'), shell('b').code('2'))
  const old = project('dw_project').add(one, of('two').nodes(shell('c').code('3')))

  test('is refused by the plan, which no flag allows, with the way out', async () => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, old, { projectId, wait })
    const planned = await plan(client, project('dw_project').add(one, retyped), {
      projectId,
      record,
      allowDelete: true,
      adopt: true,
    })
    const reason = expect.stringMatching(/is DIDE_SHELL.*would be ODPS_SQL.*another name/)
    expect(planned.refused.map(({ name, needs }) => [name, needs])).toEqual([['c', { reason }]])
    expect(planned.toText()).toContain('    refused: its type is DIDE_SHELL')
  })

  test('is refused before what another workflow gives up is deleted', async () => {
    const { client, emulator } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, old, { projectId, wait })
    const after = project('dw_project').add(of('two').nodes(odpsSql('c').code('3'), a))
    const error = await caught(deploy(client, after, { projectId, wait, record, allowDelete: true }))
    expect([error.kind, error.code, error.message]).toEqual([
      'refused',
      'TypeChanged',
      expect.stringContaining("node 'two/c': its type is DIDE_SHELL"),
    ])
    expect(error.hint).not.toContain('{ ')
    expect(emulator.projects[0]?.workflows.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([['a'], ['c']])
  })

  test('names what a flag allows beside it', async () => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, old, { projectId, wait })
    const after = project('dw_project').add(of('two').nodes(odpsSql('c').code('3'), a))
    const error = await caught(deploy(client, after, { projectId, wait, record }))
    expect([error.code, error.hint]).toEqual(['TypeChanged', expect.stringContaining('{ allowDelete: true }')])
  })

  test('is refused inside of a loop too, and is made under another name', async () => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const looped = (...inner: readonly [ReturnType<typeof shell> | ReturnType<typeof odpsSql>]) =>
      project('dw_project').add(of('two').nodes(forEach('loop').nodes(...inner)))
    const { record } = await deploy(client, looped(shell('c').code('3')), { projectId, wait })
    const options = { projectId, wait, record, allowDelete: true }
    const error = await caught(deploy(client, looped(odpsSql('c').code('3')), options))
    expect([error.code, error.message]).toEqual(['TypeChanged', expect.stringContaining("node 'two/loop/c'")])
    const renamed = looped(odpsSql('c_sql').code('3'))
    const { record: next } = await deploy(client, renamed, options)
    expect((await plan(client, renamed, { projectId, record: next })).isEmpty).toBe(true)
  })
})
