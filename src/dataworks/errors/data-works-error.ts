import { isBranded } from '../../diagnostics/brand.ts'
import { printableLines } from '../../diagnostics/show-value.ts'
import type { NamedEdge } from '../../document/compare/named-edge.ts'

/** Everything a {@link DataWorksError} carries. */
export interface DataWorksErrorParts {
  /** The operation that failed, such as `ImportWorkflowDefinition`. */
  readonly action: string
  readonly kind: DataWorksErrorKind
  /** The service's code as text, such as `Throttling.User` or `1101080008`; a system code where no answer came. */
  readonly code: string
  readonly message: string
  /** The status of the answer; undefined when there was none. */
  readonly httpStatus?: number | undefined
  /** The id to name when asking Alibaba Cloud's support. */
  readonly requestId?: string | undefined
  /** Whether the same call may succeed later and repeating it can do no harm. */
  readonly retryable?: boolean | undefined
  /** Whether the call may have had its effect in spite of the error. Look before repeating it. */
  readonly ambiguous?: boolean | undefined
  /** The way out, when there is one. */
  readonly hint?: string | undefined
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfter?: number | undefined
  /** Where in the submitted document the fault stands, as the service says it, such as `$.spec.workflows[0].nodes[1]`. */
  readonly place?: string | undefined
  /** What of a submitted workflow did not arrive; of kind `incomplete` only. */
  readonly lost?: LostParts | undefined
  readonly cause?: unknown
}

const brand = Symbol.for('flowspec.DataWorksError')

function textOf(parts: DataWorksErrorParts): string {
  const facts = [
    `code ${parts.code}`,
    ...(parts.httpStatus === undefined ? [] : [`HTTP ${parts.httpStatus}`]),
    ...(parts.requestId === undefined ? [] : [`request ${parts.requestId}`]),
  ]
  const place = parts.place === undefined ? '' : ` at ${parts.place}`
  const hint = parts.hint === undefined ? '' : `\n${parts.hint}`
  return `${parts.action} failed${place}: ${parts.message} (${facts.join(', ')})${hint}`
}

/**
 * A call of DataWorks that failed, wherever it failed. Tell it from other errors with {@link isDataWorksError}, which
 * also knows an error of a second copy of this package. No secret is in it.
 *
 * @example
 * ```ts
 * import { createClient, isDataWorksError } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * try {
 *   await client.createBusiness({ projectId: 10000, businessName: 'retail' })
 * } catch (error) {
 *   if (!isDataWorksError(error)) throw error
 *   if (error.ambiguous) process.stderr.write('look whether it exists before trying again\n')
 * }
 * ```
 */
export class DataWorksError extends Error {
  override readonly name: string = 'DataWorksError'
  readonly action: string
  readonly kind: DataWorksErrorKind
  readonly code: string
  /** What went wrong, without the operation, code and hint that `message` puts around it. */
  readonly reason: string
  readonly httpStatus: number | undefined
  readonly requestId: string | undefined
  readonly retryable: boolean
  readonly ambiguous: boolean
  readonly hint: string | undefined
  readonly retryAfter: number | undefined
  readonly place: string | undefined
  readonly lost: LostParts | undefined

  constructor(parts: DataWorksErrorParts) {
    // Names and texts of a workspace may steer a terminal, and errors are printed there.
    super(printableLines(textOf(parts)), parts.cause === undefined ? undefined : { cause: parts.cause })
    this.action = parts.action
    this.kind = parts.kind
    this.code = parts.code
    this.reason = printableLines(parts.message)
    this.httpStatus = parts.httpStatus
    this.requestId = parts.requestId
    this.retryable = parts.retryable ?? false
    this.ambiguous = parts.ambiguous ?? false
    this.hint = parts.hint
    this.retryAfter = parts.retryAfter
    this.place = parts.place
    this.lost = parts.lost
    Object.defineProperty(this, brand, { value: true })
  }

