import { type DataWorksError, isDataWorksError } from 'flowspec/dataworks'

/** The DataWorksError that a call rejects with. */
export async function caught(call: Promise<unknown>): Promise<DataWorksError> {
  try {
    await call
  } catch (error) {
    if (isDataWorksError(error)) return error
    throw error
  }
  throw new Error('the call was to fail and did not')
}
