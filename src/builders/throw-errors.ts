import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { deepFreeze } from './deep-freeze.ts'

/** A built value, frozen throughout; throws when errors are among what was found. */
export function throwErrors<Value extends object>(value: Value, diagnostics: readonly Diagnostic[]): Value {
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new FlowSpecError(diagnostics)
  return deepFreeze(value)
}
