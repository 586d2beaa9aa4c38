import type { UnknownParameter } from './instance.ts'

/** The parameters of one instance: the values that are known, and what is said of the others. */
export interface EvaluatedParameters {
  readonly values: Readonly<Record<string, string>>
  readonly unknown: readonly UnknownParameter[]
}
