import { EntityImpl } from '../../builders/entities/entity.ts'
import { buildEntity } from '../../builders/entities/entity-document.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { type EntityKind, entityKinds } from '../../language/entity-kinds.ts'
import { Evaluator, NotCallable } from '../program/evaluate.ts'
import { call, chained, type Expression, literal, plainStep, type Step } from '../program/expression.ts'
import { isSame } from '../rest/difference.ts'
import { type Fields, isEntityOf } from '../rest/typed-fields.ts'
import { codeSteps, objectIn } from './node-steps.ts'
import { hasOnly, isText, objectSteps, optional, stepsOfAll, withoutFields } from './written-lists.ts'

/** How an entity of a kind is written: by which function, and with which steps beside those of all kinds. */
interface EntityWriter {
  readonly start: string
  /** Which steps it has beside its own: of what stands at a path, or of what belongs to an engine as well. */
  readonly stands?: 'at a path' | 'in an engine'
  /** The field that names it. */
  readonly name?: string
  steps(entity: Fields): readonly Step[]
}

/** Steps that take the text, truth value or object in a field of their name. */
function plainSteps(entity: Fields, ...names: readonly string[]): readonly Step[] {
  return names.flatMap((name) => (entity[name] === undefined ? [] : [plainStep(name, entity[name])]))
}

const parameterFields: readonly string[] = ['type', 'args', 'description', 'defaultValue']

function parameterSteps(name: 'input' | 'output', list: unknown): readonly Step[] {
  return stepsOfAll(list, (parameter) => {
    if (!hasOnly(parameter, 'name', ...parameterFields) || !isText(parameter['name'])) return undefined
    const options = withoutFields(parameter, 'name', ...(parameter['type'] === 'string' ? ['type'] : []))
    return plainStep(name, parameter['name'], ...optional(options))
  })
}

/** What the step `file` takes of each kind of storage: what it needs, and what it may have. */
const storages: ReadonlyMap<unknown, readonly [needed: readonly string[], other: readonly string[]]> = new Map([
  ['oss', [['endpoint', 'bucket'], []]],
  ['hdfs', [['addresses'], ['hdfsUser']]],
  ['local', [[], ['root']]],
  ['maven', [[], []]],
])

function isStorage(storage: unknown): boolean {
  if (!isRecord(storage)) return false
  const [needed, other] = storages.get(storage['type']) ?? []
  if (needed === undefined || other === undefined) return false
  return needed.every((name) => storage[name] !== undefined) && hasOnly(storage, 'type', ...needed, ...other)
}

function fileSteps({ file }: Fields): readonly Step[] {
  if (!isRecord(file) || !isText(file['path'])) return []
  const { path, storage, ...options } = file
  if (!isStorage(storage) || !hasOnly(options, 'extension')) return []
  return [plainStep('file', path, storage, ...optional(options))]
}

function resourceSteps({ resourceType, fileResources, armResource }: Fields): readonly Step[] {
  const names = Array.isArray(fileResources) ? fileResources.map((one: unknown) => readText(one, 'name')) : []
  const own = resourceType === 'file' && names.every(isText) ? [plainStep('resources', ...names)] : []
  return [...own, ...(isText(armResource) ? [plainStep('armResource', armResource)] : [])]
}

function embeddedSteps({ embeddedCodeType, embeddedCode }: Fields): readonly Step[] {
  return isText(embeddedCode) ? [plainStep('embedded', embeddedCodeType, embeddedCode)] : []
}

function usageSteps(entity: Fields): readonly Step[] {
  const { usageDescription: usage, argumentsDescription: args, returnValueDescription: returns } = entity
  return objectSteps('usage', withoutFields({ usage, args, returns, example: entity['usageExample'] }))
}

