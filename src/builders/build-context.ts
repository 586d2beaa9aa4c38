import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { BuildOptions } from './build-options.ts'
import type { DefaultsInput } from './defaults-input.ts'

/** What the parts of a build share. */
export interface BuildContext {
  readonly options: BuildOptions
  readonly defaults: DefaultsInput
  /** Path of the workflow, which default node paths begin with; undefined for a node on its own. */
  readonly folder: string | undefined
  /** Adds a fault that the finished document no longer shows. */
  readonly report: (fault: Diagnostic) => void
}
