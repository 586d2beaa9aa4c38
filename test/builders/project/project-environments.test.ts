import { fileResource, isFlowSpecError, odpsSql, project, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../support/from-spec.ts'

const cron = '00 02 00 * * ?'

const retail = project('retail')
  .environments({ dev: { database: 'retail_dev', retries: 0 }, prod: { database: 'retail', retries: 3 } })
  .add(fileResource('a.jar'))
  .add(
    ({ database, retries }) => [
      workflow('orders')
        .cron(cron)
        .nodes(odpsSql('ods').code(`select * from ${database}.raw`).strategy({ rerunTimes: retries })),
    ],
    (_, environment) => workflow(`only_${environment}`).cron(cron),
  )

describe('environments', () => {
  it.each([
    ['dev', 'select * from retail_dev.raw', 0],
    ['prod', 'select * from retail.raw', 3],
  ] as const)('%s gives its variables to the functions that make parts', (environment, content, rerunTimes) => {
    const built = retail.build({ environment })
    expect(built.environment).toBe(environment)
    const [jar, orders, only] = built.documents
    expect(jar?.kind).toBe('Resource')
    expect(orders?.spec.workflows?.[0]?.nodes).toMatchObject([{ script: { content }, rerunTimes }])
    expect(only?.spec.name).toBe(`only_${environment}`)
  })

  it('are all checked when none is named, and each fault is told once', () => {
    const faulty = retail.add((_, environment) =>
      workflow('late')
        .cron(environment === 'dev' ? 'x' : cron)
        .owner('1')
        .path('y'),
    )
    const rules = { 'graph/empty-workflow': 'off', 'document/missing-content': 'off' } as const
    expect(faulty.check({ rules }).map(({ rule, environments }) => [rule, environments])).toEqual([
      ['name/path-mismatch', ['dev', 'prod']],
      ['schedule/cron-syntax', ['dev']],
    ])
    expect(faulty.check({ environment: 'prod', rules }).map(({ rule, environments }) => [rule, environments])).toEqual([
      ['name/path-mismatch', ['prod']],
    ])
  })

  it('show all of them', () => {
    const shown = JSON.parse(JSON.stringify(retail))
    expect(Object.keys(shown.environments)).toEqual(['dev', 'prod'])
    expect(shown.environments.dev).toEqual(JSON.parse(JSON.stringify(retail.build({ environment: 'dev' }))))
  })

  it.each([
    [{ environment: 'stage' }, "Project 'retail' has no environment 'stage'."],
    [{ environment: '__proto__' }, "Project 'retail' has no environment '__proto__'."],
    [{}, "Project 'retail' is asked for no environment."],
  ])('that are not there are an error: %o', (options, message) => {
    const build = () => retail.build(options as { environment: 'dev' })
    expect(build).toThrow(message)
    try {
      build()
    } catch (error) {
      expect(isFlowSpecError(error) && error.diagnostics).toMatchObject([
        { rule: 'project/unknown-environment', path: '', hint: 'It has: dev, prod.' },
      ])
    }
  })

  it('say which variable is no JSON data, in the environment that has it', () => {
    const values: object = { dev: { at: new Date(0) }, prod: { at: 1 } }
    const dated = project('retail').environments(values as { dev: { at: 1 }; prod: { at: 1 } })
    const message = `Environment 'dev' of project 'retail' holds "at", whose value JSON cannot hold.`
    expect(dated.check()).toMatchObject([{ rule: 'document/not-json', message, environments: ['dev'] }])
    expect(() => dated.build({ environment: 'dev' })).toThrow(message)
    expect(dated.build({ environment: 'prod' }).documents).toEqual([])
  })

  it('take variables that an interface describes', () => {
    interface Settings {
      readonly database: string
      readonly tables: readonly string[]
    }
    const dev: Settings = { database: 'retail_dev', tables: ['a'] }
    const described = project('retail')
      .environments({ dev, prod: { ...dev, database: 'retail' } })
      .add(({ database, tables }) => workflow(`${database}_${tables.length}`).cron(cron))
    expect(described.build({ environment: 'prod' }).documents[0]?.spec.name).toBe('retail_1')
  })

  it('are an error where the project has none', () => {
    const asked: object = { environment: 'dev' }
    const found = project('retail').check(asked)
    expect(found).toMatchObject([
      { rule: 'project/unknown-environment', message: "Project 'retail' has no environment 'dev'." },
    ])
  })

  it.each([
    ['databse', 'Did you mean "database"?'],
    ['region', 'It has: database, retries.'],
  ])('refuse to be asked for %s, which none of them has', (name, hint) => {
    const asking = project('retail')
      .environments({ dev: { database: 'retail_dev', retries: 0 }, prod: { database: 'retail', retries: 3 } })
      .add((variables) => {
        const values: Readonly<Record<string, unknown>> = variables
        return workflow('orders')
          .cron('00 02 00 * * ?')
          .nodes(odpsSql('n').code(`select * from ${String(values[name])}`))
      })
    const message = `Environment 'prod' of project 'retail' has no variable '${name}'.`
    const fault = { rule: 'project/unknown-variable', message, hint }
    expect(diagnosticsOf(() => asking.build({ environment: 'prod' }))).toMatchObject([fault])
  })

  it('are data all the same: shown, copied and spread', async () => {
    let shown: unknown
    const part = workflow('orders').cron('00 02 00 * * ?')
    const asking = project('retail')
      .environments({ dev: { database: 'retail_dev' }, prod: { database: 'retail' } })
      .add((variables) => {
        shown = [JSON.stringify(variables), { ...variables }, Object.keys(variables), 'other' in variables, variables]
        return part
      })
    asking.build({ environment: 'prod' })
    const data = { database: 'retail' }
    expect(await Promise.resolve(shown)).toEqual([JSON.stringify(data), data, ['database'], false, data])
  })

  it('of a misspelt environment are told with the one that is meant', () => {
    const asked: object = { environment: 'prdo' }
    const found = project('retail')
      .environments({ dev: { at: 1 }, prod: { at: 1 } })
      .check(asked)
    expect(found).toMatchObject([{ rule: 'project/unknown-environment', hint: 'Did you mean "prod"?' }])
  })

  it('keeps what a function throws as the cause of the error of a build', () => {
    const broken = retail.add(() => {
      throw new RangeError('no such table')
    })
    expect(() => broken.build({ environment: 'dev' })).toThrow(
      expect.objectContaining({ cause: new RangeError('no such table') }),
    )
  })
})
