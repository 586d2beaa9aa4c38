import type { Suppression } from './check-options.ts'

/** Whether a suppression says why. Settings that no compiler has seen may lack the reason altogether. */
export function hasReason({ reason }: Suppression): boolean {
  const given: unknown = reason
  return typeof given === 'string' && given.trim() !== ''
}
