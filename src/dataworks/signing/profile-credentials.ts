import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { object, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { requireSettings } from '../client/given-arguments.ts'
import type { Credentials } from './credentials.ts'
import { credentialsError } from './credentials-fault.ts'

/** The options of {@link profileCredentials}. */
export interface ProfileOptions {
  /** The name of the profile; `ALIBABA_CLOUD_PROFILE` when left out, else the current one of the file. */
  readonly profile?: string | undefined
  /** The file; `~/.aliyun/config.json` when left out. */
  readonly file?: string | undefined
  /** The variables that are read; `process.env` when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

const profileKinds: SettingKindsOf<ProfileOptions> = { profile: text, file: text, environment: object }

const elsewhere =
  'Run `aliyun configure`, or take the key from elsewhere: `credentials` of the client, or of the environment in flowspec.config.ts.'

type Profile = Readonly<Record<string, unknown>>

/** The text of an error could quote the file, so nothing of it goes further. */
async function readProfiles(file: string): Promise<{ profiles: readonly Profile[]; current: string | undefined }> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const isThere = error instanceof SyntaxError
    const message = isThere ? `the profile file ${file} is not JSON` : `the profile file ${file} cannot be read`
    throw credentialsError({ message, code: isThere ? 'ProfileUnreadable' : 'ProfileMissing', hint: elsewhere })
  }
  const profiles = isRecord(content) ? recordsOf(content['profiles']) : []
  return { profiles, current: readText(content, 'current') || undefined }
}

function findProfile(profiles: readonly Profile[], name: string, file: string): Profile {
  const found = profiles.find((profile) => readText(profile, 'name') === name)
  if (found !== undefined) return found
  const names = profiles.flatMap((profile) => readText(profile, 'name') ?? [])
  const near = didYouMean(name, names)
  const known = names.length === 0 ? 'it has none' : `it has ${names.slice(0, 20).map(showValue).join(', ')}`
  throw credentialsError({
    message: `the profile file ${file} has no profile ${showValue(name)}; ${known}`,
    code: 'ProfileMissing',
    hint: near === undefined ? elsewhere : `Did you mean ${showValue(near)}?`,
  })
}

function keyOf(profile: Profile, name: string): Credentials {
  const mode = readText(profile, 'mode') ?? ''
  const accessKeyId = readText(profile, 'access_key_id') ?? ''
  const accessKeySecret = readText(profile, 'access_key_secret') ?? ''
  if (mode === 'AK') return { accessKeyId, accessKeySecret }
  if (mode === 'StsToken') return { accessKeyId, accessKeySecret, securityToken: readText(profile, 'sts_token') ?? '' }
  throw credentialsError({
    message: `profile ${showValue(name)} is of mode ${showValue(mode)}; only AK and StsToken are read here`,
    code: 'ProfileMode',
    hint: 'Install @alicloud/credentials, which knows the other modes, and give `credentials: credentialsChain()`, of the client or of the environment in flowspec.config.ts.',
  })
}

function requireToken(key: Credentials, name: string): Credentials {
  if (key.securityToken !== '') return key
  const message = `profile ${showValue(name)} is of mode StsToken and has no sts_token`
  throw credentialsError({ message, code: 'ProfileUnreadable', hint: elsewhere })
}

/**
 * Takes credentials from a profile of the Alibaba Cloud command line, as `aliyun configure` writes it: of mode `AK` or
 * `StsToken`. Profiles of other modes need {@link credentialsChain}. The file is read with each request, so that a new
 * token in it is used at once.
 *
 * The names are those that `@alicloud/credentials` 2.4 reads: `ALIBABA_CLOUD_PROFILE`, and
 * `ALIBABA_CLOUD_CLI_PROFILE_DISABLED`, which forbids it when it is `true`.
 *
 * @param options - which profile of which file
 *
 * @example
 * ```ts
 * import { createClient, profileCredentials } from 'flowspec/dataworks'
 *
 * const credentials = profileCredentials({ profile: 'retail' })
 * const client = createClient({ region: 'cn-shanghai', credentials })
 * ```
 */
export function profileCredentials(options: ProfileOptions = {}): () => Promise<Credentials> {
  requireSettings('profileCredentials', 'options', options, profileKinds)
  const { environment = process.env } = options
  return async () => {
    if (environment['ALIBABA_CLOUD_CLI_PROFILE_DISABLED']?.toLowerCase() === 'true') {
      const message = 'ALIBABA_CLOUD_CLI_PROFILE_DISABLED forbids profiles of the command line'
      throw credentialsError({ message, code: 'ProfileDisabled', hint: 'Unset it, or use another source.' })
    }
    const file = options.file ?? join(homedir(), '.aliyun', 'config.json')
    const { profiles, current } = await readProfiles(file)
    const name = options.profile ?? (environment['ALIBABA_CLOUD_PROFILE'] || current) ?? 'default'
    return requireToken(keyOf(findProfile(profiles, name, file), name), name)
  }
}
