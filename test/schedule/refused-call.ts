import { isFlowSpecError } from 'flowspec'
import * as library from 'flowspec/schedule'

/** What callers without a compiler may pass to a function. */
type Loose = (...given: readonly unknown[]) => unknown

/** A function of the library as callers without a compiler see it. */
export function loose(name: string): Loose {
  const found: unknown = Reflect.get(library, name)
  if (typeof found !== 'function') throw new Error(`there is no ${name}`)
  return (...given) => Reflect.apply(found, undefined, given)
}

/** The faults of a call, each as its path, message and hint. */
export function faultsOf(call: () => unknown): readonly string[] {
  try {
    call()
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ path, message, hint }) => `${path} ${message} ${hint}`)
  }
  throw new Error('not refused')
}
