import { isDataWorksError } from '../errors/data-works-error.ts'
import { restateError } from '../errors/restate-error.ts'

/**
 * The error of what fails after an import was started: whichever call it was, the import may have had its effect. Other
 * errors stay as they are.
 */
export function startedImportError(error: unknown, jobId: string): unknown {
  if (!isDataWorksError(error)) return error
  const way = `Job ${jobId} imports the workflow all the same; submitting again updates it.`
  return restateError(error, { ambiguous: true, hint: error.hint === undefined ? way : `${way} ${error.hint}` })
}
