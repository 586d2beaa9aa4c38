import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** Clears away what earlier measurements left, so that the next one does not pay for it. */
export function collectGarbage(): void {
  if (typeof collect === 'function') collect()
}
