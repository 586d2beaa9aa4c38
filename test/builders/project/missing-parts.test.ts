import { assignment, fileResource, forEach, fromSpec, odpsSql, project, udf, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

const jar = fileResource('concat.jar').file('/jars/concat.jar', { type: 'local' })
const concat = udf('concat').className('com.example.Concat').resources(jar)
const load = odpsSql('load').code("select concat('a', 'b')")
const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
const orders = daily('orders').nodes(load.functions(concat).resources(jar))

const told = (given: { check(): readonly { rule: string; path: string; message: string }[] }) =>
  given.check().map(({ rule, path, message }) => `${rule} ${path} ${message}`)

describe('a builder that was given to a node and not to the project', () => {
  test('is told where its name stands, with both ways out', () => {
    const found = project('retail').add(orders).check()
    expect(found).toMatchObject([
      {
        rule: 'project/missing-part',
        severity: 'warning',
        message: `The resource "concat.jar", which node "load" takes by its builder, is not in project 'retail'.`,
        hint: 'Add the builder: .add(…). Where the workspace has it from elsewhere, give its name instead: "concat.jar".',
        path: '/documents/0/spec/workflows/0/nodes/0/fileResources/0',
        subject: { kind: 'node', name: 'load' },
        document: 'orders',
      },
      {
        message: `The function "concat", which node "load" takes by its builder, is not in project 'retail'.`,
        path: '/documents/0/spec/workflows/0/nodes/0/functions/0',
      },
    ])
    expect(found).toHaveLength(2)
  })

  test('is told of a function, too, with the resource for other processors', () => {
    const arm = fileResource('concat_arm.jar')
    expect(told(project('retail').add(concat.armResource(arm)))).toEqual([
      `project/missing-part /documents/0/spec/functions/0 The resource "concat_arm.jar", which function "concat" takes by its builder, is not in project 'retail'.`,
      `project/missing-part /documents/0/spec/functions/0/fileResources/0 The resource "concat.jar", which function "concat" takes by its builder, is not in project 'retail'.`,
    ])
  })

  test.each(['nested', 'siblings'] as const)('is told inside of a loop with %s bodies', (loops) => {
    const ids = assignment('ids', 'shell').code('select 1')
    const looping = daily('looping').nodes(ids, forEach('each').over(ids.result()).nodes(load.functions(concat)))
    const [found, ...more] = project('retail').add(looping).check({ loops })
    expect(more).toEqual([])
    expect(found).toMatchObject({ rule: 'project/missing-part', subject: { kind: 'node', name: 'load' } })
    expect(found?.path).toMatch(/\/functions\/0$/)
  })

  test('is not taken for a misspelt name of what the project has', () => {
    const other = fileResource('concta.jar').file('/jars/concta.jar', { type: 'local' })
    const user = daily('orders').nodes(load.resources(jar))
    expect(told(project('retail').add(user, other)).map((text) => text.split(' ')[0])).toEqual(['project/missing-part'])
  })

  test('is silenced by the node, by settings, and thrown where it is an error', () => {
    const silent = daily('orders').nodes(
      load.functions(concat).suppress('project/missing-part', 'the workspace has it'),
    )
    expect(project('retail').add(silent).review()).toMatchObject({
      diagnostics: [],
      suppressed: [{ reason: 'the workspace has it' }],
      unused: [],
    })
    expect(silent.review().unused).toEqual([])
    expect(
      project('retail')
        .add(orders)
        .check({ rules: { 'project/missing-part': 'off' } }),
    ).toEqual([])
    const strict = { rules: { 'project/missing-part': 'error' } } as const
    expect(() => project('retail').add(orders).build(strict)).toThrow('project/missing-part')
  })
})

describe('nothing is said', () => {
  test('of what the project has, added as it is, changed since, or as a document', () => {
    expect(project('retail').add(orders, jar, concat).check()).toEqual([])
    expect(project('retail').add(orders, jar.owner('1'), fromSpec(concat.build())).check()).toEqual([])
    const made = project('retail')
      .environments({ dev: { n: 1 } })
      .add(() => [orders, jar, concat])
    expect(made.check()).toEqual([])
  })

  test('of a name, and of a workflow without a project', () => {
    const named = daily('orders').nodes(load.functions('concat').resources('concat.jar'))
    expect(project('retail').add(named).check()).toEqual([])
    expect(orders.check()).toEqual([])
    expect(orders.check({ project: 'retail' })).toEqual([])
  })
})
