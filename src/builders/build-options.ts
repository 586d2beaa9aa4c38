import type { CheckOptions } from '../check/check-options.ts'

/** Settings of `build()`, `check()` and `toJSON()` of a workflow. */
export interface BuildOptions {
  /** English name of the project; outputs become `<project>.<name>`, and `projectRoot()` becomes `<project>_root`. */
  readonly project?: string
  /** Folder that relative code files count from. Default: the working directory. */
  readonly baseDir?: string | URL
  /** Version of the language. Default `1.1.0`; `1.2.0` differs by its number only. */
  readonly version?: '1.1.0' | '1.2.0'
  /** `omit` leaves `timeoutUnit` out, for readers of the language that do not know the field. Default `write`. */
  readonly timeoutUnit?: 'write' | 'omit'
  /**
   * Where the bodies of loops stand: `nested` inside the node of the loop, or as its `siblings` in the workflow, each of
   * which names the loop in `metadata.container`. Default `nested`.
   */
  readonly loops?: 'nested' | 'siblings'
  /** Severities of rules, or `off`. */
  readonly rules?: NonNullable<CheckOptions['rules']>
  /** Rules of the team's own, which run beside those of the catalogue. */
  readonly custom?: NonNullable<CheckOptions['custom']>
}
