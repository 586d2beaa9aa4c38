import type { SourceFields } from '../reading/source-fields.ts'

/** A task of a DAG, as any version of the format has it. */
export interface AirflowTask {
  readonly id: string
  /** The class of its operator: `BashOperator`. */
  readonly operator: string
  readonly fields: SourceFields
  /** What it comes after, by ids. */
  readonly after: readonly string[]
}

/** When a DAG runs. */
export type AirflowSchedule =
  /** At the end of intervals that a cron divides time into: macros count from their beginning. */
  | {
      readonly kind: 'cron'
      readonly expression: string
      readonly timezone: string | undefined
      readonly hasIntervals: boolean
    }
  /** Every so many seconds from the start on. */
  | { readonly kind: 'delta'; readonly seconds: number; readonly hasIntervals: boolean }
  /** By hand, or by another DAG. */
  | { readonly kind: 'none' }
  /** By something that is no clock, such as data sets. */
  | { readonly kind: 'other'; readonly what: string }

/** A DAG. */
export interface AirflowDag {
  readonly id: string
  readonly fields: SourceFields
  /** What tasks have when they say nothing. */
  readonly defaults: SourceFields
  readonly description: string | undefined
  readonly timezone: string | undefined
  readonly schedule: AirflowSchedule
  readonly tasks: readonly AirflowTask[]
}