  /** The error as data for a log; without the stack and without the cause. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message }
  }
}

/**
 * Whether a caught value is a {@link DataWorksError}, of this copy of the package or another.
 *
 * @example
 * ```ts
 * import { createClient, isDataWorksError } from 'flowspec/dataworks'
 *
 * try {
 *   await createClient({ region: 'cn-shanghai' }).getJobStatus({ jobId: '1' })
 * } catch (error) {
 *   if (isDataWorksError(error) && error.kind === 'not-found') process.stderr.write('there is no such job\n')
 * }
 * ```
 */
export function isDataWorksError(value: unknown): value is DataWorksError {
  return isBranded(value, brand)
}

/** What a call finds; undefined when the service does not have it. */
export async function ifFound<Found>(call: Promise<Found>): Promise<Found | undefined> {
  try {
    return await call
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'not-found') return undefined
    throw error
  }
}

/**
 * What kind of failure a {@link DataWorksError} is. The kinds up to `unknown` are answers of the service, the others
 * happened on the way or while waiting.
 *
 * - `throttled`: too many requests, or the service is busy; nothing was executed
 * - `quota-exceeded`: the calls of the day are used up
 * - `edition-required`: the workspace's DataWorks edition lacks the operation
 * - `not-activated`: DataWorks is not activated for the account
 * - `no-permission`: the access key may not do this
 * - `credentials-rejected`: the access key or token is unknown, disabled or expired
 * - `signature-rejected`: the signature does not fit, or a request was sent twice
 * - `clock-skew`: this machine's clock is more than 15 minutes off
 * - `invalid-parameter`: a parameter is missing or has a value the operation does not take
 * - `spec-rejected`: the FlowSpec document, or something it names, is refused
 * - `name-taken`: something of that name exists
 * - `not-found`: the thing, the workspace or the operation does not exist
 * - `service-fault`: the service failed
 * - `unknown`: the service refused with a code this library does not know
 * - `unreadable-answer`: an answer that is not the JSON it should be
 * - `timeout`, `network`, `aborted`: no answer came
 * - `no-credentials`: there were no usable credentials to sign with
 * - `job-failed`, `job-timeout`: an asynchronous job failed, or was not done in time
 * - `incomplete`: a submitted workflow was read back without some of its nodes or edges
 * - `ambiguous-name`: several workflows have the name
 * - `other-version`: a submitted workflow was read back as another version, which somebody else submitted at the same time
 * - `other-workspace`: a workflow was built for a workspace of another name; nothing was imported
 * - `refused`: something was to be deleted or replaced that no flag allows; nothing was changed
 * - `release-failed`: a pipeline run that was to release a workflow, or to take it offline, ended without success
 * - `stale-plan`: the workspace changed since a plan was made; nothing was changed
 * - `would-empty`: a workflow without nodes was to replace one that has some; nothing was imported
 */
export type DataWorksErrorKind =
  | 'aborted'
  | 'ambiguous-name'
  | 'clock-skew'
  | 'credentials-rejected'
  | 'edition-required'
  | 'incomplete'
  | 'invalid-parameter'
  | 'job-failed'
  | 'job-timeout'
  | 'name-taken'
  | 'network'
  | 'no-credentials'
  | 'no-permission'
  | 'not-activated'
  | 'not-found'
  | 'other-version'
  | 'other-workspace'
  | 'quota-exceeded'
  | 'refused'
  | 'release-failed'
  | 'service-fault'
  | 'signature-rejected'
  | 'spec-rejected'
  | 'stale-plan'
  | 'throttled'
  | 'timeout'
  | 'unknown'
  | 'unreadable-answer'
  | 'would-empty'

/** What of a workflow did not arrive. */
export interface LostParts {
  /** Names of nodes. */
  readonly nodes: readonly string[]
  readonly edges: readonly NamedEdge[]
}

/** The same error with something added to it or changed. */
export function restateError(error: DataWorksError, changes: Partial<DataWorksErrorParts>): DataWorksError {
  return new DataWorksError({ ...error, message: error.reason, cause: error.cause, ...changes })
}
