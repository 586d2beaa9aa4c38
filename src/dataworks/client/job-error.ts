import { isRecord } from '../../document/json/records.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { lookupCode } from '../errors/error-catalogue.ts'
import { cleanText } from '../errors/error-text.ts'
import { firstText } from '../operations/answer.ts'
import { getJobStatus, type JobStatus } from '../operations/import-job.ts'
import { parseExact } from '../operations/parse-exact.ts'

/** Makes the error of a job that failed or was cancelled. */
export function jobError(status: JobStatus): DataWorksError {
  const cancelled = status.status === 'Cancel'
  const fault = readJobFault(status.error ?? '')
  const code = fault.code ?? (cancelled ? 'JobCancelled' : 'JobFailed')
  const reason = fault.message === '' ? (cancelled ? 'it was cancelled' : 'no reason was given') : fault.message
  const known = lookupCode(code)
  return new DataWorksError({
    action: getJobStatus.action,
    kind: 'job-failed',
    code,
    message: `job ${status.jobId}: ${reason}`,
    requestId: status.requestId,
    place: fault.place,
    // The parameters of the call that started the job were taken; what the hint for wrong ones says would lead astray.
    hint: known?.kind === 'invalid-parameter' ? undefined : known?.hint,
  })
}

/** Why a job failed. */
interface JobFault {
  readonly code: string | undefined
  readonly message: string
  /** A JSONPath into the document, such as `$.spec.workflows[0].nodes[1]`. */
  readonly place: string | undefined
}

const longestPath = 300
const codeNames = ['code', 'Code', 'errorCode', 'ErrorCode']
const messageNames = ['message', 'Message', 'errorMessage', 'ErrorMessage']
const pathNames = ['path', 'Path', 'jsonPath', 'place', 'location']

/** The first JSONPath in running text. */
function pathIn(text: string): string | undefined {
  const start = text.indexOf('$.')
  if (start < 0) return undefined
  const path = /^[$\w.[\]-]+/.exec(text.slice(start, start + longestPath))?.[0]
  return path?.replace(/\.$/, '')
}

/**
 * Reads the error text of a job. The documentation of ImportWorkflowDefinition says that it carries a code, a message and
 * a JSONPath, and not in which form: an object in JSON is read, and of anything else the text and the path in it.
 */
function readJobFault(text: string): JobFault {
  const parsed = parseExact(text)
  const fault = Array.isArray(parsed) ? parsed.find(isRecord) : parsed
  if (!isRecord(fault)) {
    const message = cleanText(text)
    const code = /^(\d{6,20}|0x[0-9a-fA-F]{16})\b/.exec(message)?.[1]
    return { code, message, place: pathIn(message) }
  }
  const message = cleanText(firstText(fault, messageNames) ?? text)
  const code = firstText(fault, codeNames)
  return {
    code: code === undefined ? undefined : cleanText(code),
    message,
    place: cleanText(firstText(fault, pathNames) ?? '').slice(0, longestPath) || pathIn(message),
  }
}
