import type { Emulator } from 'flowspec/testing'
import { parseJson } from '../../../src/document/json/exact-json.ts'
import { sendSigned } from './signed-request.ts'

const getOperations = new Set([
  'GetJobStatus',
  'GetNode',
  'GetProject',
  'GetWorkflowDefinition',
  'ListNodeDependencies',
  'ListNodes',
  'ListWorkflowDefinitions',
])

/** An answer whose body is JSON; 19-digit integers are bigints in it. */
export interface JsonAnswer {
  readonly status: number
  readonly body: unknown
}

/** Calls an operation of 2024-05-18, or of the version before a slash. */
export async function call(
  emulator: Emulator,
  operation: string,
  parameters: Readonly<Record<string, string | number | boolean>> = {},
): Promise<JsonAnswer> {
  const [version = '', action = ''] = operation.includes('/') ? operation.split('/') : ['2024-05-18', operation]
  const form = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  const { credentials } = emulator
  const parts = getOperations.has(action)
    ? { method: 'GET', target: `/?${form}`, credentials }
    : { method: 'POST', body: form, credentials }
  const answer = await sendSigned(emulator.url, [version, action], parts)
  return { status: answer.status, body: parseJson(answer.text) }
}

/** The value at a path of fields and indexes; undefined where there is none. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  )
}

/** Imports a document, waits for its job, and tells how the job ended. */
export async function importSpec(
  emulator: Emulator,
  spec: unknown,
  more: Readonly<Record<string, string | number | boolean>> = {},
): Promise<{ readonly workflowId: string; readonly status: unknown; readonly error: unknown }> {
  const Spec = typeof spec === 'string' ? spec : JSON.stringify(spec)
  const { body } = await call(emulator, 'ImportWorkflowDefinition', { ProjectId: 10000, Spec, ...more })
  const workflowId = String(at(body, 'AsyncJob', 'Response'))
  const JobId = String(at(body, 'AsyncJob', 'Id'))
  for (let poll = 0; poll < 10; poll += 1) {
    const status = at((await call(emulator, 'GetJobStatus', { JobId })).body, 'JobStatus')
    if (at(status, 'Completed') !== 'True') continue
    const error = at(status, 'Error')
    return { workflowId, status: at(status, 'Status'), error: typeof error === 'string' ? JSON.parse(error) : error }
  }
  throw new Error(`the job did not end: ${JSON.stringify(body)}`)
}

/** The document of a workflow as GetWorkflowDefinition gives it. */
export async function readSpecOf(emulator: Emulator, Id: string): Promise<unknown> {
  const { body } = await call(emulator, 'GetWorkflowDefinition', { Id, IncludeScriptContent: true })
  return parseJson(String(at(body, 'WorkflowDefinition', 'Spec')))
}
