import { TransportError } from '../errors/transport-error.ts'

/** What is wrong with where credentials come from: a message, a short name for it, and the way out. */
export interface CredentialsFault {
  readonly message: string
  readonly code: string
  readonly hint?: string | undefined
  readonly cause?: unknown
}

/** The error of a request for which there were no credentials; nothing was sent. */
export function credentialsError({ message, ...parts }: CredentialsFault): TransportError {
  return new TransportError(message, { reason: 'credentials', delivered: false, transient: false, ...parts })
}
