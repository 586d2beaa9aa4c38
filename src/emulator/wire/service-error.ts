/** What is known of a refusal only by inference, not from the documentation or a recorded answer. */
export type Inferred = 'status' | 'code' | 'message'

/** The parts of a {@link ServiceError}. */
export interface ServiceErrorParts {
  /** HTTP status. */
  readonly status: number
  readonly code: string
  readonly message: string
  readonly inferred: readonly Inferred[]
  /** JSONPath into the submitted document. */
  readonly path?: string
  readonly cause?: Error
}

/** A refusal of the service: a status, a code and a message that go to the caller. */
export class ServiceError extends Error {
  override readonly name: string = 'ServiceError'
  readonly status: number
  readonly code: string
  readonly path: string | undefined
  readonly inferred: readonly Inferred[]

  constructor(parts: ServiceErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.status = parts.status
    this.code = parts.code
    this.path = parts.path
    this.inferred = parts.inferred
  }

  /** The message with the path into the document, when there is one. */
  get locatedMessage(): string {
    return this.path === undefined ? this.message : `${this.message} (${this.path})`
  }
}
