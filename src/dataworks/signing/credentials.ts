import { type ArgumentKind, fields, settings } from '../../diagnostics/arguments.ts'
import { requireArgument } from '../client/given-arguments.ts'
import { isTransportError, silentCause } from '../errors/transport-error.ts'
import { nameAccount } from './account-name.ts'
import { credentialsError } from './credentials-fault.ts'

/** An access key, temporary when it comes with a security token (STS). */
export interface Credentials {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** The token of temporary credentials, as STS gives it out; the empty text is none, and so is null, as JSON has it. */
  readonly securityToken?: string | undefined
  /**
   * When temporary credentials expire: a date, text of ISO 8601 as STS gives it out, or milliseconds since 1970. A function
   * that says it is asked again 15 minutes before, and not with every request.
   */
  readonly expiration?: Date | string | number | undefined
}

/**
 * Something that gives credentials when asked, such as an instance of the default class of `@alicloud/credentials`,
 * which knows the whole chain: environment, profiles, roles of machines and clusters.
 */
export interface CredentialsClient {
  /** Gives an access key that is valid now. */
  getCredential(): Promise<{
    readonly accessKeyId?: string | undefined
    readonly accessKeySecret?: string | undefined
    readonly securityToken?: string | null | undefined
    readonly expiration?: Date | string | number | undefined
  }>
}

/**
 * Where a client takes its credentials from: an access key as it is, a function, or an `@alicloud/credentials` client.
 * Functions and clients are asked again for every request, so they may hand out keys that expire; what says when it expires
 * is kept until 15 minutes before. Requests that wait for credentials at the same moment ask for them once.
 */
export type CredentialsSource = Credentials | CredentialsClient | (() => Credentials | Promise<Credentials>)

const idName = 'ALIBABA_CLOUD_ACCESS_KEY_ID'
const secretName = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'
const tokenName = 'ALIBABA_CLOUD_SECURITY_TOKEN'

const environmentKind: ArgumentKind = {
  takes: 'an object of texts, such as process.env',
  holds: (value) =>
    fields.holds(value) && Object.values(Object(value)).every((one) => one === undefined || typeof one === 'string'),
}

/**
 * Takes credentials from the environment: `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and, for
 * temporary ones, `ALIBABA_CLOUD_SECURITY_TOKEN`. These are the names the official clients read. It is what a client
 * does that was given no credentials.
 *
 * The variables are read when a request is made, not before.
 *
 * @param environment - the variables; `process.env` when left out
 *
 * @example
 * ```ts
 * import { createClient, environmentCredentials } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai', credentials: environmentCredentials() })
 * ```
 */
export function environmentCredentials(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): () => Credentials {
  requireArgument('environmentCredentials', 'environment', environment, environmentKind)
  const read = (): Credentials => {
    const accessKeyId = environment[idName]
    const accessKeySecret = environment[secretName]
    if (!accessKeyId || !accessKeySecret) {
      const absent = [accessKeyId ? '' : idName, accessKeySecret ? '' : secretName].filter((name) => name !== '')
      throw credentialsError({
        message: `${absent.join(' and ')} not set in the environment`,
        code: 'CredentialsMissing',
        hint: 'Set them, or give `credentials`, a setting of clients and of the environments in flowspec.config.ts: profileCredentials(), credentialsChain(), or a function that gets an access key.',
      })
    }
    return { accessKeyId, accessKeySecret, securityToken: environment[tokenName] || undefined }
  }
  return nameAccount(read, () => environment[idName])
}

function unusable(message: string, code: string, cause?: unknown): Error {
  return credentialsError({ message, code, cause })
}

/** Says what is wrong with a part of the credentials without showing any of it. */
function faultOf(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return `${name} is missing`
  if (/\s/.test(value)) return `${name} contains white space, perhaps a line break at its end`
  // Parts go into headers, whose own errors would print the value.
  if (!/^[\x21-\x7e]+$/.test(value)) return `${name} contains characters outside of printable ASCII`
  return undefined
}

/** Credentials as they come, of which any part may be missing. */
interface GivenCredentials {
  readonly accessKeyId?: string | undefined
  readonly accessKeySecret?: string | undefined
  readonly securityToken?: string | null | undefined
  readonly expiration?: unknown
}

/** Credentials that can be sent. */
export interface Key {
  readonly credentials: Credentials
  /** In milliseconds since 1970; undefined when they do not say. */
  readonly expiresAt: number | undefined
}

async function ask(source: CredentialsSource): Promise<GivenCredentials> {
  if (typeof source === 'function') return await source()
  if ('getCredential' in source) return await source.getCredential()
  // Read here, where what getters throw is known to come from the source.
  const { accessKeyId, accessKeySecret, securityToken, expiration } = source
  return { accessKeyId, accessKeySecret, securityToken, expiration }
}

function isGiven(token: string | null | undefined): boolean {
  return token !== undefined && token !== null && token !== ''
}

/** A getter or a proxy of a source that does not answer is told where it is asked. */
function isThenable(value: unknown): boolean {
  try {
    return typeof Reflect.get(Object(value), 'then') === 'function'
  } catch {
    return false
  }
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** When credentials expire; NaN when what they say is no time. */
function timeOf(expiration: unknown): number | undefined {
  if (expiration === undefined || expiration === null || expiration === '') return undefined
  if (expiration instanceof Date) return expiration.getTime()
  if (typeof expiration === 'number') return expiration
  return typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN
}

/**
 * Asks a source for credentials and makes sure that they can be sent.
 *
 * @throws TransportError with reason `credentials`; it names the part that is wrong, never its value.
 */
export async function resolveCredentials(source: CredentialsSource): Promise<Key> {
  let given: GivenCredentials
  try {
    given = await ask(source)
  } catch (error) {
    if (isTransportError(error)) throw error
    throw unusable('the source of the credentials failed', 'CredentialsSourceFailed', silentCause(error))
  }
  if (!isPart(given)) throw unusable('the source of the credentials gave none', 'CredentialsMissing')
  const { accessKeyId, accessKeySecret, securityToken } = given
  const expiresAt = timeOf(given.expiration)
  const faults = [
    faultOf('accessKeyId', accessKeyId),
    faultOf('accessKeySecret', accessKeySecret),
    // Null is how JSON and SDKs say that there is none.
    isGiven(securityToken) ? faultOf('securityToken', securityToken) : undefined,
    Number.isNaN(expiresAt) ? 'expiration is no time' : undefined,
  ].filter((fault) => fault !== undefined)
  if (faults.length > 0 || accessKeyId === undefined || accessKeySecret === undefined) {
    throw unusable(faults.join('; '), 'CredentialsInvalid')
  }
  return { credentials: { accessKeyId, accessKeySecret, securityToken: securityToken || undefined }, expiresAt }
}

export const credentialsKind: ArgumentKind = {
  takes: 'an access key, a client of credentials, or a function that gives an access key',
  isSecret: true,
  holds: (value) => typeof value === 'function' || (settings.holds(value) && !isThenable(value)),
}
