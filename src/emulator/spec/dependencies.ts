import { isRecord } from '../../document/json/records.ts'
import { specNotParsed } from '../wire/error-catalogue.ts'
import { type JsonObject, readField, readList } from '../wire/json.ts'
import { checkLabel } from './checks.ts'

/** One entry of `dependencies`: what the node or workflow `nodeId` depends on. */
export interface SubmittedDependency {
  readonly nodeId: string | undefined
  readonly depends: readonly JsonObject[]
}

/** References must be strings: the reference parser fails on anything else. */
function readReference(object: JsonObject, field: string, path: string): string | undefined {
  const value = readField(object, field)
  if (value === undefined || typeof value === 'string') return value
  throw specNotParsed(`${field} is not a string`, `${path}.${field}`)
}

function readDepends(entry: JsonObject, path: string): readonly JsonObject[] {
  return (readList(entry, 'depends') ?? []).map((depend, index) => {
    const dependPath = `${path}.depends[${index}]`
    if (!isRecord(depend)) throw specNotParsed('an item of depends is not an object', dependPath)
    checkLabel(depend, 'type', 'DependencyType', dependPath)
    readReference(depend, 'nodeId', dependPath)
    readReference(depend, 'output', dependPath)
    return depend
  })
}

/**
 * The dependencies of a workflow, or of the body of a document, checked; `flow` counts when there are none.
 *
 * @param place - JSONPath of what has them
 */
export function readDependencies(holder: JsonObject, place: string): readonly SubmittedDependency[] {
  const dependencies = readList(holder, 'dependencies') ?? []
  const field = dependencies.length > 0 ? 'dependencies' : 'flow'
  return (readList(holder, field) ?? []).map((entry, index) => {
    const path = `${place}.${field}[${index}]`
    if (!isRecord(entry)) throw specNotParsed('a dependency is not an object', path)
    return { nodeId: readReference(entry, 'nodeId', path), depends: readDepends(entry, path) }
  })
}