const writers: Readonly<Partial<Record<EntityKind, EntityWriter>>> = {
  Resource: {
    start: 'fileResource',
    stands: 'in an engine',
    steps: (entity) => [...plainSteps(entity, 'type'), ...fileSteps(entity)],
  },
  Function: {
    start: 'udf',
    stands: 'in an engine',
    steps: (entity) => [
      ...plainSteps(entity, 'type', 'className'),
      ...resourceSteps(entity),
      ...embeddedSteps(entity),
      ...usageSteps(entity),
    ],
  },
  Component: {
    start: 'component',
    stands: 'at a path',
    steps: (entity) => [
      ...codeSteps(entity),
      ...parameterSteps('input', entity['inputs']),
      ...parameterSteps('output', entity['outputs']),
    ],
  },
  DataSource: { start: 'datasource', steps: (entity) => plainSteps(entity, 'type', 'subType', 'config') },
  Table: {
    start: 'table',
    name: 'guid',
    steps: (entity) => plainSteps(entity, 'ddl', 'hasPartition', 'isVisible', 'calcEngine'),
  },
}

/** The steps of what stands at a path. */
function scriptedSteps(entity: Fields, usual: Fields): readonly Step[] {
  const [script, usualScript] = [objectIn(entity, 'script'), objectIn(usual, 'script')]
  return [
    ...(script['path'] === usualScript['path'] ? [] : plainSteps(script, 'path')),
    ...plainSteps(entity, 'owner', 'description'),
  ]
}

/** The steps of what belongs to an engine. */
function engineSteps(entity: Fields, usual: Fields): readonly Step[] {
  const command = readText(objectIn(entity, 'script')['runtime'], 'command')
  const isUsual = command === readText(objectIn(usual, 'script')['runtime'], 'command')
  const { datasource } = entity
  const group = readText(entity['runtimeResource'], 'resourceGroup')
  return [
    ...(command === undefined || isUsual ? [] : [plainStep('command', command)]),
    ...(isRecord(datasource)
      ? [plainStep('datasource', datasource['name'], ...optional(withoutFields(datasource, 'name')))]
      : []),
    ...(group === undefined ? [] : [plainStep('resourceGroup', group)]),
  ]
}

function commonSteps(entity: Fields, { stands }: EntityWriter, usual: Fields): readonly Step[] {
  return [
    ...plainSteps(entity, 'id'),
    ...(stands === undefined ? [] : scriptedSteps(entity, usual)),
    ...(stands === 'in an engine' ? engineSteps(entity, usual) : []),
  ]
}

/** What the builder that an expression gives makes. */
function madeBy(expression: Expression, kind: EntityKind, isFilled: boolean): Fields {
  const state = EntityImpl.stateOf(new Evaluator().valueOf(expression))
  const [made] = itemsOf(state && buildEntity(state, {}, {}, !isFilled).value.spec[entityKinds[kind].list])
  return isRecord(made) ? made : {}
}

/**
 * An entity as code of its builder, without what that writes by itself; undefined for a kind that has none, and for an entity
 * without a name.
 *
 * @param isFilled - whether the builder adds what is usual, as it does in a document of its own
 */
export function entityExpression(entity: Fields, kind: EntityKind, isFilled: boolean): Expression | undefined {
  const writer = writers[kind]
  const name = writer === undefined ? undefined : entity[writer.name ?? 'name']
  // Values that the types of the language do not take, steps do not take either.
  if (writer === undefined || !isText(name) || !isEntityOf(entityKinds[kind].entity, entity)) return undefined
  const start = call(writer.start, literal(name))
  const usual = madeBy(start, kind, isFilled)
  const isUsual = ({ name: step, args: [value] }: Step): boolean =>
    value?.kind === 'literal' && value.value === usual[step]
  return chained(start, [...commonSteps(entity, writer, usual), ...writer.steps(entity).filter((one) => !isUsual(one))])
}

/** An entity of a verbatim document as code, where its builder says all of it and nothing else. */
export function verbatimEntity(entity: Fields, kind: EntityKind): Expression | undefined {
  try {
    const expression = entityExpression(entity, kind, false)
    return expression !== undefined && isSame(madeBy(expression, kind, false), entity) ? expression : undefined
  } catch (error) {
    // What a step refuses, its builder cannot say.
    if (isFlowSpecError(error) || error instanceof NotCallable) return undefined
    throw error
  }
}
