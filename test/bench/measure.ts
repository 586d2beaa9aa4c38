/** Milliseconds a step takes; its result is kept alive until the clock has stopped. */
export function measure<Result>(step: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now()
  const result = step()
  return { ms: performance.now() - start, result }
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN
}
