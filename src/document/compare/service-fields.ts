import type { EntityName } from '../../language/generated/entity-name.ts'

/** A field of which the service, and not who writes a document, says what it holds. */
export interface ServiceField {
  /** The entity that has the field; `*` for every entity. */
  readonly entity: EntityName | '*'
  /** The entity it stands in, where the field is the service's only there. */
  readonly within?: EntityName
  readonly field: string
  /**
   * - `own`: the service alone writes it
   * - `rewritten`: the service puts something else in the place of what was submitted
   * - `filled`: the service fills it in where it was left out
   */
  readonly how: 'own' | 'rewritten' | 'filled'
  /** What the service fills in, where that is known; anything when left out. */
  readonly values?: readonly unknown[]
  /** Why that is known. */
  readonly evidence: string
}

const readBacks = 'Recorded answers of GetWorkflowDefinition to documents without it'

/**
 * The one list of what the service fills in or rewrites. A comparison of a document with what is deployed is blind to
 * it, so that a plan of what was just deployed is empty.
 *
 * @example
 * ```ts
 * import { serviceFields } from 'flowspec/dataworks'
 *
 * const ofTriggers = serviceFields.filter(({ entity }) => entity === 'Trigger')
 * for (const { field, how, evidence } of ofTriggers) process.stdout.write(`${field} is ${how}: ${evidence}\n`)
 * ```
 */
export const serviceFields: readonly ServiceField[] = [
  { entity: '*', field: 'id', how: 'own', evidence: `${readBacks}: ids of 19 digits on every entity` },
  { entity: '*', field: 'metadata', how: 'own', evidence: `${readBacks}: owner, tenant, project and container` },
  {
    entity: 'Script',
    within: 'Node',
    field: 'path',
    how: 'rewritten',
    evidence: 'Documentation of CreateNode: with ContainerId the path has no effect, the node stands in its workflow',
  },
  { entity: 'Script', field: 'content', how: 'filled', values: [''], evidence: `${readBacks}: the empty text` },
  {
    entity: 'Datasource',
    field: 'type',
    how: 'rewritten',
    evidence: 'Official agent skill: flink comes back as flink_serverless; the type follows from the name',
  },
  { entity: 'Runtime', field: 'cu', how: 'filled', evidence: `${readBacks}: 0 for VIRTUAL, 0.25 else` },
  { entity: 'Runtime', field: 'commandTypeId', how: 'filled', evidence: 'Read-backs: the number of the command' },
  { entity: 'Workflow', field: 'owner', how: 'filled', evidence: `${readBacks}: the account that called` },
  { entity: 'Node', field: 'owner', how: 'filled', evidence: `${readBacks}: the account that called` },
  { entity: 'FileResource', field: 'owner', how: 'filled', evidence: 'List answers: the account that called' },
  { entity: 'Function', field: 'owner', how: 'filled', evidence: 'List answers: the account that called' },
  { entity: 'Workflow', field: 'type', how: 'filled', evidence: 'Stands in the kind of the document as well' },
  { entity: 'Workflow', field: 'citable', how: 'filled', values: [false], evidence: readBacks },
  {
    entity: 'Node',
    field: 'trigger',
    how: 'filled',
    evidence: `${readBacks}: nodes of workflows show a schedule at an arbitrary minute, which has no effect`,
  },
  { entity: 'Workflow', field: 'trigger', how: 'filled', evidence: `${readBacks}: midnight every day` },
  { entity: 'Trigger', field: 'type', how: 'filled', evidence: readBacks },
  { entity: 'Trigger', field: 'recurrence', how: 'filled', values: ['Normal'], evidence: readBacks },
  { entity: 'Trigger', field: 'startTime', how: 'filled', values: ['1970-01-01 00:00:00'], evidence: readBacks },
  { entity: 'Trigger', field: 'endTime', how: 'filled', values: ['9999-01-01 00:00:00'], evidence: readBacks },
  { entity: 'Trigger', field: 'timezone', how: 'filled', evidence: `${readBacks}: that of the region` },
  { entity: 'Trigger', field: 'delaySeconds', how: 'filled', values: [0], evidence: readBacks },
  { entity: 'Trigger', field: 'cycleType', how: 'filled', evidence: 'Follows from the cron' },
  { entity: 'Node', field: 'recurrence', how: 'filled', values: ['Normal'], evidence: readBacks },
  { entity: 'Node', field: 'runtimeResource', how: 'filled', evidence: `${readBacks}: the default of the workspace` },
  {
    entity: 'RuntimeResource',
    field: 'resourceGroupId',
    how: 'filled',
    evidence: `${readBacks}: follows from the name`,
  },
  { entity: 'RuntimeResource', field: 'cu', how: 'filled', evidence: readBacks },
  { entity: 'NodeOutput', field: 'isDefault', how: 'filled', evidence: readBacks },
  { entity: 'NodeOutput', field: 'refTableName', how: 'filled', evidence: `${readBacks}: the name of the node` },
  { entity: 'NodeOutput', field: 'artifactType', how: 'filled', evidence: `${readBacks}: follows from the list` },
  ...(['Node', 'Strategy'] as const).flatMap((entity): readonly ServiceField[] => [
    { entity, field: 'timeout', how: 'filled', values: [0], evidence: readBacks },
    { entity, field: 'instanceMode', how: 'filled', values: ['T+1'], evidence: readBacks },
    { entity, field: 'rerunMode', how: 'filled', values: ['Allowed'], evidence: readBacks },
    { entity, field: 'rerunTimes', how: 'filled', evidence: `${readBacks}: schedulerMaxRetryTimes of the workspace` },
    {
      entity,
      field: 'rerunInterval',
      how: 'filled',
      evidence: `${readBacks}: schedulerRetryInterval of the workspace`,
    },
  ]),
  { entity: 'Strategy', field: 'failureStrategy', how: 'filled', values: ['Break'], evidence: readBacks },
  { entity: 'Strategy', field: 'recurrenceType', how: 'filled', values: ['Normal'], evidence: readBacks },
]

function byEntityAndField(): ReadonlyMap<string, readonly ServiceField[]> {
  const byKey = new Map<string, ServiceField[]>()
  for (const one of serviceFields) {
    const key = `${one.entity}.${one.field}`
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  return byKey
}

let known: ReadonlyMap<string, readonly ServiceField[]> | undefined

/** What the list says of a field of an entity that stands in another. */
function serviceField(entity: EntityName, field: string, within: EntityName | undefined): ServiceField | undefined {
  known ??= byEntityAndField()
  const listed = known.get(`*.${field}`) ?? known.get(`${entity}.${field}`) ?? []
  return listed.find((one) => one.within === undefined || one.within === within)
}

/** Whether a field is not compared at all: the service puts into it what it likes. */
export function isOfService(entity: EntityName, field: string, within: EntityName | undefined): boolean {
  const how = serviceField(entity, field, within)?.how
  return how === 'own' || how === 'rewritten'
}

/** Whether the service fills in a field by itself, with this value. */
export function isFilledIn(entity: EntityName, field: string, within: EntityName | undefined, value: unknown): boolean {
  const listed = serviceField(entity, field, within)
  if (listed === undefined) return false
  return listed.values === undefined || listed.values.some((filled) => String(filled) === String(value))
}
