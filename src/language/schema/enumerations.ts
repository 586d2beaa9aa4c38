import { dependencyTypes } from '../dependency-types.ts'

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
