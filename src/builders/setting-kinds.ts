import { isRecord } from '../document/json/records.ts'
import { nodeTypes } from '../language/generated/node-types.ts'
import {
  type ArgumentKind,
  anything,
  boolean,
  file,
  number,
  type SettingKinds,
  settingFault,
  text,
} from './arguments.ts'

function isDuration(value: unknown): boolean {
  return isRecord(value) && typeof value['toMillis'] === 'function'
}

const timeout: ArgumentKind = {
  takes: "0 for no limit, a Duration of luxon, or { value: 2, unit: 'HOURS' }",
  holds: (value) =>
    value === 0 ||
    isDuration(value) ||
    (isRecord(value) && Number.isFinite(value['value']) && typeof value['unit'] === 'string'),
}

/** A number in the unit of the wire, or a duration. */
export const duration: ArgumentKind = {
  takes: 'a finite number, or a Duration of luxon',
  holds: (value) => Number.isFinite(value) || isDuration(value),
}

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
export const nodeStrategySettings: SettingKinds = { ...common, recurrence: text, ignoreBranchConditionSkip: boolean }

/** Settings of `.strategy(…)` of a workflow, and of `.override(…)` of a node. */
export const workflowStrategySettings: SettingKinds = {
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
export const triggerSettings: SettingKinds = {
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
export const parameterSettings: SettingKinds = { type: text, scope: text, description: text }

/** Settings of a variable that a node provides. */
export const variableSettings: SettingKinds = { type: text, description: text }

/** Settings of `variableOf(…)`. */
export const variableOfSettings: SettingKinds = { type: text }

/** Settings of `.datasource(…)`. */
export const datasourceSettings: SettingKinds = { id: text, type: text, subType: text, config: text }

/** Settings of `.language(…)`. */
export const languageSettings: SettingKinds = { extension: text }

/** Settings of `.resourceGroup(…)`. */
export const resourceGroupSettings: SettingKinds = { cu: text, resourceGroupId: text }

/** Settings of `.output(…)`. */
export const outputSettings: SettingKinds = { isDefault: boolean, sourceType: text, refTableName: text }

/** Settings of an arm of a branch. */
export const armSettings: SettingKinds = { valueType: text, fromVariable: text, desc: text }

/** Settings of `.while(…)`. */
export const whileSettings: SettingKinds = { language: text, datasource: { takes: '{ name, type }', holds: isRecord } }

/** Settings of an arm of a join. */
export const joinArmSettings: SettingKinds = {
  status: {
    takes: 'a state such as Success, or a list of states',
    holds: (value) => typeof value === 'string' || (Array.isArray(value) && value.length > 0),
  },
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

/** Settings of `.defaults(…)`. */
export const defaultSettings: SettingKinds = {
  owner: text,
  datasource: {
    takes: 'the name of a data source, { name, type }, or names by types such as { odps: … }',
    holds: (value) => typeof value === 'string' || isNamed(value) || isNames(value),
  },
  resourceGroup: text,
  strategy: {
    takes: 'settings as .strategy() of a node takes them',
    holds: (value) => settingFault('strategy', value, nodeStrategySettings) === undefined,
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

/** Settings of `build()` and `check()`. */
export const buildSettings: SettingKinds = {
  project: text,
  baseDir: file,
  version,
  timeoutUnit: written,
  loops: bodies,
  rules: anything,
  custom: anything,
  trace: boolean,
}

/** Settings of `build()` and `check()` of a project. */
export const projectSettings: SettingKinds = { ...buildSettings, environment: text }
