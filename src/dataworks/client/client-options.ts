import type { CredentialsSource } from '../signing/credentials.ts'
import type { KnownRegion } from '../transport/endpoint.ts'
import type { Transport } from '../transport/transport.ts'
import type { RetryOptions } from './retry.ts'

/** Options of every client. */
export interface SharedOptions {
  /** When and how often a failed call is repeated. */
  readonly retry?: RetryOptions | undefined
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
