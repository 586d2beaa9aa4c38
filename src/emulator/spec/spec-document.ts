import { isRecord } from '../../document/json/records.ts'
import type { WorkflowKind } from '../state/project.ts'
import { kindOfAnotherOperation, specNotParsed, unsupportedKind } from '../wire/error-catalogue.ts'
import { type JsonObject, parseBoundedJson, readList, readObject, readPlainText } from '../wire/json.ts'

/** What an operation on workflows takes from a submitted document. */
export interface SpecDocument {
  readonly kind: WorkflowKind
  /** `spec.owner` */
  readonly owner: string | undefined
  /** The first workflow; the others are ignored. */
  readonly workflow: JsonObject
  /** `spec`, where stands what the workflow itself depends on. */
  readonly body: JsonObject
}

/** JSONPath of the workflow in a document. */
export const workflowPath = '$.spec.workflows[0]'

/** Kinds of the reference parser that hold something other than a workflow, in lower case. */
const otherKinds: ReadonlySet<string> = new Set([
  'batchdeployment',
  'component',
  'datacatalog',
  'dataintegrationjob',
  'dataquality',
  'datasource',
  'function',
  'manualnode',
  'node',
  'paiflow',
  'resource',
  'table',
  'temporaryworkflow',
])

const workflowKinds: ReadonlyMap<string, WorkflowKind> = new Map([
  ['cycleworkflow', 'CycleWorkflow'],
  ['manualworkflow', 'ManualWorkflow'],
  ['triggerworkflow', 'TriggerWorkflow'],
])

function parse(text: string): JsonObject {
  let value: unknown
  try {
    value = parseBoundedJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw specNotParsed(error.message, '$', error)
    throw error
  }
  if (!isRecord(value)) throw specNotParsed('the document is not a JSON object', '$')
  return value
}

/** The kind of a document, in lower case, for kinds are matched whatever their case. It has to be one of some. */
function readKind(document: JsonObject, wanted: (kind: string) => boolean): string {
  const kind = readPlainText(document, 'kind')
  if (kind === undefined) throw specNotParsed('kind is missing', '$.kind')
  const lower = kind.toLowerCase()
  if (wanted(lower)) return lower
  throw workflowKinds.has(lower) || otherKinds.has(lower) ? kindOfAnotherOperation() : unsupportedKind(kind)
}

/** The body of a document, and its kind. */
function readBody(
  text: string,
  wanted: (kind: string) => boolean,
  needsVersion = true,
): { readonly kind: string; readonly body: JsonObject } {
  const document = parse(text)
  const version = readPlainText(document, 'version') ?? (needsVersion ? '' : '1.1.0')
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw specNotParsed('version is not three numbers with dots', '$.version')
  }
  const kind = readKind(document, wanted)
  const body = readObject(document, 'spec')
  if (body === undefined) throw specNotParsed('spec is not an object', '$.spec')
  return { kind, body }
}

/** Reads the text of the parameter `Spec` as a document that holds a workflow. */
export function readSpecDocument(text: string): SpecDocument {
  const { kind, body } = readBody(text, (one) => workflowKinds.has(one))
  const workflow = readList(body, 'workflows')?.[0]
  if (!isRecord(workflow)) throw specNotParsed('there is no workflow', '$.spec.workflows')
  return { kind: workflowKinds.get(kind) ?? 'CycleWorkflow', owner: readPlainText(body, 'owner'), workflow, body }
}

/** What an operation on nodes, resources or functions takes from a submitted document. */
export interface EntityDocument {
  /** `spec.owner` */
  readonly owner: string | undefined
  /** The first of them; the others are ignored. */
  readonly entity: JsonObject
  /** `spec`, where stands what a node depends on. */
  readonly body: JsonObject
  /** JSONPath of the entity. */
  readonly path: string
}

/**
 * Reads the text of the parameter `Spec` as a document that holds a node, a resource or the like.
 *
 * @param kinds - the kinds of document that the operation takes, in lower case
 * @param field - the list in the body that holds the entity
 */
export function readEntityDocument(
  text: string,
  kinds: readonly string[],
  field: string,
  { needsVersion = true }: { readonly needsVersion?: boolean } = {},
): EntityDocument {
  const { body } = readBody(text, (kind) => kinds.includes(kind), needsVersion)
  const entity = readList(body, field)?.[0]
  if (!isRecord(entity)) throw specNotParsed(`there is nothing in ${field}`, `$.spec.${field}`)
  return { owner: readPlainText(body, 'owner'), entity, body, path: `$.spec.${field}[0]` }
}
