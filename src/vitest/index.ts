/**
 * What tests of pipelines with Vitest need: matchers, an emulator as a fixture, and snapshots of documents. Vitest itself is
 * not loaded by it.
 *
 * @module
 */
import type {} from 'vitest'
import type { DeployCleanlyOptions } from './matchers.ts'

export { client, emulator, type UseFixture } from './fixtures.ts'
export type { MatcherResult } from './judged-source.ts'
export { type DeployCleanlyOptions, flowSpecMatchers, toBeValidFlowSpec, toDeployCleanly, toRunAt } from './matchers.ts'
export { flowSpecSerializer } from './snapshot-serializer.ts'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: a declaration that is merged has the same parameters as the first one.
  interface Matchers<T = any> {
    /** The check finds no error in it. */
    toBeValidFlowSpec(): T
    /** An emulator takes it as it is. To be awaited. */
    toDeployCleanly(options?: DeployCleanlyOptions): Promise<T>
    /** It runs at these times of its own clock, `yyyy-MM-dd HH:mm:ss`. */
    toRunAt(times: string | readonly string[]): T
  }
}
