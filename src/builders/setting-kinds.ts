import { judgingKinds } from '../check/check-options.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { isRecord } from '../document/json/records.ts'
import type { EntityName } from '../language/generated/entity-name.ts'
import { entityTable } from '../language/generated/entity-table.ts'
import { nodeTypes } from '../language/generated/node-types.ts'
import type { FlowCalcEngine, FlowDataset } from '../language/generated/types.ts'
import {
  type ArgumentFault,
  type ArgumentKind,
  boolean,
  fields,
  file,
  list,
  number,
  type SettingKinds,
  type SettingKindsOf,
  settingFault,
  text,
  texts,
} from './arguments.ts'
import type { BuildOptions } from './build/context.ts'
import type { DefaultsInput } from './node/defaults.ts'
import type {
  DatasourceOptions,
  LanguageOptions,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
  RuntimeInput,
  VariableOptions,
} from './node/node-options.ts'
import type { NodeStrategyInput, StrategyInput } from './node/strategy.ts'
import type { TriggerInput } from './node/trigger.ts'

function isDuration(value: unknown): boolean {
  return isRecord(value) && typeof value['toMillis'] === 'function'
}

/** Units that the reader of documents knows; it drops others, so that a timeout of them would be another one. */
const units: ReadonlySet<unknown> = new Set(['SECONDS', 'MINUTES', 'HOURS', undefined])

const timeout: ArgumentKind = {
  takes: "0 for no limit, a Duration of luxon, or { value: 2, unit: 'HOURS' }",
  holds: (value) =>
    value === 0 ||
    isDuration(value) ||
    (isRecord(value) && Number.isFinite(value['value']) && units.has(value['unit'])),
}

/** A number in the unit of the wire, or a duration. */
export const duration: ArgumentKind = {
  takes: 'a finite number, or a Duration of luxon',
  holds: (value) => Number.isFinite(value) || isDuration(value),
}

const ofTypes = { string: text, boolean, integer: number, object: fields, array: list } as const

/** The settings that are fields of an entity of the language, but for those that its builder says itself. */
// @__NO_SIDE_EFFECTS__
export function entitySettings<Settings>(entity: EntityName, ...without: readonly string[]): SettingKindsOf<Settings> {
  const shapes = [...entityTable[entity].values].filter(([field]) => !without.includes(field))
  const kinds: SettingKinds = Object.fromEntries(
    shapes.map(([field, { many, type }]) => [field, many ? list : ofTypes[type]]),
  )
  // The types of entities and the table are generated from one source, the language.
  return kinds as SettingKindsOf<Settings>
}

/** Settings of `.runtime(…)`. */
export const runtimeSettings: SettingKindsOf<RuntimeInput> = /* @__PURE__ */ entitySettings('Runtime', 'command')

/** Settings of a dataset that a node mounts. */
export const datasetSettings: SettingKindsOf<FlowDataset> = /* @__PURE__ */ entitySettings('Dataset')

/** Settings of `.calcEngine(…)`. */
export const calcEngineSettings: SettingKindsOf<FlowCalcEngine> = /* @__PURE__ */ entitySettings('CalcEngine')

const common = {
  maxInternalConcurrency: number,
  priority: number,
  instanceMode: text,
  rerunMode: text,
  rerunTimes: number,
  timeout,
  rerunInterval: duration,
}

/** Settings of `.strategy(…)` of a node. */
export const nodeStrategySettings: SettingKindsOf<NodeStrategyInput> = {
  ...common,
  recurrence: text,
  ignoreBranchConditionSkip: boolean,
}

/** Settings of `.strategy(…)` of a workflow, and of `.override(…)` of a node. */
export const workflowStrategySettings: SettingKindsOf<StrategyInput> = {
  ...common,
  ignoreBranchConditionSkip: boolean,
  priorityWeightStrategy: text,
  failureStrategy: text,
  recurrenceType: text,
}

/** When something runs. */
export const schedule: ArgumentKind = {
  takes: "a cron, an object with a cron, or a schedule such as daily('02:00')",
  holds: (value) =>
    typeof value === 'string' ||
    (isRecord(value) && (typeof value['toTrigger'] === 'function' || typeof value['cron'] === 'string')),
}

