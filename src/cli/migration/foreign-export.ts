import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { printable } from '../../diagnostics/show-value.ts'
import { UsageError } from '../command-error.ts'
import type { schedulers } from './migrate.ts'

/** Fields that exports of schedulers have, and no document of FlowSpec. */
const marks: readonly (readonly [from: (typeof schedulers)[number], name: string, mark: RegExp])[] = [
  ['dolphinscheduler', 'DolphinScheduler', /"(?:taskDefinitionList|processDefinitionJson|workflowDefinition)"\s*:/],
  ['airflow', 'Airflow', /"_?dag_id"\s*:/],
]

/**
 * Refuses a file that another scheduler exported, which would be no document, or an odd one.
 *
 * @throws UsageError that says how it is brought in
 */
export function refuseForeignExport(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile() || !path.endsWith('.json')) return
  const text = readFileSync(path, 'utf8')
  const found = marks.find(([, , mark]) => mark.test(text))
  if (found === undefined || /"spec"\s*:/.test(text)) return
  const [from, name] = found
  throw new UsageError(`${printable(basename(path))} is an export of ${name}, and no document of FlowSpec.`, {
    next: `Say what it is an export of: --from ${from}.`,
  })
}
