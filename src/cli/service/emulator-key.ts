import type { Credentials } from '../../dataworks/signing/credentials.ts'
import { isLoopback, parseEndpoint } from '../../dataworks/transport/endpoint.ts'
import { readText } from '../../document/json/records.ts'
import { emulatorPath, usualKey } from '../../emulator/recognition.ts'
import type { CommandCall } from '../command.ts'
import type { PartialSettings } from './workspace-settings.ts'

/** An emulator on this machine answers at once. */
const longest = 2000

/** The id of the key that the emulator at an address takes; undefined of whatever is none. Nothing but the question is sent. */
async function keyIdAt(address: URL, signal: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longest)])
  try {
    const response = await fetch(new URL(emulatorPath, address), { redirect: 'error', signal: limit })
    const answer: unknown = await response.json()
    return readText(answer, 'flowspec') === 'emulator' ? readText(answer, 'accessKeyId') : undefined
  } catch {
    // Whatever does not answer this is no emulator, and is asked with the credentials that are said.
    return undefined
  }
}

/**
 * The settings of a workspace with the key of the emulator, where `--endpoint` names one on this machine that takes its usual key:
 * those of the environment are for a real service, and may not even be on this machine. An emulator says itself that it is one; to
 * whatever else answers there, credentials are as they are said.
 */
export async function withEmulatorKey<Settings extends PartialSettings>(
  settings: Settings,
  { console, options }: Pick<CommandCall, 'console' | 'options'>,
): Promise<Settings & { readonly credentials?: PartialSettings['credentials'] }> {
  const endpoint = options.text('endpoint')
  if (endpoint === undefined) return settings
  const address = parseEndpoint(endpoint)
  if (address.protocol !== 'http:' || !isLoopback(address.hostname)) return settings
  const credentials: Credentials = usualKey
  return (await keyIdAt(address, console.signal)) === credentials.accessKeyId ? { ...settings, credentials } : settings
}
