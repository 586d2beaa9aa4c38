import { isFlowSpecError, odpsSql, shell, workflow } from 'flowspec'
import { type Defaulted, type Diagnostic, template } from 'flowspec/templates'
import { S } from 'fluent-json-schema'
import { describe, expect, expectTypeOf, test } from 'vitest'

function faultsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run()
  } catch (error) {
    if (isFlowSpecError(error)) return error.diagnostics
    throw error
  }
  throw new Error('nothing was thrown')
}

interface Ingest {
  table: string
  hour: Defaulted<number>
  owner?: string
}

const ingest = template({
  name: 'ingest',
  parameters: S.object<Ingest>()
    .prop('table', S.string().minLength(2).pattern('^[a-z_]+$').required())
    .prop('hour', S.integer().minimum(0).maximum(23).default(2))
    .prop('owner', S.string()),
  build: ({ table, hour, owner }) => {
    const flow = workflow(`ingest_${table}`).cron(`00 00 ${String(hour).padStart(2, '0')} * * ?`)
    return (owner === undefined ? flow : flow.owner(owner)).nodes(
      odpsSql(`ods_${table}`).code(`select * from ${table}`),
    )
  },
})

describe('a template', () => {
  test('builds what its parameters say, with defaults', () => {
    expect(ingest({ table: 'orders' }).build()).toMatchObject({
      spec: { workflows: [{ name: 'ingest_orders', trigger: { cron: '00 00 02 * * ?' } }] },
    })
    expect(ingest({ table: 'orders', hour: 5, owner: '42' }).build()).toMatchObject({
      spec: { workflows: [{ owner: '42', trigger: { cron: '00 00 05 * * ?' } }] },
    })
  })

  test('knows its name and its parameters as a JSON Schema', () => {
    expect(ingest.name).toBe('ingest')
    expect(JSON.parse(JSON.stringify(ingest.parameters))).toEqual({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      additionalProperties: false,
      required: ['table'],
      properties: {
        table: { type: 'string', minLength: 2, pattern: '^[a-z_]+$' },
        hour: { type: 'integer', minimum: 0, maximum: 23, default: 2 },
        owner: { type: 'string' },
      },
    })
    expect(Object.isFrozen(ingest.parameters)).toBe(true)
    expect(Object.isFrozen(ingest.parameters['properties'])).toBe(true)
  })

  test('never changes or keeps the objects it is given', () => {
    const columns = [{ name: 'id' }]
    const given = Object.freeze({ columns })
    const table = template({
      name: 'table',
      parameters: S.object<{ columns: { name: string; type?: string }[] }>().prop(
        'columns',
        S.array().items(S.object().prop('name', S.string().required()).prop('type', S.string().default('string'))),
      ),
      build: (values) => values,
    })
    const built = table(given)
    expect(built).toEqual({ columns: [{ name: 'id', type: 'string' }] })
    expect(columns).toEqual([{ name: 'id' }])
    expect(built.columns).not.toBe(columns)
  })

  test('takes fields that are undefined as left out', () => {
    expect(ingest.check({ table: 'orders', hour: undefined })).toEqual([])
    expect(ingest.check({ table: undefined }).map(({ rule }) => rule)).toEqual(['schema/missing-field'])
  })

  test('checks what stands in a form without building', () => {
    expect(ingest.check({ table: 'orders' })).toEqual([])
    expect(ingest.check({ hour: 25 }).map(({ path }) => path)).toEqual(['/hour', '/table'])
  })
})

describe('faults', () => {
  test('are all reported at once, each with its parameter, its value and what it takes', () => {
    const given: Parameters<typeof ingest>[0] = JSON.parse('{ "tabel": "orders", "hour": 25, "owner": 7 }')
    expect(faultsOf(() => ingest(given))).toEqual([
      {
        rule: 'schema/range',
        severity: 'error',
        message: "Parameter 'hour' is 25, but it takes at most 23.",
        path: '/hour',
        subject: { kind: 'template', name: 'ingest' },
        docs: 'docs/rules.md#schema-range',
      },
      expect.objectContaining({ message: "Parameter 'owner' is 7, but it takes text.", path: '/owner' }),
      expect.objectContaining({
        rule: 'schema/unknown-field',
        message: "There is no parameter 'tabel'.",
        path: '/tabel',
        hint: 'Did you mean "table"?',
      }),
      expect.objectContaining({ message: "Parameter 'table' is missing; it takes text.", path: '/table' }),
    ])
  })

  test('of what is built are those of the builders', () => {
    const broken = template({
      name: 'broken',
      parameters: S.object(),
      build: () => workflow('w').cron('never').build(),
    })
    expect(faultsOf(() => broken({})).map(({ rule }) => rule)).toContain('schedule/cron-syntax')
  })
})

