import fc from 'fast-check'
import { fieldsOf, language, type SchemaPart } from './language.ts'

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Without the signs that begin an expression or a reference, of which a text that is cut off is a fault. */
const text = fc.string({ minLength: 1, maxLength: 5 }).map((any) => any.replace(/[${]/g, 'x'))

function plainValue(part: SchemaPart): fc.Arbitrary<unknown> | undefined {
  if (part.enum !== undefined) return fc.constantFrom(...part.enum)
  if (part.type === 'string') return text
  if (part.type === 'boolean') return fc.boolean()
  if (part.type === 'integer') return fc.integer({ min: part.minimum ?? 0, max: part.maximum ?? 1000 })
  // Maps whose keys this language does not fix have fixed ones in the official schema.
  return undefined
}

/** An entity with any of its plain fields, and those given, of which some may be left out. */
function entity(name: string, given: Fields, optional: readonly string[] = []): fc.Arbitrary<object> {
  const part = language[name] ?? {}
  const plain = fieldsOf(part).flatMap(([field, schema]): [string, fc.Arbitrary<unknown>][] => {
    const value = plainValue(schema)
    return value === undefined ? [] : [[field, value]]
  })
  const fields: Fields = { ...Object.fromEntries(plain), ...given }
  const needed = [...Object.keys(given).filter((field) => !optional.includes(field)), ...(part.required ?? [])]
  return fc.record(fields, { requiredKeys: needed.filter((field) => field in fields), noNullPrototype: true })
}

const some = (items: fc.Arbitrary<object>): fc.Arbitrary<object[]> => fc.array(items, { minLength: 1, maxLength: 2 })

const variable = entity('Variable', { artifactType: fc.constant('Variable') })
const table = entity('Table', { artifactType: fc.constant('Table'), calcEngine: fc.constant({ type: 'MaxCompute' }) }, [
  'calcEngine',
])
const output = (data: fc.Arbitrary<string>): fc.Arbitrary<object> =>
  entity('NodeOutput', { artifactType: fc.constant('NodeOutput'), data })

const trigger = entity('Trigger', {
  type: fc.constant('Scheduler'),
  cron: fc.constantFrom('00 02 00 * * ?', '00 */30 00-23 * * ?', '00 00 00 ? * 1', '00 05 02 L * ?'),
  startTime: fc.constantFrom('1970-01-01 00:00:00', '2026-01-31 12:00:00'),
  endTime: fc.constantFrom('9999-01-01 00:00:00', '2026-12-31 23:59:59'),
  timezone: fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/Berlin'),
})

const script = (name: string, command: string): fc.Arbitrary<object> =>
  entity(
    'Script',
    {
      path: fc.constantFrom(name, `folder/${name}`),
      runtime: entity('Runtime', { command: fc.constant(command), container: fc.constant({ image: 'x' }) }, [
        'container',
      ]),
      parameters: some(variable),
    },
    ['parameters'],
  )

const node = (place: number): fc.Arbitrary<object> =>
  entity(
    'Node',
    {
      id: fc.constant(`id${place}`),
      name: fc.constant(`n${place}`),
      script: script(`n${place}`, 'ODPS_SQL'),
      timeoutUnit: fc.constantFrom('HOURS', 'MINUTES', 'SECONDS'),
      datasource: entity('Datasource', {}),
      runtimeResource: entity('RuntimeResource', {}),
      strategy: entity('Strategy', {}),
      inputs: entity('Artifacts', { tables: some(table), variables: some(variable) }, ['tables', 'variables']),
      outputs: entity('Artifacts', { nodeOutputs: output(fc.constant(`out${place}`)).map((one) => [one]) }),
    },
    ['datasource', 'runtimeResource', 'strategy', 'inputs'],
  )

/** One dependency on a node that comes earlier, in any of the ways to write one. */
const depend = (place: number): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.nat({ max: place - 1 }),
      fc.constantFrom('nodeId', 'output', 'both'),
      fc.constantFrom('Normal', 'CrossCycleDependsOnOtherNode'),
    )
    .map(([on, by, type]) => ({
      type,
      ...(by === 'output' ? {} : { nodeId: `id${on}` }),
      ...(by === 'nodeId' ? {} : { output: `out${on}` }),
    }))

const dependency = (place: number): fc.Arbitrary<object> =>
  entity('Dependency', { nodeId: fc.constant(`id${place}`), depends: some(depend(place)) })

/** Workflows with nodes, any of their fields, and dependencies without cycles: right in every way. */
export const arbitraryPipeline: fc.Arbitrary<object> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const places = Array.from({ length: count }, (_, place) => place)
  const workflow = entity(
    'Workflow',
    {
      name: fc.constant('w'),
      script: script('w', 'WORKFLOW'),
      trigger,
      strategy: entity('Strategy', {}),
      outputs: entity('Artifacts', { nodeOutputs: some(output(fc.constant('w_out'))).map((all) => all.slice(0, 1)) }),
      nodes: fc.tuple(...places.map(node)),
      dependencies: fc.tuple(...places.slice(1).map(dependency)),
    },
    ['strategy', 'outputs', 'dependencies'],
  )
  const spec = entity('Spec', { workflows: workflow.map((one) => [one]) })
  return entity('Document', {
    kind: fc.constantFrom('CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'),
    version: fc.constantFrom('1.1.0', '1.2.0', '2.0.0'),
    spec,
  })
})
