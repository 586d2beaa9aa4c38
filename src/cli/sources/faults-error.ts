import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'

/** Pipelines that cannot be used, with what is wrong with them and in which line. */
export class FaultsError extends Error {
  override readonly name: string = 'FaultsError'
  readonly found: readonly PlacedDiagnostic[]

  constructor(found: readonly PlacedDiagnostic[], options?: ErrorOptions) {
    super(found[0]?.diagnostic.message ?? 'the pipelines have faults', options)
    this.found = found
  }
}
