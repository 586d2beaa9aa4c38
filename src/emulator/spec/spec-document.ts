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

/** Kinds are matched whatever their case. */
function readKind(document: JsonObject): WorkflowKind {
  const kind = readPlainText(document, 'kind')
  if (kind === undefined) throw specNotParsed('kind is missing', '$.kind')
  const known = workflowKinds.get(kind.toLowerCase())
  if (known !== undefined) return known
  throw otherKinds.has(kind.toLowerCase()) ? kindOfAnotherOperation() : unsupportedKind(kind)
}

/** Reads the text of the parameter `Spec` as a document that holds a workflow. */
export function readSpecDocument(text: string): SpecDocument {
  const document = parse(text)
  const version = readPlainText(document, 'version')
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw specNotParsed('version is not three numbers with dots', '$.version')
  }
  const kind = readKind(document)
  const spec = readObject(document, 'spec')
  if (spec === undefined) throw specNotParsed('spec is not an object', '$.spec')
  const workflow = readList(spec, 'workflows')?.[0]
  if (!isRecord(workflow)) throw specNotParsed('there is no workflow', '$.spec.workflows')
  return { kind, owner: readPlainText(spec, 'owner'), workflow, body: spec }
}
