import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import type { Cell } from './read-csv.ts'

/** What a column may say. */
export type ColumnName =
  | 'name'
  | 'workflow'
  | 'cron'
  | 'timezone'
  | 'code'
  | 'type'
  | 'depends'
  | 'start'
  | 'end'
  | 'parameters'
  | 'description'
  | 'datasource'
  | 'state'

/** What columns are called, in small letters without anything between: those of the tables of Quartz among them. */
const names: readonly (readonly [name: ColumnName, titles: string])[] = [
  ['name', 'name job jobname task taskname node'],
  ['workflow', 'workflow workflowname flow pipeline process triggername'],
  ['cron', 'cron cronexpression crontab expression schedule'],
  ['timezone', 'timezone timezoneid tz zone'],
  ['code', 'code command script sql'],
  ['type', 'type nodetype tasktype'],
  ['depends', 'depends dependson after upstream upstreams'],
  ['start', 'start starttime startdate begin'],
  ['end', 'end endtime enddate'],
  ['parameters', 'parameters params args arguments'],
  ['description', 'description comment'],
  ['datasource', 'datasource'],
  ['state', 'state triggerstate status'],
]

/** Columns of the tables of Quartz that say nothing of when something runs. */
const unread: ReadonlySet<string> = new Set(
  (
    'schedname triggergroup jobgroup nextfiretime prevfiretime priority triggertype calendarname misfireinstr jobdata ' +
    'jobclassname isdurable isnonconcurrent isupdatedata requestsrecovery'
  ).split(' '),
)

const byTitle: ReadonlyMap<string, ColumnName> = new Map(
  names.flatMap(([name, titles]) => titles.split(' ').map((title) => [title, name] as const)),
)

/** Where the columns of a table stand. */
export type Columns = ReadonlyMap<ColumnName, number>

function plainTitle(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
}

/** The columns that the first row names; other ones, and a table without names, are faults. */
export function readColumns(titles: readonly Cell[], problems: SourceProblems): Columns {
  const columns = new Map<ColumnName, number>()
  for (const [at, { text, place }] of titles.entries()) {
    const title = plainTitle(text)
    const name = byTitle.get(title)
    if (name === undefined && !unread.has(title)) {
      const near = didYouMean(title, [...byTitle.keys()])
      const known = `The columns are ${names.map(([one]) => one).join(', ')}.`
      const hint = near === undefined ? known : `Did you mean ${near}? ${known}`
      problems.addAt(place, `The column ${showValue(text)} is none that is read.`, hint)
    } else if (name !== undefined && columns.has(name)) {
      problems.addAt(place, `Two columns say the ${name}; the second is ${showValue(text)}.`, 'Leave one of them out.')
    } else if (name !== undefined) columns.set(name, at)
  }
  if (!columns.has('name') && !columns.has('workflow')) {
    problems.addAt(
      { line: 1, column: 1 },
      'The table has no column for names.',
      'Name the columns in the first row: name, cron, code.',
    )
  }
  return columns
}
