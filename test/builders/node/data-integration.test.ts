import { dataIntegration, di, isFlowSpecError, type JobFields, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const copy = dataIntegration()
  .reader('mysql', { table: ['orders'] })
  .writer('odps', { table: 'ods_orders' })

describe('the content of a Data Integration job', () => {
  it('is JSON text with the steps, their order and the settings', () => {
    const job = copy.errorLimit(0).speed({ concurrent: 2, throttle: true }).speed({ mbps: 10 }).extend({ mode: 'code' })
    expect(job.toCode()).toBe(JSON.stringify(job))
    expect(JSON.parse(job.toCode())).toEqual({
      type: 'job',
      version: '2.0',
      steps: [
        { stepType: 'mysql', parameter: { table: ['orders'] }, name: 'Reader', category: 'reader' },
        { stepType: 'odps', parameter: { table: 'ods_orders' }, name: 'Writer', category: 'writer' },
      ],
      order: { hops: [{ from: 'Reader', to: 'Writer' }] },
      setting: { errorLimit: { record: '0' }, speed: { concurrent: 2, throttle: true, mbps: '10' } },
      extend: { mode: 'code' },
    })
  })

  it('leads from each step to the next, unless hops are given', () => {
    const steps = dataIntegration()
      .reader('mysql', {}, { name: 'a' })
      .reader('mysql', {}, { name: 'b' })
      .step('transformer', 'dx_filter', {})
      .writer('odps', {})
    const order = (job: { toCode(): string }): unknown => JSON.parse(job.toCode()).order
    expect(order(steps)).toEqual({
      hops: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'transformer' },
        { from: 'transformer', to: 'Writer' },
      ],
    })
    expect(order(steps.hop('a', 'Writer').hop('b', 'Writer'))).toEqual({
      hops: [
        { from: 'a', to: 'Writer' },
        { from: 'b', to: 'Writer' },
      ],
    })
    expect(order(dataIntegration())).toEqual({ hops: [] })
  })

  it('takes settings it has no word for', () => {
    const job = copy.errorLimit({ record: 5 }).setting({ jvmOption: '-Xmx1g' })
    expect(JSON.parse(job.toCode()).setting).toEqual({ errorLimit: { record: '5' }, jvmOption: '-Xmx1g' })
    expect(JSON.parse(copy.errorLimit({}).toCode()).setting).toEqual({})
  })

  it.each<readonly [string, () => unknown, string]>([
    ['a function', () => copy.reader('mysql', { where: () => 1 }), 'reader(): parameter holds "where"'],
    ['a date deep inside', () => copy.setting({ a: { b: new Date() } }), 'setting(): fields holds "b"'],
    ['no object', () => copy.extend('x' as unknown as JobFields), 'extend(): fields is "x"'],
  ])('refuses %s at once', (_, step, message) => {
    expect(step).toThrow(message)
    try {
      step()
    } catch (error) {
      expect(isFlowSpecError(error) && error.diagnostics[0]?.rule).toMatch(/^(?:document\/not-json|builder\/argument)$/)
    }
  })

  it('is the code of a node, which needs no data source of its own', () => {
    const [node] =
      workflow('w').cron('00 02 00 * * ?').nodes(di('d').code(copy)).build().spec.workflows?.[0]?.nodes ?? []
    expect(node).not.toHaveProperty('datasource')
    expect(node?.script).toMatchObject({ language: 'json', runtime: { command: 'DI' }, content: copy.toCode() })
  })
})
