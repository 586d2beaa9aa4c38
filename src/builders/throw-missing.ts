import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'

/** Throws that there is nothing of a name, and says what there is. */
export function throwMissing(what: string, name: string, names: readonly string[]): never {
  const near = didYouMean(name, names)
  const shown = names.slice(0, 10).map((one) => `'${one}'`)
  const more = names.length > shown.length ? ', …' : ''
  const hint = near === undefined ? `There is: ${shown.join(', ') || 'nothing'}${more}.` : `Did you mean "${near}"?`
  const message = `${what} '${name}'.`
  throw new FlowSpecError([
    createDiagnostic({ rule: 'reference/unknown-entity', severity: 'error', message, hint, path: '' }),
  ])
}
