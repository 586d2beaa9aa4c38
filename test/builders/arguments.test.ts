import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  assignment,
  branch,
  doWhile,
  external,
  forEach,
  isFlowSpecError,
  join,
  odpsSql,
  paramHub,
  project,
  subProcess,
  virtual,
  workflow,
} from '../../src/index.ts'
import { ofBuilders } from '../support/builder-calls.ts'
import { wrongValues } from '../support/wrong-values.ts'

type Call = (...given: readonly unknown[]) => unknown

/** What each method takes, where the shared table gives less to look at or what the nodes here do not take. */
const taken: Readonly<Record<string, readonly unknown[]>> = {
  ...ofBuilders,
  resourceGroup: ['r', { cu: '1' }],
  output: ['o', { refTableName: 'r' }],
  after: ['n'],
  expression: ['a and b'],
  result: ['Success'],
  cron: ['00 03 00 * * ?'],
}

/** Methods that are asked and change nothing, and those that take nodes or parts, which the build looks at. */
const others = [
  'constructor',
  'name',
  'kind',
  'identifier',
  'draft',
  'revised',
  'restructured',
  'withParts',
  'compared',
  'buildSettings',
  'build',
  'check',
  'review',
  'toJSON',
  'toTrigger',
  'when',
  'node',
  'allNodes',
  'nodes',
  'nodeList',
  'outputOf',
  'case',
  'take',
  'item',
  'round',
  'offset',
  'add',
  'component',
]

const builders: Readonly<Record<string, object>> = {
  node: odpsSql('n'),
  branch: branch('b'),
  join: join('j').arm('x', 'n'),
  assignment: assignment('a', 'shell'),
  forEach: forEach('f'),
  doWhile: doWhile('d'),
  paramHub: paramHub('h'),
  subProcess: subProcess('s'),
  workflow: workflow('w').nodes(virtual('v')),
  project: project('p'),
}

function methodsOf(builder: object): readonly string[] {
  const names = new Set<string>()
  for (let one = Object.getPrototypeOf(builder); one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) if (!others.includes(name)) names.add(name)
  }
  return [...names]
}

function argumentsOf(kind: string, method: string): readonly unknown[] {
  if (kind === 'workflow' && method === 'trigger') return ['t']
  if (kind === 'workflow' && method === 'after') return [workflow('other')]
  if (kind === 'join' && method === 'arm') return ['a', 'n', { status: 'Success' }]
  if (kind === 'assignment' && method === 'result') return []
  return taken[method] ?? []
}

/** What is wrong with a cell of the table: a silent loss, or an error that is not one of this library and of this call. */
function fault(builder: object, method: string, given: readonly unknown[]): string | undefined {
  const call = Reflect.get(builder, method) as Call
  try {
    const result = call.apply(builder, [...given])
    if (isDeepStrictEqual(result, builder)) return 'vanishes'
    const made = result as { check?(): unknown; toJSON(): unknown }
    made.check?.()
    made.toJSON()
    return undefined
  } catch (error) {
    if (!isFlowSpecError(error)) return `throws ${String(error)}`
    return error.message.includes(`${method}(): `) ? undefined : `says ${error.message}`
  }
}

const rows = Object.entries(builders).flatMap(([kind, builder]) =>
  methodsOf(builder).map((method) => [kind, method, builder] as const),
)

/** Whether an argument may be undefined: one that may be left out. */
function isOptional(method: string, at: number, good: readonly unknown[]): boolean {
  if (method === 'outputVariable' && at === 1) return true
  return at > 0 && typeof good[at] === 'object'
}

function wrongCells(builder: object, method: string, good: readonly unknown[]): readonly string[] {
  return [...good.keys()].flatMap((at) =>
    Object.entries(wrongValues).flatMap(([label, make]) => {
      if (label === 'undefined' && isOptional(method, at, good)) return []
      const given = good.map((one, index) => (index === at ? make() : one))
      const found = fault(builder, method, given)
      return found === undefined ? [] : [`argument ${at + 1}, ${label}: ${found}`]
    }),
  )
}

describe('whatever a method is given', () => {
  test.each(rows)('%s: %s() refuses it by name, or keeps it', (kind, method, builder) => {
    const good = argumentsOf(kind, method)
    // A method that the table does not know fails here.
    if (good.length === 0) expect([kind, method]).toEqual(['assignment', 'result'])
    expect(wrongCells(builder, method, good)).toEqual([])
  })
})

