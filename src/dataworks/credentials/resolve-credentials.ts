import { plainCause } from '../transport/plain-cause.ts'
import { isTransportError, TransportError } from '../transport/transport-error.ts'
import type { Credentials, CredentialsSource } from './credentials.ts'

function unusable(message: string, code: string, cause?: unknown): TransportError {
  return new TransportError(message, { reason: 'credentials', code, delivered: false, transient: false, cause })
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
  readonly securityToken?: string | undefined
}

async function ask(source: CredentialsSource): Promise<GivenCredentials> {
  if (typeof source === 'function') return await source()
  if ('getCredential' in source) return await source.getCredential()
  return source
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/**
 * Asks a source for credentials and makes sure that they can be sent.
 *
 * @throws TransportError with reason `credentials`; it names the part that is wrong, never its value.
 */
export async function resolveCredentials(source: CredentialsSource): Promise<Credentials> {
  let given: GivenCredentials
  try {
    given = await ask(source)
  } catch (error) {
    if (isTransportError(error)) throw error
    throw unusable('the source of the credentials failed', 'CredentialsSourceFailed', plainCause(error))
  }
  if (!isPart(given)) throw unusable('the source of the credentials gave none', 'CredentialsMissing')
  const { accessKeyId, accessKeySecret, securityToken } = given
  const faults = [
    faultOf('accessKeyId', accessKeyId),
    faultOf('accessKeySecret', accessKeySecret),
    securityToken === undefined || securityToken === '' ? undefined : faultOf('securityToken', securityToken),
  ].filter((fault) => fault !== undefined)
  if (faults.length > 0 || accessKeyId === undefined || accessKeySecret === undefined) {
    throw unusable(faults.join('; '), 'CredentialsInvalid')
  }
  return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined }
}
