import { raceSignal } from '../transport/timing.ts'
import { type Credentials, type CredentialsSource, type Key, resolveCredentials } from './credentials.ts'
import { credentialsError } from './credentials-fault.ts'

/** How long before they expire credentials are asked for anew, in milliseconds; as `@alicloud/credentials` does it. */
const ahead = 15 * 60 * 1000

/** Hands out the credentials of one source. */
export interface KeyStore {
  /**
   * Credentials that are valid now.
   *
   * @throws TransportError when there are none; the signal's reason when it fires before
   */
  get(signal: AbortSignal): Promise<Credentials>
  /** The service refused the token: the next request asks for another one. */
  forget(): void
}

/**
 * Asks a source for credentials when there is need: those that say when they expire are kept until 15 minutes before, all
 * others are asked for with each request. However many requests wait, the source is asked once.
 *
 * @param now - the time in milliseconds since 1970
 */
export function keyStore(source: CredentialsSource, now: () => number = Date.now): KeyStore {
  let kept: Key | undefined
  let asking: Promise<Key> | undefined

  const leftOf = (key: Key | undefined): number => (key?.expiresAt === undefined ? 0 : key.expiresAt - now())

  async function ask(): Promise<Key> {
    const key = await resolveCredentials(source)
    if (key.expiresAt !== undefined && leftOf(key) <= 0) throw expired(key.expiresAt)
    kept = key
    return key
  }

  async function askOnce(signal: AbortSignal): Promise<Key> {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    const own = asking
    try {
      return await raceSignal(own, signal)
    } catch (error) {
      // A source that hangs is asked again by the next request, and not waited for by all.
      if (signal.aborted && asking === own) asking = undefined
      throw error
    }
  }

  return {
    async get(signal) {
      if (kept !== undefined && leftOf(kept) > ahead) return kept.credentials
      try {
        return (await askOnce(signal)).credentials
      } catch (error) {
        // Refreshing failed early enough: what is there is good for a while.
        if (kept !== undefined && leftOf(kept) > 0 && !signal.aborted) return kept.credentials
        throw error
      }
    },
    forget() {
      kept = undefined
    },
  }
}

function expired(at: number): Error {
  return credentialsError({
    message: `the credentials expired at ${new Date(at).toISOString()}`,
    code: 'CredentialsExpired',
    hint: 'Get new temporary credentials, or give `credentials`, of the client or of the environment in flowspec.config.ts, a function that gets them.',
  })
}
