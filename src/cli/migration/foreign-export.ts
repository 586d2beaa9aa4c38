import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportedFiles } from '../../codegen/files/import-files.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { UsageError } from '../command-error.ts'
import type { schedulers } from './migrate.ts'

type Scheduler = (typeof schedulers)[number]

/** What a text is, where it is no document. */
interface Foreign {
  readonly from: Scheduler
  readonly what: string
}

/** Fields that exports of schedulers have, and no document of FlowSpec. */
const marks: readonly (readonly [mark: RegExp, foreign: Foreign])[] = [
  [
    /"(?:taskDefinitionList|processDefinitionJson|workflowDefinition)"\s*:/,
    { from: 'dolphinscheduler', what: 'an export of DolphinScheduler' },
  ],
  [/"_?dag_id"\s*:/, { from: 'airflow', what: 'an export of Airflow' }],
]

/** A first line of titles, one of which is that of a cron. */
const titles = /^\uFEFF?(?:[^\r\n,;\t:{}[\]]*[,;\t])*"?\s*cron[\w ]*"?\s*(?:[,;\t\r\n]|$)/i

const table: Foreign = { from: 'quartz-table', what: 'a table of crons' }

function foreignOf(text: string): Foreign | undefined {
  if (titles.test(text)) return table
  const [, foreign] = marks.find(([mark]) => mark.test(text)) ?? []
  return foreign === undefined || /"spec"\s*:/.test(text) ? undefined : foreign
}

function isTable(path: string): boolean {
  return /\.(?:csv|tsv)$/i.test(path)
}

function refuse(shown: string, { from, what }: Foreign): never {
  throw new UsageError(`${printable(shown)} is ${what}, and no document of FlowSpec.`, {
    next: `Say what it is: --from ${from}.`,
  })
}

/**
 * Refuses a text that is what another scheduler exported, which would be no document, or an odd one.
 *
 * @param shown - the file that it stands in
 * @throws UsageError that says how it is brought in
 */
export function refuseForeignText(shown: string, text: string): void {
  const foreign = foreignOf(text)
  if (foreign !== undefined) refuse(shown, foreign)
}

/** Refuses a file whose name says that it is a table. */
export function refuseTable(path: string): void {
  if (isTable(path)) refuse(path, table)
}

/**
 * What was found in a folder, with what its files are that are no documents but exports of schedulers. Those alone are
 * looked at, after all others were read.
 *
 * @throws UsageError where there is no document beside them
 */
export function namingForeign(folder: string, { documents, notes }: ImportedFiles): ImportedFiles {
  const foreign = new Map(
    notes.flatMap(({ file }) => {
      const found = foreignOf(readText(join(folder, file)))
      return found === undefined ? [] : [[file, found] as const]
    }),
  )
  for (const name of documents.length === 0 ? readdirSync(folder) : []) if (isTable(name)) foreign.set(name, table)
  const [first] = foreign
  if (documents.length === 0 && first !== undefined) refuse(...first)
  return {
    documents,
    notes: notes.map((note) => {
      const found = foreign.get(note.file)
      const message = `It is ${found?.what}, and was left out: flowspec import --from ${found?.from} brings it in.`
      return found === undefined ? note : { ...note, message }
    }),
  }
}

/** The text of a file; none of one that cannot be read, which its note says. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The note of the file says already that it cannot be read, and why.
    return ''
  }
}
