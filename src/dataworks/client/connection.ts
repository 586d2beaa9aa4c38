import type { RetryPolicy } from '../retry/retry-policy.ts'
import type { Transport } from '../transport/transport.ts'

/** What calls of one client share. */
export interface Connection {
  readonly transport: Transport
  readonly retry: RetryPolicy
}
