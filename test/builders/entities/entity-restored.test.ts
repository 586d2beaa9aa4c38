import { type EntityBuilder, type EntityKind, fromSpec } from 'flowspec'
import { describe, expect, it } from 'vitest'

const lists: Readonly<Record<EntityKind, string>> = {
  Resource: 'fileResources',
  Function: 'functions',
  Component: 'components',
  DataSource: 'datasources',
  Table: 'tables',
  DataQuality: 'dqcRules',
  DataIntegrationJob: 'dataIntegrationJobs',
}

const read: Readonly<Record<EntityKind, Readonly<Record<string, unknown>>>> = {
  Resource: {
    future: { kept: true },
    type: 'jar',
    name: 'a.jar',
    script: { runtime: { command: 'EMR_JAR', commandTypeId: 231 }, path: 'x/a.jar', id: '7' },
  },
  Function: {
    name: 'f',
    script: {
      content: '{ "name": "f", "id": 7635763838174670470, "className": "a.B" }',
      runtime: { command: 'ODPS_FUNCTION', engine: 'MaxCompute' },
    },
    className: 'a.B',
    fileResources: [{ name: 'a.jar' }, '{{b}}'],
  },
  Component: { script: '{{sql}}', name: 'c', input: [{ name: 'a' }] },
  DataSource: { type: 'mysql', name: 'd' },
  Table: { guid: 'odps.retail.t', ddl: 'x' },
  DataQuality: { ruleConfig: '{}', name: 'q' },
  DataIntegrationJob: { name: 'j', script: { content: '' } },
}

const kinds = Object.keys(lists).filter((kind): kind is EntityKind => kind in lists)
const built = (builder: EntityBuilder) =>
  Object.values(JSON.parse(JSON.stringify(builder)).spec as Record<string, readonly unknown[]>)[0]?.[0]

function restored<Kind extends EntityKind>(kind: Kind) {
  const { name = '', guid = name } = read[kind]
  return fromSpec({ kind, spec: { [lists[kind]]: [read[kind]] } }).entity(String(guid), kind)
}

describe('an entity that was read', () => {
  it.each(kinds)('of kind %s is built again as it was', (kind) => {
    const builder: EntityBuilder = restored(kind)
    expect(builder.kind).toBe(kind)
    expect(builder.name).toBe(read[kind]['name'] ?? read[kind]['guid'])
    expect(JSON.stringify(built(builder))).toBe(JSON.stringify(read[kind]))
  })

  it('keeps what is not set, of its script too', () => {
    const changed = restored('Resource').owner('1').path('y/a.jar').command('ODPS_JAR').datasource('d')
    expect(built(changed)).toEqual({
      future: { kept: true },
      type: 'jar',
      name: 'a.jar',
      owner: '1',
      datasource: { name: 'd', type: 'odps' },
      script: { runtime: { command: 'ODPS_JAR', commandTypeId: 231 }, path: 'y/a.jar', id: '7' },
    })
    expect(built(restored('Resource').datasource('d'))).toMatchObject({ datasource: { type: 'emr' } })
  })

  it('that is a function keeps what its content says beyond what is set, and every digit of it', () => {
    expect(built(restored('Function').owner('1'))).toMatchObject({
      owner: '1',
      script: {
        content: '{"name":"f","id":7635763838174670470,"className":"a.B","owner":"1"}',
        runtime: { command: 'ODPS_FUNCTION', engine: 'MaxCompute' },
      },
    })
  })
})
