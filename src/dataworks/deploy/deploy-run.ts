import type { CountedClient } from '../workspace/count-calls.ts'
import type { BareEvent } from './deploy-event.ts'
import type { DeployOptions } from './deploy-options.ts'

/** A deploy under way: what all of its steps share. */
export interface DeployRun {
  readonly counted: CountedClient
  readonly options: DeployOptions
  readonly concurrency: number
  report(event: BareEvent): void
}

export function startRun(counted: CountedClient, options: DeployOptions, concurrency: number): DeployRun {
  return {
    counted,
    options,
    concurrency,
    report: (event) => options.onProgress?.({ version: 1, calls: counted.calls, ...event }),
  }
}
