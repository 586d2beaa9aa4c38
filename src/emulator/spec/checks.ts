import { didYouMean, isMisspelling } from '../../diagnostics/did-you-mean.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import {
  emptyCommand,
  emptyName,
  emptyPath,
  invalidCron,
  notAWorkflowCommand,
  pathWithoutName,
  specNotParsed,
  unknownLabel,
} from '../wire/error-catalogue.ts'
import { type JsonObject, readField, readObject, readPlainText } from '../wire/json.ts'
import { nodeOutputsKey, nodeOutputsOf } from './node-outputs.ts'
import { type SpecDocument, workflowPath } from './spec-document.ts'

/** Checks a workflow without its nodes, and gives its name. */
export function checkWorkflow({ kind, workflow }: SpecDocument): string {
  const name = checkEntity(workflow, workflowPath, true)
  const command = readPlainText(readObject(readObject(workflow, 'script'), 'runtime'), 'command') ?? ''
  const allowed = kind === 'ManualWorkflow' ? ['WORKFLOW', 'MANUAL_WORKFLOW'] : ['WORKFLOW']
  if (!allowed.includes(command)) throw notAWorkflowCommand(command, `${workflowPath}.script.runtime.command`)
  return name
}

/** Checks a resource, a function or a component, and gives its name. */
export function checkScripted(entity: JsonObject, path: string): string {
  return checkEntity(entity, path, false)
}

/** The type of a node: `script.runtime.command`. */
export function commandOf(node: JsonObject): string {
  return readPlainText(readObject(readObject(node, 'script'), 'runtime'), 'command') ?? ''
}

/** Whether a command is none of the known ones, but nearly; others may be those of a workspace, or newer than the table. */
function isMisspelt(command: string): boolean {
  if (nodeTypes.has(command)) return false
  const near = didYouMean(command, nodeTypes.keys())
  return near !== undefined && isMisspelling(command, near)
}

/** Checks a node, inside of a workflow unless it must say where it is, and gives its name. */
export function checkNode(node: JsonObject, path: string, mustHavePath = false): string {
  const name = checkEntity(node, path, mustHavePath)
  const command = commandOf(node)
  if (isMisspelt(command)) {
    throw unknownLabel('CodeProgramType', command, `${path}.script.runtime.command`)
  }
  checkLabel(node, 'recurrence', 'NodeRecurrenceType', path)
  checkLabel(node, 'instanceMode', 'NodeInstanceModeType', path)
  checkLabel(node, 'rerunMode', 'NodeRerunModeType', path)
  return name
}

const cronField = /^[0-9A-Za-z*/,?#-]+$/

/** Six fields of digits, names and the signs of the cron dialect. What they mean is not looked into. */
function isCron(text: string): boolean {
  const fields = text.trim().split(/\s+/)
  return fields.length === 6 && fields.every((field) => cronField.test(field))
}

function checkTrigger(entity: JsonObject, path: string): void {
  const trigger = readObject(entity, 'trigger')
  const triggerPath = `${path}.trigger`
  checkLabel(trigger, 'type', 'TriggerType', triggerPath)
  checkLabel(trigger, 'recurrence', 'NodeRecurrenceType', triggerPath)
  if (readPlainText(trigger, 'type')?.toLowerCase() !== 'scheduler') return
  const cron = readPlainText(trigger, 'cron') ?? ''
  if (!isCron(cron)) throw invalidCron(cron, `${triggerPath}.cron`)
}

function checkStrategy(entity: JsonObject, path: string): void {
  const strategy = readObject(entity, 'strategy')
  const strategyPath = `${path}.strategy`
  checkLabel(strategy, 'instanceMode', 'NodeInstanceModeType', strategyPath)
  checkLabel(strategy, 'rerunMode', 'NodeRerunModeType', strategyPath)
  checkLabel(strategy, 'failureStrategy', 'FailureStrategy', strategyPath)
  checkLabel(strategy, 'recurrenceType', 'NodeRecurrenceType', strategyPath)
}

function checkArtifacts(entity: JsonObject, field: 'inputs' | 'outputs', path: string): void {
  const artifacts = readObject(entity, field)
  const group = `${path}.${field}.${nodeOutputsKey(artifacts)}`
  for (const [index, output] of nodeOutputsOf(artifacts).entries()) {
    checkLabel(output, 'artifactType', 'ArtifactType', `${group}[${index}]`)
    checkLabel(output, 'sourceType', 'SourceType', `${group}[${index}]`)
  }
}

/**
 * Checks what a workflow and a node have in common, and gives its name.
 *
 * @param mustHavePath - a workflow needs `script.path`; a node inside one gets it from the workflow
 */
function checkEntity(entity: JsonObject, path: string, mustHavePath: boolean): string {
  const name = readPlainText(entity, 'name')
  if (!name) throw emptyName(`${path}.name`)
  const script = readObject(entity, 'script')
  const scriptPath = readPlainText(script, 'path') ?? ''
  if (!readPlainText(readObject(script, 'runtime'), 'command')) throw emptyCommand(`${path}.script.runtime.command`)
  if (scriptPath === '' && mustHavePath) throw emptyPath(`${path}.script.path`)
  if (scriptPath !== '' && scriptPath.split('/').at(-1) !== name) throw pathWithoutName(`${path}.script.path`)
  checkTrigger(entity, path)
  checkStrategy(entity, path)
  checkArtifacts(entity, 'inputs', path)
  checkArtifacts(entity, 'outputs', path)
  return name
}

/** Names of the enumerations, as the service's messages give them. */
type Enumeration =
  | 'ArtifactType'
  | 'DependencyType'
  | 'FailureStrategy'
  | 'NodeInstanceModeType'
  | 'NodeRecurrenceType'
  | 'NodeRerunModeType'
  | 'SourceType'
  | 'TriggerType'

/** Labels of the enumerations of FlowSpec; they are matched whatever their case. */
const enumerations: Readonly<Record<Enumeration, readonly string[]>> = {
  ArtifactType: ['NodeOutput', 'Output', 'Table', 'Variable', 'File'],
  DependencyType: ['Normal', 'CrossCycleDependsOnSelf', 'CrossCycleDependsOnChildren', 'CrossCycleDependsOnOtherNode'],
  FailureStrategy: ['Break', 'Continue'],
  NodeInstanceModeType: ['T+1', 'Immediately'],
  NodeRecurrenceType: ['Normal', 'Skip', 'Pause', 'NoneAuto'],
  NodeRerunModeType: ['Allowed', 'Denied', 'FailureAllowed'],
  SourceType: ['System', 'Manual', 'CodeParse'],
  TriggerType: ['Scheduler', 'Manual', 'Streaming', 'None', 'Custom'],
}

/** Refuses a field that is there and holds none of the labels of its enumeration. */
export function checkLabel(
  object: JsonObject | undefined,
  field: string,
  enumeration: Enumeration,
  path: string,
): void {
  const value = readField(object, field)
  if (value === undefined) return
  if (typeof value !== 'string') throw specNotParsed(`${field} is not a string`, `${path}.${field}`)
  const labels = enumerations[enumeration]
  if (!labels.some((label) => label.toLowerCase() === value.toLowerCase())) {
    throw unknownLabel(enumeration, value, `${path}.${field}`)
  }
}
