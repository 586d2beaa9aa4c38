import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

/** Milliseconds a step takes, from a clean heap; its result is kept alive until the clock has stopped. */
export function measure<Result>(step: () => Result): { readonly ms: number; readonly result: Result } {
  if (typeof collectGarbage === 'function') collectGarbage()
  const start = performance.now()
  const result = step()
  return { ms: performance.now() - start, result }
}

/** The least of several measurements: what the step costs when nothing else runs in between. */
export function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value))
}
