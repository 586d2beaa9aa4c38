import { type Comparable, makeComparable } from '../../diagnostics/comparable.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { stringifyJson } from '../../document/json/exact-json.ts'
import { copyJson, deepFreeze } from '../../document/json/json-copy.ts'
import { isRecord } from '../../document/json/records.ts'
import {
  boolean,
  checkArgument,
  checkSettings,
  code as codeKind,
  fields as fieldsKind,
  number,
  type SettingKindsOf,
  text,
} from '../arguments.ts'
import { jsonHint } from '../build/faults.ts'
import { callOf } from '../call.ts'
import { type CodeText, textOf } from '../node/node-options.ts'
import { EntityImpl, type ScriptedEntity } from './entity.ts'

/** Fields of a job of Data Integration, such as the parameters of a step. */
export type JobFields = Readonly<Record<string, unknown>>

/** Settings of a step. */
export interface StepOptions<Step extends string = string> {
  /** Name of the step, unique in the job. Default `Reader`, `Writer`, or the category of any other step. */
  readonly name?: Step
}

/** How many records may fail before the job does. */
export interface ErrorLimit {
  /** Number of records. */
  readonly record?: number
}

/** How fast a job may be. */
export interface JobSpeed {
  /** Number of threads that read and write at a time. */
  readonly concurrent?: number
  /** Whether the rate is limited. */
  readonly throttle?: boolean
  /** Most megabytes a second, when the rate is limited. */
  readonly mbps?: number
}

/**
 * A job of Data Integration being written. Every method returns a new builder and changes nothing. Its type carries the
 * names of its steps, so that a hop between others does not compile.
 */
export interface DataIntegration<Steps extends string = string> {
  /**
   * Adds a step that reads.
   *
   * @param plugin - type of the data source, such as `mysql`
   * @param parameter - what the plugin takes, such as `datasource`, `table` and `column`
   */
  reader<const Step extends string = 'Reader'>(
    plugin: string,
    parameter: JobFields,
    options?: StepOptions<Step>,
  ): DataIntegration<Steps | Step>
  /**
   * Adds a step that writes.
   *
   * @param plugin - type of the data source, such as `odps`
   * @param parameter - what the plugin takes, such as `datasource`, `table` and `partition`
   */
  writer<const Step extends string = 'Writer'>(
    plugin: string,
    parameter: JobFields,
    options?: StepOptions<Step>,
  ): DataIntegration<Steps | Step>
  /** Adds a step of another category, such as one that changes records on their way. */
  step<const Category extends string, const Step extends string = Category>(
    category: Category,
    plugin: string,
    parameter: JobFields,
    options?: StepOptions<Step>,
  ): DataIntegration<Steps | Step>
  /** Adds a way from one step to another. Without any, each step leads to the one that was added next. */
  hop(from: Steps, to: Steps): DataIntegration<Steps>
  /** Sets how many records may fail. */
  errorLimit(limit: number | ErrorLimit): DataIntegration<Steps>
  /** Sets how fast the job may be; keys left out keep what they were. */
  speed(speed: JobSpeed): DataIntegration<Steps>
  /** Lays fields over the settings of the job. */
  setting(fields: JobFields): DataIntegration<Steps>
  /** Lays fields over what the console keeps of the job, such as `mode`. */
  extend(fields: JobFields): DataIntegration<Steps>
  /** The job as JSON text: the content of a node of type DI. */
  toCode(): string
  /** The job as data. */
  toJSON(): unknown
}

interface JobState {
  readonly steps: readonly { readonly name: string }[]
  readonly hops: readonly object[]
  readonly setting: JobFields
  readonly extend?: JobFields
}

const stepKinds: SettingKindsOf<StepOptions> = { name: text }
const errorLimitKinds: SettingKindsOf<ErrorLimit> = { record: number }
const speedKinds: SettingKindsOf<JobSpeed> = { concurrent: number, throttle: boolean, mbps: number }

/** A frozen copy of fields; what JSON cannot hold is refused at once, for the job becomes text. */
function copied(fields: JobFields, argument: string, call: string): JobFields {
  checkArgument(call, argument, fields, fieldsKind)
  const { value, notJson } = copyJson(fields)
  if (notJson === undefined && isRecord(value)) return value
  const message = `${call}(): ${argument} holds "${notJson ?? ''}", whose value JSON cannot hold.`
  throw new FlowSpecError([
    createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint: jsonHint, path: '' }),
  ])
}

class DataIntegrationImpl implements DataIntegration, Comparable {
  readonly #state: JobState

  constructor(state: JobState) {
    this.#state = state
    makeComparable(this)
  }

  #with(change: Partial<JobState>): DataIntegrationImpl {
    return new DataIntegrationImpl({ ...this.#state, ...change })
  }

  reader(plugin: string, parameter: JobFields, options: StepOptions = {}): DataIntegrationImpl {
    return this.#step('reader', { call: 'reader', name: 'Reader' }, plugin, parameter, options)
  }

  writer(plugin: string, parameter: JobFields, options: StepOptions = {}): DataIntegrationImpl {
    return this.#step('writer', { call: 'writer', name: 'Writer' }, plugin, parameter, options)
  }

  step(category: string, plugin: string, parameter: JobFields, options: StepOptions = {}): DataIntegrationImpl {
    checkArgument('step', 'category', category, text)
    return this.#step(category, { call: 'step', name: category }, plugin, parameter, options)
  }

  #step(
    category: string,
    { call, name: usual }: { readonly call: string; readonly name: string },
    plugin: string,
    parameter: JobFields,
    options: StepOptions,
  ): DataIntegrationImpl {
    checkArgument(call, 'plugin', plugin, text)
    checkSettings(call, 'options', options, stepKinds)
    const { name = usual } = options
    const step = { stepType: plugin, parameter: copied(parameter, 'parameter', call), name, category }
    return this.#with({ steps: [...this.#state.steps, step] })
  }

