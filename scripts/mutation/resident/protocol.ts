import type { MutantCoverage } from '@stryker-mutator/api/core'
import type { TestResult } from '@stryker-mutator/api/test-runner'
import type {} from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The files of tests that mutants are run against, relative to the project. */
    mutationTests: string[]
  }
}

/** The channel between Stryker's process and the thread in which tests are run. */
export const channelName = 'flowspec-mutation'

/** What the thread is asked for: to run tests, with a mutant or without one, or to end. */
export interface Order {
  readonly id: number
  readonly kind: 'run' | 'end'
  /** The files whose tests are run, relative to the project; all where it is undefined. */
  readonly tests: readonly string[] | undefined
  /** The mutant that is active; undefined in the run that records which test reaches which mutant. */
  readonly mutant: string | undefined
  readonly hitLimit: number | undefined
}

/** What became of an order; the thread says once with `id` 0 that it listens. */
export interface Answer {
  readonly id: number
  readonly tests: TestResult[]
  readonly coverage: MutantCoverage | undefined
  readonly hitCount: number | undefined
  readonly error: string | undefined
}

/** The name of a test for Stryker: its file, and its name with those of the groups it is in. */
export function testId(file: string, name: string): string {
  return `${file}#${name}`
}

/** The file in the name of a test. */
export function fileOf(id: string): string {
  return id.slice(0, id.indexOf('#'))
}
