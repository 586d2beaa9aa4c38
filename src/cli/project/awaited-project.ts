import { awaitUser } from '../console/user-waits.ts'
import { UnsettledError } from '../unsettled-error.ts'
import type { FoundConfig } from './find-config.ts'

/**
 * Waits for the project of a configuration, which may be a promise, or a function that gives one.
 *
 * @param found - undefined where paths say what the project is
 * @param name - the environment that it is for, where it is for one
 */
export async function awaitedProject<Value>(
  found: FoundConfig | undefined,
  name: string | undefined,
  give: () => PromiseLike<Value>,
): Promise<Awaited<Value>> {
  const of = found === undefined ? '' : ` of ${found.uri}`
  const whose = name === undefined ? '' : ` for ${name}`
  return await awaitUser(() => new UnsettledError(`config.project${of} never gives anything${whose}`), give)
}
