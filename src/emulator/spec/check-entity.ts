import { emptyCommand, emptyName, emptyPath, invalidCron, pathWithoutName } from '../errors/error-catalogue.ts'
import { type JsonObject, readObject, readPlainText } from '../json/json-object.ts'
import { checkLabel } from './check-label.ts'
import { nodeOutputsKey, nodeOutputsOf } from './node-outputs.ts'

const cronField = /^[0-9A-Za-z*/,?#-]+$/

/** Six fields of digits, names and the signs of the cron dialect. What they mean is not looked into. */
function isCron(text: string): boolean {
  const fields = text.trim().split(/\s+/)
  return fields.length === 6 && fields.every((field) => cronField.test(field))
}

function checkTrigger(entity: JsonObject, path: string): void {
  const trigger = readObject(entity, 'trigger')
  const place = `${path}.trigger`
  checkLabel(trigger, 'type', 'TriggerType', place)
  checkLabel(trigger, 'recurrence', 'NodeRecurrenceType', place)
  if (readPlainText(trigger, 'type')?.toLowerCase() !== 'scheduler') return
  const cron = readPlainText(trigger, 'cron') ?? ''
  if (!isCron(cron)) throw invalidCron(cron, `${place}.cron`)
}

function checkStrategy(entity: JsonObject, path: string): void {
  const strategy = readObject(entity, 'strategy')
  const place = `${path}.strategy`
  checkLabel(strategy, 'instanceMode', 'NodeInstanceModeType', place)
  checkLabel(strategy, 'rerunMode', 'NodeRerunModeType', place)
  checkLabel(strategy, 'failureStrategy', 'FailureStrategy', place)
  checkLabel(strategy, 'recurrenceType', 'NodeRecurrenceType', place)
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
 * @param mustHavePath - a workflow needs `script.path`; a node inside one gets it from its place
 */
export function checkEntity(entity: JsonObject, path: string, mustHavePath: boolean): string {
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