describe('many at once', () => {
  test('are built in the order of the rows', () => {
    const flows = ingest.each(new Set([{ table: 'orders' }, { table: 'items', hour: 7 }]))
    expect(flows.map(({ name }) => name)).toEqual(['ingest_orders', 'ingest_items'])
  })

  test('report the faults of all rows, and build nothing', () => {
    let built = 0
    const count = template({
      name: 'count',
      parameters: S.object<{ at: number }>().prop('at', S.integer().maximum(1).required()),
      build: () => built++,
    })
    const faults = faultsOf(() => count.each([{ at: 2 }, { at: 0 }, { at: 3 }]))
    expect(faults.map(({ path, message }) => [path, message])).toEqual([
      ['/0/at', "rows[0]: Parameter 'at' is 2, but it takes at most 1."],
      ['/2/at', "rows[2]: Parameter 'at' is 3, but it takes at most 1."],
    ])
    expect(built).toBe(0)
  })

  test('report what the builders refuse, too', () => {
    const crons = template({
      name: 'crons',
      parameters: S.object<{ cron: string }>().prop('cron', S.string().required()),
      build: ({ cron }) => workflow('w').cron(cron).nodes(shell('a').code('ls')).build(),
    })
    const faults = faultsOf(() =>
      crons.each([{ cron: '00 00 02 * * ?' }, { cron: 'never' }, { cron: '00 00 25 * * ?' }]),
    )
    expect(faults.map(({ rule, path }) => [rule, path])).toEqual([
      ['schedule/cron-syntax', '/1/spec/workflows/0/trigger/cron'],
      ['schedule/cron-syntax', '/2/spec/workflows/0/trigger/cron'],
    ])
  })
})

describe('the schema', () => {
  test('must be one of an object', () => {
    const parameters: ReturnType<typeof S.object> = JSON.parse('{}')
    expect(() => template({ name: 'x', parameters, build: () => 1 })).toThrow(
      /template 'x' are not a schema of an object/,
    )
  })

  test('may allow parameters it does not name', () => {
    const open = template({
      name: 'open',
      parameters: S.object().additionalProperties(S.integer()),
      build: (values) => values,
    })
    expect(open({ a: 1 })).toEqual({ a: 1 })
    expect(open.check({ a: 'x' }).map(({ path }) => path)).toEqual(['/a'])
  })

  test('may extend another', () => {
    const base = S.object().prop('table', S.string().required())
    const extended = template({
      name: 'extended',
      parameters: S.object().prop('hour', S.integer()).extend(base),
      build: (values) => values,
    })
    expect(extended.check({ hour: 1 }).map(({ path }) => path)).toEqual(['/table'])
  })

  test('may have definitions and conditions', () => {
    const conditional = template({
      name: 'conditional',
      parameters: S.object()
        .definition('day', S.string().pattern('^\\d{8}$'))
        .prop('mode', S.string())
        .prop('day', S.ref('#/definitions/day'))
        .ifThen(
          S.object().prop('mode', S.string().const('once')).required(['mode']),
          S.object().prop('day').required(['day']),
        ),
      build: (values) => values,
    })
    expect(conditional.check({ mode: 'daily' })).toEqual([])
    expect(conditional.check({ mode: 'once' }).map(({ path }) => path)).toEqual(['/day'])
    expect(conditional.check({ day: 'x' }).map(({ path }) => path)).toEqual(['/day'])
  })

  test.each([0.1, 0.3, 0.7, 1.1, 2.3, 4.35e2])('takes %d for a multiple of 0.1', (share) => {
    const shared = template({
      name: 'shared',
      parameters: S.object().prop('share', S.number().multipleOf(0.1)),
      build: (values) => values,
    })
    expect(shared.check({ share })).toEqual([])
    expect(shared.check({ share: share + 0.05 }).map(({ rule }) => rule)).toEqual(['schema/range'])
  })

  test.each(['toString', 'valueOf', 'constructor', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString'])(
    'may name a parameter %s, which is absent when left out',
    (name) => {
      const optional = template({ name: 'o', parameters: S.object().prop(name, S.string()), build: () => 1 })
      const needed = template({ name: 'n', parameters: S.object().prop(name, S.string().required()), build: () => 1 })
      expect(optional.check({})).toEqual([])
      expect(optional.check({ [name]: 'x' })).toEqual([])
      const asked = template({
        name: 'a',
        parameters: S.object().prop(name, S.string()),
        build: (values: object) => Reflect.get(values, name),
      })
      expect([asked({}), asked({ [name]: 'x' })]).toEqual([undefined, 'x'])
      expect(needed.check({}).map(({ rule }) => rule)).toEqual(['schema/missing-field'])
    },
  )

  test('with a format nobody checks is refused at the first use', () => {
    const dated = template({
      name: 'dated',
      parameters: S.object().prop('day', S.string().format('date')),
      build: () => 1,
    })
    expect(() => dated({})).toThrow(/template 'dated' cannot be checked: unknown format "date".*`formats`/)
  })
})

test('the types are those given to the schema', () => {
  type Given = Parameters<typeof ingest>[0]
  expectTypeOf<Given['table']>().toEqualTypeOf<string>()
  expectTypeOf<Given['hour']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<Given['owner']>().toEqualTypeOf<string | undefined>()
  // @ts-expect-error: a parameter is missing
  expect(() => ingest({})).toThrow("'table' is missing")
  // @ts-expect-error: a parameter has another type
  expect(() => ingest({ table: 5 })).toThrow("'table' is 5")
  // @ts-expect-error: there is no such parameter
  expect(() => ingest({ table: 'orders', tabel: 'orders' })).toThrow("no parameter 'tabel'")
  const untyped = template({ name: 'untyped', parameters: S.object().prop('a', S.string()), build: (values) => values })
  expectTypeOf(untyped({ a: 'x' })).toEqualTypeOf<Readonly<Record<string, unknown>>>()
})
