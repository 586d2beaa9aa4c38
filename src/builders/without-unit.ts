import type { BuildContext } from './build-context.ts'

/** A strategy without `timeoutUnit` when the build leaves that field out. */
export function withoutUnit<Strategy extends { readonly timeoutUnit?: unknown }>(
  strategy: Strategy,
  context: BuildContext,
): Strategy | Omit<Strategy, 'timeoutUnit'> {
  if (context.options.timeoutUnit !== 'omit') return strategy
  const { timeoutUnit: _, ...rest } = strategy
  return rest
}
