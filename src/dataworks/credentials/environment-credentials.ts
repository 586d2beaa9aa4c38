import { TransportError } from '../transport/transport-error.ts'
import type { Credentials } from './credentials.ts'

const idName = 'ALIBABA_CLOUD_ACCESS_KEY_ID'
const secretName = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'
const tokenName = 'ALIBABA_CLOUD_SECURITY_TOKEN'

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
  return () => {
    const accessKeyId = environment[idName]
    const accessKeySecret = environment[secretName]
    if (!accessKeyId || !accessKeySecret) {
      const absent = [accessKeyId ? '' : idName, accessKeySecret ? '' : secretName].filter((name) => name !== '')
      throw new TransportError(`${absent.join(' and ')} not set in the environment`, {
        reason: 'credentials',
        code: 'CredentialsMissing',
        delivered: false,
        transient: false,
      })
    }
    return { accessKeyId, accessKeySecret, securityToken: environment[tokenName] || undefined }
  }
}
