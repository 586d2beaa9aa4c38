import { nodeTypes } from '../../model/generated/node-types.ts'
import { unknownLabel } from '../errors/error-catalogue.ts'
import { type JsonObject, readObject, readPlainText } from '../json/json-object.ts'
import { checkEntity } from './check-entity.ts'
import { checkLabel } from './check-label.ts'

/** The type of a node: `script.runtime.command`. */
export function commandOf(node: JsonObject): string {
  return readPlainText(readObject(readObject(node, 'script'), 'runtime'), 'command') ?? ''
}

/** Checks a node inside a workflow, and gives its name. */
export function checkNode(node: JsonObject, path: string): string {
  const name = checkEntity(node, path, false)
  const command = commandOf(node)
  if (!Object.hasOwn(nodeTypes, command)) {
    throw unknownLabel('CodeProgramType', command, `${path}.script.runtime.command`)
  }
  checkLabel(node, 'recurrence', 'NodeRecurrenceType', path)
  checkLabel(node, 'instanceMode', 'NodeInstanceModeType', path)
  checkLabel(node, 'rerunMode', 'NodeRerunModeType', path)
  return name
}
