import { dependencyTypes } from '../dependency-types.ts'
import { nodeTypes } from '../generated/node-types.ts'

/** What a document can describe. `DataService` and `Workflow` exist in the reference enumeration but cannot be parsed. */
export const documentKinds: string[] = [
  'CycleWorkflow',
  'ManualWorkflow',
  'TriggerWorkflow',
  'ManualNode',
  'Node',
  'TemporaryWorkflow',
  'PaiFlow',
  'Component',
  'Resource',
  'Function',
  'Table',
  'DataSource',
  'DataQuality',
  'DataIntegrationJob',
  'BatchDeployment',
  'DataCatalog',
]

export const workflowTypes: string[] = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']

export const triggerTypes: string[] = ['Scheduler', 'Manual', 'Streaming', 'None', 'Custom']

export const recurrences: string[] = ['Normal', 'Pause', 'Skip', 'NoneAuto']

export const instanceModes: string[] = ['T+1', 'Immediately']

export const rerunModes: string[] = ['Allowed', 'Denied', 'FailureAllowed']

export const timeoutUnits: string[] = ['SECONDS', 'MINUTES', 'HOURS']

export const dependTypes: string[] = Object.values(dependencyTypes)

export const sourceTypes: string[] = ['System', 'Manual', 'CodeParse']

export const variableTypes: string[] = [
  'System',
  'Constant',
  'NodeOutput',
  'PassThrough',
  'PaiOutput',
  'NoKvVariableExpression',
]

export const variableScopes: string[] = ['NodeParameter', 'NodeContext', 'Workflow', 'Workspace', 'Tenant']

// What editors offer where other values are right, too.

/** The versions of the language that documents are seen to have. */
export const languageVersions: string[] = ['1.1.0', '2.0.0', '1.2.0', '1.0.0']

/** Daily, hourly, every half hour, on weekdays, weekly, monthly, on the last day of the month. */
export const crons: string[] = [
  '00 30 02 * * ?',
  '00 00 00-23/1 * * ?',
  '00 */30 00-23 * * ?',
  '00 30 02 ? * 1-5',
  '00 30 02 ? * 1',
  '00 30 02 1 * ?',
  '00 30 02 L * ?',
]

/** Time zones of the regions that have DataWorks, and UTC. */
export const zones: string[] = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Jakarta',
  'Asia/Bangkok',
  'Asia/Manila',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Dubai',
  'Asia/Riyadh',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
]

/** Expressions of scheduling parameters. */
export const parameterValues: string[] = [
  '$bizdate',
  '$cyctime',
  '$[yyyymmdd-1]',
  '$[yyyy-mm-dd-1]',
  '$[yyyymmddhh24miss]',
  '${yyyymmdd}',
  '${yyyymm-1}',
]

/** The commands of node types, before them those that are no nodes. */
export const commands: string[] = ['WORKFLOW', ...nodeTypes.keys()]

const sorted = (values: Iterable<string | undefined>): string[] =>
  [...new Set(values)].filter((value) => value !== undefined).sort()

/** The languages of code that node types have. */
export const languages: string[] = sorted([...nodeTypes.values()].map(({ language }) => language))

/** The types of data sources that node types run on. */
export const datasourceTypes: string[] = sorted([...nodeTypes.values()].map(({ datasourceType }) => datasourceType))
