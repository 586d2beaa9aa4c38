import {
  component,
  dataIntegration,
  dataIntegrationJob,
  datasource,
  dqcRule,
  type EntityBuilder,
  external,
  fileResource,
  project,
  table,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

interface Shown {
  toJSON(): unknown
}

/** Every step of a builder beyond those that all have, each with objects of the caller's. */
function steps<Builder extends Shown>(start: Builder, ...each: readonly ((builder: Builder) => Shown)[]): () => void {
  return () => {
    for (const step of each) {
      const before = JSON.stringify(start)
      const next = step(start)
      expect(JSON.stringify(start)).toBe(before)
      expect(JSON.stringify(next)).not.toBe(before)
      expect(Object.getPrototypeOf(next)).toBe(Object.getPrototypeOf(start))
    }
  }
}

const engine = { type: 'MaxCompute' }
const job = dataIntegration().reader('mysql', { a: 1 }).writer('odps', {}, { name: 'Out' })
const common: readonly ((builder: EntityBuilder) => EntityBuilder)[] = [
  (one) => one.id('7'),
  (one) => one.extra({ a: 1 }),
  (one) => one.when(true, (inner) => inner.id('8')),
]

describe('no step changes its builder', () => {
  it.each<readonly [string, () => void]>([
    [
      'fileResource',
      steps(
        fileResource('a.jar'),
        ...common,
        (one) => one.type('file'),
        (one) => one.file('x', { type: 'local' }),
        (one) => one.path('p').owner('1').description('d').command('c').datasource('d').resourceGroup('g'),
      ),
    ],
    [
      'udf',
      steps(
        udf('f'),
        ...common,
        (one) => one.type('math').className('a.B').armResource('r').usage({ usage: 'u' }),
        (one) => one.resources('r'),
        (one) => one.embedded('java8', 'x'),
      ),
    ],
    [
      'component',
      steps(
        component('c'),
        ...common,
        (one) => one.input('a'),
        (one) => one.output('b'),
        (one) => one.code('x'),
      ),
    ],
    ['datasource', steps(datasource('d'), ...common, (one) => one.type('t').subType('s').config({ a: 1 }))],
    [
      'table',
      steps(table('t'), ...common, (one) => one.ddl('x').hasPartition(true).isVisible(true).calcEngine(engine)),
    ],
    [
      'dqcRule',
      steps(
        dqcRule('q'),
        ...common,
        (one) => one.table('t').partition('p').calcEngine(engine).config('{}'),
        (one) => one.startedBy('7'),
        (one) => one.startedBy(external('a.b')),
      ),
    ],
    ['dataIntegrationJob', steps(dataIntegrationJob('j'), ...common, (one) => one.code(job))],
    [
      'dataIntegration',
      steps(
        job,
        (one) => one.reader('mysql', {}, { name: 'Second' }),
        (one) => one.writer('odps', {}),
        (one) => one.step('transformer', 'replace', {}),
        (one) => one.hop('Reader', 'Out').hop('Out', 'Reader'),
        (one) => one.errorLimit(3),
        (one) => one.speed({ concurrent: 1 }),
        (one) => one.setting({ a: 1 }),
        (one) => one.extend({ mode: 'code' }),
      ),
    ],
    [
      'project',
      steps(
        project('p'),
        (one) => one.add(workflow('w').nodes(virtual('v'))),
        (one) => one.environments({ dev: {} }),
        (one) => one.when(true, (inner) => inner.add(fileResource('a.jar'))),
      ),
    ],
  ])('of %s', (_, run) => run())
})

it('keeps nothing of an object the caller changes later, and freezes none', () => {
  const storage = { type: 'hdfs' as const, addresses: ['a'] }
  const parameter = { table: ['orders'] }
  const config = { database: 'orders' }
  const variables = { dev: { tables: ['a'] } }
  const defaults = { owner: '1' }
  const shown = () =>
    JSON.stringify([
      resource,
      copy,
      source,
      made.build({ environment: 'dev' }).documents.map(({ spec }) => spec.workflows?.[0]?.name),
    ])
  const resource = fileResource('a.jar').file('x', storage)
  const copy = dataIntegration().reader('mysql', parameter)
  const source = datasource('d').config(config)
  const made = project('p')
    .environments(variables)
    .defaults(defaults)
    .add(({ tables }) => tables.map((name) => workflow(name).cron('00 02 00 * * ?')))
  const before = shown()
  storage.addresses.push('b')
  parameter.table.push('more')
  config.database = 'other'
  variables.dev.tables.push('b')
  defaults.owner = '2'
  expect(shown()).toBe(before)
})
