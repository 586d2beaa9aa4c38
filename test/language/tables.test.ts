import { describe, expect, test } from 'vitest'
import { dependencyTypes, isAboutItself, isCrossCycle, isDependencyType } from '../../src/language/dependency-types.ts'
import { entityKinds, everyEntityKind, isEntityKind } from '../../src/language/entity-kinds.ts'
import { entityTable } from '../../src/language/generated/entity-table.ts'
import { nodeTypes } from '../../src/language/generated/node-types.ts'
import { schemaBundle } from '../../src/language/index.ts'
import {
  bodyEntities,
  everyStructure,
  loopEndCommand,
  structureInField,
  structureOfCommand,
  structures,
} from '../../src/language/structures.ts'

function valuesOf(entity: string, field: string): unknown {
  return Object(schemaBundle().definitions[entity]).properties[field].enum
}

describe('control structures', () => {
  test('stand under their own names', () => {
    for (const [name, structure] of Object.entries(structures)) expect(structure.name).toBe(name)
  })

  test('belong to commands that DataWorks has, and are found by them', () => {
    for (const structure of everyStructure()) {
      expect(nodeTypes.has(structure.command)).toBe(true)
      expect(structureOfCommand(structure.command)).toBe(structure)
    }
    expect(structureOfCommand('ODPS_SQL')).toBeUndefined()
  })

  test('stand in fields of nodes, and are found by them', () => {
    const told = everyStructure().filter(({ field }) => field !== undefined)
    expect(told.map(({ field = '' }) => entityTable.Node.children[field])).toEqual(
      told.map(({ entity }) => ({ entity, many: false })),
    )
    for (const structure of told) expect(structureInField(structure.field ?? '')).toBe(structure)
    expect(structureInField('script')).toBeUndefined()
  })

  test('hold nodes, and dependencies where they say so', () => {
    const bodies = everyStructure().filter(({ edges }) => edges !== undefined)
    expect(new Set(bodies.map(({ entity }) => entity))).toEqual(new Set(bodyEntities))
    for (const { entity = 'Node', edges = '' } of bodies) {
      expect(entityTable[entity].children).toMatchObject({
        nodes: { entity: 'Node', many: true },
        [edges]: { entity: 'Dependency', many: true },
      })
    }
  })

  test('have start and end nodes when they are loops', () => {
    expect(everyStructure().filter(({ isLoop }) => isLoop)).toEqual([structures.doWhile, structures.forEach])
    for (const end of ['START', 'END'] as const) {
      expect(nodeTypes.has(loopEndCommand('doWhile', end))).toBe(true)
      expect(nodeTypes.has(loopEndCommand('forEach', end))).toBe(true)
    }
  })
})

describe('kinds of entities', () => {
  test('are kinds of documents, with lists of the body', () => {
    for (const kind of everyEntityKind()) {
      const { list, entity } = entityKinds[kind]
      expect(valuesOf('Document', 'kind')).toContain(kind)
      expect(entityTable.Spec.children[list]).toEqual({ entity, many: true })
    }
  })

  test('are not those of workflows and nodes, nor names that every object has', () => {
    const other = ['CycleWorkflow', 'Node', 'constructor', '']
    expect([...everyEntityKind(), ...other].filter(isEntityKind)).toEqual(everyEntityKind())
  })
})

test.each([
  ['Normal', true, false, false],
  ['CrossCycleDependsOnSelf', true, true, true],
  ['CrossCycleDependsOnChildren', true, true, true],
  ['CrossCycleDependsOnOtherNode', true, true, false],
  ['normal', false, false, false],
  ['', false, false, false],
])('the dependency type %j is known: %s, of a previous cycle: %s, about the node itself: %s', (type, ...expected) => {
  expect([isDependencyType(type), isCrossCycle(type), isAboutItself(type)]).toEqual(expected)
})

test('the schema has the types of dependencies', () => {
  expect(valuesOf('Depend', 'type')).toEqual(Object.values(dependencyTypes))
})

test.each<[command: string, type: object]>([
  ['ODPS_SQL_SCRIPT', { code: 24, language: 'odps-script', datasourceType: 'odps' }],
  ['PY_ODPS', { code: 221, language: 'python2', datasourceType: 'odps' }],
  ['PY_ODPS3', { code: 1221, language: 'python3', datasourceType: 'odps' }],
  ['DI2', { code: 23, language: 'json' }],
  ['SERVERLESS_STARROCKS', {}],
  ['LLM_NODE', {}],
  ['LINDORM_SPARK', {}],
  ['LINDORM_SPARK_SQL', {}],
])('%s, which only the pages on node types name, is known', (command, type) => {
  expect(nodeTypes.get(command)).toEqual(type)
})
