import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { sentenceOf } from '../../diagnostics/show-value.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import { errorPlaces } from './error-place.ts'
import { thrownFrom, wayOutOf } from './module-error.ts'

/**
 * What an error of the library tells; what has no place stands where the code of the user led to it.
 *
 * @param isCalled - whether this library called that code, which is no module that was loaded
 */
export function faultsWithPlaces(error: FlowSpecError, isCalled = true): readonly Diagnostic[] {
  const places = errorPlaces(error, isCalled)
  return error.diagnostics.map((diagnostic) =>
    diagnostic.source === undefined ? { ...places, ...diagnostic } : diagnostic,
  )
}

/**
 * What a function of the user threw that the library called, such as one that makes parts of a project, with its line.
 *
 * @returns undefined for an error that no code of the user led to
 */
export function thrownFaults(error: unknown, cwd: string): FaultsError | undefined {
  if (errorPlaces(error, true) === undefined) return undefined
  const diagnostics = isFlowSpecError(error)
    ? faultsWithPlaces(error)
    : [
        createDiagnostic({
          rule: 'module/unusable',
          severity: 'error',
          message: `A function of the pipelines threw an error: ${sentenceOf(error)}`,
          hint: wayOutOf(error),
          path: '',
          ...thrownFrom(error, true),
        }),
      ]
  const source = { kind: 'unread', uri: '', diagnostics } as const
  return new FaultsError(placeDiagnostics(source, diagnostics, { cwd, texts: new FileTexts() }), { cause: error })
}
