import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { Remark } from '../note.ts'
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

/** Columns of the tables of Quartz that say nothing of when something runs, or what. */
const unread: ReadonlySet<string> = new Set(
  'schedname triggergroup jobgroup nextfiretime prevfiretime isdurable isupdatedata'.split(' '),
)

/** A column whose text is told, for there is nothing here that says it. */
export interface ToldColumn extends Omit<Remark, 'what'> {
  readonly title: string
  /** What it holds where nothing is said. */
  readonly usual: RegExp
}

const elsewhere = 'What a job runs is code of Java, which the table does not have.'

/** Columns of the tables of Quartz that say something which is not carried. */
const told: ReadonlyMap<string, Omit<ToldColumn, 'title'>> = new Map([
  [
    'calendarname',
    {
      usual: /^$/,
      why: 'A calendar of Quartz takes days out; without it, the workflow runs on them too.',
      wayOut: 'Choose a calendar in DataWorks, or let a branch node look at the day.',
    },
  ],
  [
    'priority',
    { usual: /^5?$/, why: 'Quartz orders triggers of one moment by it.', wayOut: 'Say .strategy({ priority }).' },
  ],
  [
    'triggertype',
    {
      usual: /^(?:CRON)?$/i,
      why: 'Only triggers with a cron are carried; the times of others stand in other tables of Quartz.',
      wayOut: 'Look at when it runs, and write a cron.',
    },
  ],
  [
    'misfireinstr',
    {
      usual: /^0?$/,
      why: 'It says what Quartz does about runs that it missed; DataWorks runs every instance.',
      wayOut: 'Look at whether late runs shall be left out.',
    },
  ],
  [
    'requestsrecovery',
    {
      usual: /^(?:0|f|n|no|false)?$/i,
      why: 'Quartz begins such a job again when its scheduler breaks down.',
      wayOut: "Let the nodes run again after failures: .strategy({ rerunMode: 'Allowed', rerunTimes }).",
    },
  ],
  ['jobclassname', { usual: /^$/, why: elsewhere, wayOut: 'Write what the class does into the code of the node.' }],
  ['jobdata', { usual: /^$/, why: elsewhere, wayOut: 'Give the node what it needs as parameters.' }],
  [
    'isnonconcurrent',
    {
      usual: /^(?:0|f|n|no|false)?$/i,
      why: 'Instances of DataWorks run at the same time unless they wait for their own last cycle.',
      wayOut: "Add .afterPrevious('self') to the workflow.",
    },
  ],
])

const byTitle: ReadonlyMap<string, ColumnName> = new Map(
  names.flatMap(([name, titles]) => titles.split(' ').map((title) => [title, name] as const)),
)

/** Where the columns of a table stand. */
export interface Columns {
  readonly at: ReadonlyMap<ColumnName, number>
  /** Those whose text is told, by where they stand. */
  readonly told: ReadonlyMap<number, ToldColumn>
  /** Where no title says what stands there. */
  readonly untitled: ReadonlySet<number>
}

function plainTitle(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
}

/** What a title is said to be that is none. */
function refuseTitle({ text, place }: Cell, title: string, problems: SourceProblems): void {
  const near = didYouMean(title, [...byTitle.keys()])
  const known = `The columns are ${names.map(([one]) => one).join(', ')}.`
  const hint = near === undefined ? known : `Did you mean ${near}? ${known}`
  problems.addAt(place, `The column ${showValue(text)} is none that is read.`, hint)
}

/** The columns that the first row names; other ones, and a table without names, are faults. */
export function readColumns(titles: readonly Cell[], problems: SourceProblems): Columns {
  const columns = new Map<ColumnName, number>()
  const toldAt = new Map<number, ToldColumn>()
  const untitled = new Set<number>()
  for (const [at, cell] of titles.entries()) {
    const { text, place } = cell
    const title = plainTitle(text)
    const name = byTitle.get(title)
    const remark = told.get(title)
    if (name !== undefined && columns.has(name)) {
      problems.addAt(place, `Two columns say the ${name}; the second is ${showValue(text)}.`, 'Leave one of them out.')
    } else if (name !== undefined) columns.set(name, at)
    else if (remark !== undefined) toldAt.set(at, { title: text.trim(), ...remark })
    else if (text.trim() === '') untitled.add(at)
    else if (!unread.has(title)) refuseTitle(cell, title, problems)
  }
  if (!columns.has('name') && !columns.has('workflow')) {
    problems.addAt(
      { line: 1, column: 1 },
      'The table has no column for names.',
      'Name the columns in the first row: name, cron, code.',
    )
  }
  return { at: columns, told: toldAt, untitled }
}
