import { DataWorksError, type DataWorksErrorParts } from './data-works-error.ts'

/** The same error with something added to it or changed. */
export function restateError(error: DataWorksError, changes: Partial<DataWorksErrorParts>): DataWorksError {
  return new DataWorksError({ ...error, message: error.reason, cause: error.cause, ...changes })
}
