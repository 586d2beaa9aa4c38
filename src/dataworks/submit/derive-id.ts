import { createHash } from 'node:crypto'

const smallest = 10n ** 18n
/** First digits 1 to 8: a 19-digit number that fits into a signed 64-bit integer. */
const span = 8n * smallest

/**
 * Derives an id of the service's kind, 19 digits, from names. The same names give the same id on every machine, so that
 * a workflow which is submitted twice, even at the same moment, is one workflow.
 *
 * @param names - the workspace, the workflow and, for a node, its name
 * @param round - 0, or more where an id is already taken
 */
export function deriveId(names: readonly string[], round = 0): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['flowspec', ...names, round]), 'utf8')
    .digest()
  return String(smallest + (digest.readBigUInt64BE(0) % span))
}
