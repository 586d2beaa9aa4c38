import {
  checkSpec,
  convertSpec,
  dataIntegration,
  dataIntegrationJob,
  dqcRule,
  fromSpec,
  project,
  readSpec,
  table,
  writeJson,
} from 'flowspec'
import { describe, expect, test } from 'vitest'

const faults = (document: object): readonly string[] => checkSpec(document).map(({ rule, path }) => `${rule} ${path}`)

/** A text would be a reference to a table of the document; the parser of the reference implementation reads an artifact. */
describe('the table of a data quality rule is an artifact:', () => {
  const rule = dqcRule('d')
  test.each<[string, object, string]>([
    ['by its full name', rule.table('odps.p.t').build(), 'odps.p.t'],
    ['by a name with a schema', rule.table('odps.p.s.t').build(), 'odps.p.s.t'],
    ['of another engine', rule.table('hologres.db.public.orders').build(), 'hologres.db.public.orders'],
    ['in another script', rule.table('odps.p.订单').build(), 'odps.p.订单'],
    ['by its builder', rule.table(table('odps.p.built')).build(), 'odps.p.built'],
    ['set twice', rule.table('odps.p.first').table('odps.p.t').build(), 'odps.p.t'],
    ['read again', fromSpec(rule.table('odps.p.t').build()).build(), 'odps.p.t'],
  ])('%s', (_, built, guid) => {
    const written = `"table":{"artifactType":"Table","guid":"${guid}"}`
    expect(writeJson(built, { indent: 0 })).toContain(written)
    expect(faults(built)).toEqual([])
    expect(JSON.stringify(convertSpec(built, { version: '2.0.0' }).documents)).toContain(written)
  })

  test.each([
    ['a bare text, which refers to nothing', 'odps.p.t', 'reference/unknown-entity'],
    ['no guid', { artifactType: 'Table' }, 'schema/missing-field'],
    ['an empty guid', { artifactType: 'Table', guid: '' }, 'schema/empty-text'],
    ['a number', 5, 'schema/type'],
  ])('%s is told', (_, held, name) => {
    const document = { kind: 'DataQuality', version: '1.1.0', spec: { dqcRules: [{ name: 'd', table: held }] } }
    expect(checkSpec(document).map((one) => one.rule)).toContain(name)
  })
})

/** The example and the test of the reference implementation have this command, and no other. */
describe('a job of Data Integration has its command:', () => {
  const copy = dataIntegration()
    .reader('mysql', { table: ['a'] })
    .writer('odps', { table: 'b' })
  const job = dataIntegrationJob('j')
  const built = job.code(copy).build()
  test.each<[string, object]>([
    ['with steps', built],
    ['without code', job.build()],
    ['with a text of JSON', job.code('{"steps":[]}').build()],
    ['with a path', job.code(copy).path('retail/j').build()],
    ['in a project', Object(project('retail').add(job.code(copy)).build().documents[0])],
    ['read again', fromSpec(built).build()],
    ['written and read', readSpec(writeJson(built))],
  ])('%s', (_, document) => {
    expect(writeJson(document, { indent: 0 })).toContain('"runtime":{"command":"DATA_INTEGRATION_JOB"}')
    expect(checkSpec(document).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