/** Settings of `.trigger(…)` of a node. */
export const triggerSettings: SettingKindsOf<TriggerInput> = {
  type: text,
  cron: text,
  timezone: text,
  startTime: text,
  endTime: text,
  cycleType: text,
  calendarId: number,
  identifier: text,
  delaySeconds: duration,
}

/** Settings of a parameter. */
export const parameterSettings: SettingKindsOf<ParameterOptions> = { type: text, scope: text, description: text }

/** Settings of a variable that a node provides. */
export const variableSettings: SettingKindsOf<VariableOptions> = { type: text, description: text }

/** Settings of `.datasource(…)`. */
export const datasourceSettings: SettingKindsOf<DatasourceOptions> = {
  id: text,
  type: text,
  subType: text,
  config: text,
}

/** Settings of `.language(…)`. */
export const languageSettings: SettingKindsOf<LanguageOptions> = { extension: text }

/** Settings of `.resourceGroup(…)`. */
export const resourceGroupSettings: SettingKindsOf<ResourceGroupOptions> = { cu: text, resourceGroupId: text }

/** Settings of `.output(…)`. */
export const outputSettings: SettingKindsOf<OutputOptions> = {
  isDefault: boolean,
  sourceType: text,
  refTableName: text,
}

const isNamed = (value: unknown): boolean => isRecord(value) && typeof value['name'] === 'string'

const datasourceTypes: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set(
  [...nodeTypes.values()].map(({ datasourceType }) => datasourceType),
)

/** Whether an object gives names of data sources by types that there are; an empty one would do nothing. */
function isNames(value: unknown): boolean {
  if (!isRecord(value) || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([type, name]) => datasourceTypes.has(type) && typeof name === 'string')
}

/** The first type of data sources that is none, with the one that it may mean. */
function misnamedType(argument: string, value: unknown): ArgumentFault | undefined {
  if (!isRecord(value) || Array.isArray(value)) return undefined
  const type = Object.keys(value).find((key) => !datasourceTypes.has(key))
  const types = [...datasourceTypes].flatMap((known) => known ?? [])
  const near = type === undefined ? undefined : didYouMean(type, types)
  if (near === undefined) return undefined
  return { message: `${argument} has a type ${showValue(type)}, which no node has.`, hint: `Did you mean "${near}"?` }
}

/** Settings of `.defaults(…)`. */
export const defaultSettings: SettingKindsOf<DefaultsInput> = {
  owner: text,
  datasource: {
    takes: 'the name of a data source, { name, type }, or names by types such as { odps: … }',
    holds: (value) => typeof value === 'string' || isNamed(value) || isNames(value),
    inside: misnamedType,
  },
  resourceGroup: text,
  strategy: {
    takes: 'settings as .strategy() of a node takes them',
    holds: (value) => settingFault('strategy', value, nodeStrategySettings) === undefined,
    inside: (argument, value) => (isRecord(value) ? settingFault(argument, value, nodeStrategySettings) : undefined),
  },
}

const written: ArgumentKind = {
  takes: "'write' or 'omit'",
  holds: (value) => value === 'write' || value === 'omit',
}

const bodies: ArgumentKind = {
  takes: "'nested' or 'siblings'",
  holds: (value) => value === 'nested' || value === 'siblings',
}

const version: ArgumentKind = {
  takes: "'1.1.0' or '1.2.0'; convertSpec makes documents of version 2.0.0 of what build() gives",
  holds: (value) => value === '1.1.0' || value === '1.2.0',
}

/** Settings of what a node gives a component; the interface of that says that these are all. */
export const componentUseSettings: Readonly<Record<'inputs' | 'outputs' | 'version', ArgumentKind>> = {
  inputs: texts,
  outputs: texts,
  version: text,
}

/** Settings of `build()` and `check()`. */
export const buildSettings: SettingKindsOf<BuildOptions> = {
  project: text,
  baseDir: file,
  version,
  timeoutUnit: written,
  loops: bodies,
  ...judgingKinds,
  trace: boolean,
}
