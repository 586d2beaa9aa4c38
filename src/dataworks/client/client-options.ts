import type { CredentialsSource } from '../signing/credentials.ts'
import type { KnownRegion } from '../transport/regions.ts'
import type { Transport } from '../transport/transport.ts'
import type { RateLimitOptions } from './pacing/rate-limit.ts'
import type { RetryOptions } from './retry.ts'

/** Options of every client. */
export interface SharedOptions {
  /** When and how often a failed call is repeated. */
  readonly retry?: RetryOptions | undefined
  /**
   * How many calls are sent in a second and in a day, counted over all clients of this process with the same access key
   * and region; 5 a second when left out, and `false` for no limit. A server on this machine has none when left out.
   */
  readonly rateLimit?: RateLimitOptions | false | undefined
  /**
   * How long one call may take in all, in milliseconds: waits for its turn, attempts and waits between them. Not limited
   * when left out. For something of many calls, such as a deploy, give it `signal: AbortSignal.timeout(…)`.
   */
  readonly deadline?: number | undefined
}

/** Options of a client that makes its own transport. */
export interface SendingOptions extends SharedOptions {
  /** Where the access key comes from; the environment when left out. */
  readonly credentials?: CredentialsSource | undefined
  /** How long one attempt may take in all, in milliseconds; 60,000 when left out. */
  readonly timeout?: number | undefined
  /** The function that sends; the global `fetch` when left out. */
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly transport?: undefined
}

/** A client of a region's public endpoint. */
export interface RegionOptions extends SendingOptions {
  /** The region's id, such as `cn-shanghai`. */
  readonly region: KnownRegion | (string & {})
  readonly endpoint?: undefined
}

/** A client of an endpoint given by its address: one inside a VPC, or a server on this machine. */
export interface EndpointOptions extends SendingOptions {
  /** A host or an https address; plain http only for this machine. */
  readonly endpoint: string
  readonly region?: undefined
}

/** A client over a transport, which has credentials, endpoint and timeouts of its own. */
export interface TransportOptions extends SharedOptions {
  readonly transport: Transport
  readonly region?: undefined
  readonly endpoint?: undefined
  readonly credentials?: undefined
  readonly timeout?: undefined
  readonly fetch?: undefined
}

/** The options of {@link createClient}. */
export type ClientOptions = EndpointOptions | RegionOptions | TransportOptions

/** What every call takes besides its parameters. */
export interface CallOptions {
  /** Stops the call: a request under way, or the wait before a repetition. */
  readonly signal?: AbortSignal | undefined
}
