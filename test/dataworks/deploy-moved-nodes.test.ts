import { odpsSql, project, shell, workflow } from 'flowspec'
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