  hop(from: string, to: string): DataIntegrationImpl {
    checkArgument('hop', 'from', from, text)
    checkArgument('hop', 'to', to, text)
    return this.#with({ hops: [...this.#state.hops, { from, to }] })
  }

  errorLimit(limit: number | ErrorLimit): DataIntegrationImpl {
    if (typeof limit !== 'number') checkSettings('errorLimit', 'limit', limit, errorLimitKinds)
    const { record } = typeof limit === 'number' ? { record: limit } : limit
    if (record !== undefined) checkArgument('errorLimit', 'limit', record, number)
    return this.setting(record === undefined ? {} : { errorLimit: { record: String(record) } })
  }

  speed(given: JobSpeed): DataIntegrationImpl {
    checkSettings('speed', 'speed', given, speedKinds)
    const { mbps, ...rest } = given
    const { speed } = this.#state.setting
    const rate = mbps === undefined ? {} : { mbps: String(mbps) }
    return this.setting({ speed: { ...(isRecord(speed) ? speed : {}), ...rest, ...rate } })
  }

  setting(fields: JobFields): DataIntegrationImpl {
    return this.#with({ setting: { ...this.#state.setting, ...copied(fields, 'fields', 'setting') } })
  }

  extend(fields: JobFields): DataIntegrationImpl {
    return this.#with({ extend: { ...this.#state.extend, ...copied(fields, 'fields', 'extend') } })
  }

  toCode(): string {
    return stringifyJson(this) ?? ''
  }

  compared(): unknown {
    return deepFreeze(this.#state)
  }

  toJSON(): unknown {
    const { steps, hops, setting, extend } = this.#state
    const inOrder = steps.slice(1).map(({ name: to }, at) => ({ from: steps[at]?.name, to }))
    const order = { hops: hops.length > 0 ? hops : inOrder }
    return deepFreeze({ type: 'job', version: '2.0', steps, order, setting, extend })
  }
}

/**
 * The content of a job of Data Integration: what a node of type DI, or a `dataIntegrationJob`, holds as JSON text. Steps
 * name the plugin that reads or writes; the data sources stand in them, so the node itself needs none. The source is the
 * service's page on the code editor of Data Integration.
 *
 * @example
 * ```ts
 * import { dataIntegration, di, workflow } from 'flowspec'
 *
 * const copy = dataIntegration()
 *   .reader('mysql', { datasource: 'orders_db', table: ['orders'], column: ['id', 'amount'] })
 *   .writer('odps', { datasource: 'odps_first', table: 'ods_orders', partition: 'ds=${bizdate}', column: ['*'] })
 *   .errorLimit(0)
 *   .speed({ concurrent: 2, throttle: false })
 *
 * const sync = di('sync_orders').code(copy).param('bizdate', '$[yyyymmdd-1]').resourceGroup('group_1')
 *
 * const document = workflow('orders').cron('00 02 00 * * ?').nodes(sync).build()
 * ```
 */
export function dataIntegration(): DataIntegration<never> {
  // The steps it will have are in the types only.
  return new DataIntegrationImpl({ steps: [], hops: [], setting: {} }) as DataIntegration<never>
}

/** A job of Data Integration being written. See {@link EntityBuilder} for what all entities have in common. */
export interface DataIntegrationJobBuilder<Name extends string = string>
  extends ScriptedEntity<Name, 'DataIntegrationJob'> {
  /** Sets the job: what `dataIntegration()` made, or JSON text. */
  code(content: CodeText): this
}

class DataIntegrationJobImpl<Name extends string>
  extends EntityImpl<Name, 'DataIntegrationJob'>
  implements DataIntegrationJobBuilder<Name>
{
  code(content: CodeText): this {
    checkArgument('code', 'content', content, codeKind)
    return this.setScript({ content: textOf(content) })
  }
}

/**
 * A job of Data Integration (kind DataIntegrationJob) that stands on its own. A job that runs as a node of a workflow is
 * `di(name).code(dataIntegration()…)`. The source is the reference model of the language.
 *
 * @param name - name of the job, unique in the workspace
 *
 * @example
 * ```ts
 * import { dataIntegration, dataIntegrationJob } from 'flowspec'
 *
 * const copy = dataIntegration()
 *   .reader('mysql', { datasource: 'orders_db', table: ['orders'], column: ['*'] })
 *   .writer('odps', { datasource: 'odps_first', table: 'ods_orders', column: ['*'] })
 *
 * const document = dataIntegrationJob('copy_orders').code(copy).build()
 * ```
 */
export function dataIntegrationJob<const Name extends string>(name: Name): DataIntegrationJobBuilder<Name> {
  checkArgument('dataIntegrationJob', 'name', name, text)
  const script = { language: 'json' }
  return new DataIntegrationJobImpl({
    kind: 'DataIntegrationJob',
    call: callOf(dataIntegrationJob),
    name,
    command: 'DATA_INTEGRATION_JOB',
    fields: { name },
    script,
  })
}