describe('what a user sees', () => {
  const untyped = (value: unknown): never => value as never
  test.each<[string, () => unknown, string]>([
    [
      'a bare number as timeout',
      () => odpsSql('a').strategy({ timeout: untyped(3600) }),
      'strategy(): strategy.timeout is 3600.',
    ],
    [
      'text as timeout',
      () => odpsSql('a').strategy({ timeout: untyped('2h') }),
      'strategy(): strategy.timeout is "2h".',
    ],
    [
      'another object as timeout',
      () => workflow('a').strategy({ timeout: untyped({ minutes: 2 }) }),
      'strategy(): strategy.timeout is an object.',
    ],
    ['no value', () => odpsSql('a').param('x', untyped(undefined)), 'param(): value is undefined.'],
    ['no file', () => odpsSql('a').codeFile(untyped(undefined)), 'codeFile(): file is undefined.'],
    ['a misspelt default', () => workflow('a').defaults(untyped({ datasorce: 'x' })), 'Did you mean "datasource"?'],
    [
      'a misspelt setting of a default strategy',
      () => workflow('a').defaults({ strategy: untyped({ rerunTime: 3 }) }),
      'defaults(): defaults.strategy has a key "rerunTime", which nothing reads.',
    ],
    [
      'a bare number as timeout by default',
      () => project('a').defaults({ strategy: untyped({ timeout: 3600 }) }),
      'defaults(): defaults.strategy.timeout is 3600.',
    ],
    [
      'a misspelt type of data sources',
      () => workflow('a').defaults({ datasource: untyped({ odsp: 'x' }) }),
      'Did you mean "odps"?',
    ],
    [
      'a timeout in weeks',
      () => odpsSql('a').strategy({ timeout: untyped({ value: 2, unit: 'WEEKS' }) }),
      'strategy(): strategy.timeout is an object.',
    ],
    [
      'a timeout whose unit is in small letters',
      () => workflow('a').strategy({ timeout: untyped({ value: 2, unit: 'hours' }) }),
      'strategy(): strategy.timeout is an object.',
    ],
    ['a misspelt setting of a build', () => workflow('a').build(untyped({ projet: 'x' })), 'Did you mean "project"?'],
    [
      'another version',
      () => workflow('a').build(untyped({ version: '2.0.0' })),
      'build(): options.version is "2.0.0".',
    ],
    [
      'a missing variable',
      () => project('p').environments(untyped({ dev: { x: 1, y: 2 }, prod: { x: 1 } })),
      'environments(): environments.prod has no value for "y", which another environment has.',
    ],
    [
      'a variable of two types',
      () => project('p').environments(untyped({ dev: { x: 1 }, prod: { x: 'a' } })),
      'environments(): environments.prod.x is "a".',
    ],
    [
      'a variable that is a list in one environment',
      () => project('p').environments(untyped({ dev: { x: ['a'] }, prod: { x: 'a' } })),
      'Give a list, as environments.dev.x is, or a variable of another name.',
    ],
    [
      'a variable that has no value in the third',
      () => project('p').environments(untyped({ dev: { x: 1 }, test: { x: 2 }, prod: { x: null } })),
      'environments(): environments.prod.x is null.',
    ],
    ['a list of parts', () => project('p').add(untyped([workflow('a')])), 'a list is spread, .add(...parts)'],
    ['a node for a part', () => project('p').add(untyped(virtual('a'))), 'nodes belong into a workflow'],
    ['a date to come after', () => odpsSql('a').after(untyped(new Date(0))), 'after(): item 1 is a Date.'],
    ['an address to come after', () => odpsSql('a').after(untyped(new URL('http://a'))), 'after(): item 1 is '],
    ['a misspelt runtime', () => odpsSql('a').runtime(untyped({ sparkconf: {} })), 'Did you mean "sparkConf"?'],
    ['a setting of a table', () => odpsSql('a').reads(untyped({ giud: 't' })), 'reads(): table 1 has a key "giud"'],
    ['a language', () => assignment('a', untyped('python4')), "Give 'odps' or 'python2' or 'shell'."],
    ['a state', () => join('a').result(untyped('Sucess')), 'result(): status is "Sucess".'],
    ['an arm of a join', () => join('a').arm('x', 'n', { status: untyped([7]) }), 'options.status is a list.'],
    ['nothing to come after', () => odpsSql('a').after(untyped(undefined)), 'after(): item 1 is undefined.'],
    ['a promise', () => odpsSql('a').code(untyped(Promise.resolve('x'))), 'Write await before what makes it.'],
    ['a list for a text', () => forEach('a').over(untyped(['a'])), 'over(): list is a list.'],
    ['no output', () => external(untyped(undefined)), 'external(): output is undefined.'],
    ['no name', () => odpsSql(untyped(undefined)), 'odpsSql(): name is undefined.'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message)
    expect(call).toThrow('builder/argument')
  })

  test('check() gives a diagnostic for settings it does not know, beside what it finds', () => {
    const found = workflow('a').check(untyped({ projet: 'x', trace: 5 }))
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'builder/argument check(): options has a key "projet", which nothing reads.',
      'builder/argument check(): options.trace is 5.',
      "graph/empty-workflow Workflow 'a' has no nodes.",
      "schedule/missing-trigger Workflow 'a' has no trigger, so it never runs.",
    ])
    expect(project('a').check(untyped({ enviroment: 'x' }))).toMatchObject([{ hint: 'Did you mean "environment"?' }])
  })
})
