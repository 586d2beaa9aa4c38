import { readFileSync } from 'node:fs'
import { type Workflow, di, odpsSql, virtual, workflow } from 'flowspec'

/** One row of the metadata: a table to bring in. */
export interface TableRow {
  readonly table: string
  /** Data source it comes from. */
  readonly source: string
  readonly zone: string
  readonly hour: number
  /** Its primary key. */
  readonly key: string
  /** Once a week, on Monday, instead of every day. */
  readonly weekly?: boolean
}

function syncJob({ table, source, key }: TableRow): string {
  const reader = { datasource: source, table: [table], splitPk: key, column: ['*'] }
  // Filled in by the scheduler when the node runs, from the parameter of this name.
  const partition = 'ds=$'.concat('{bizdate}')
  const writer = { datasource: 'odps_first', table: `src_${table}`, partition, column: ['*'] }
  return JSON.stringify({
    type: 'job',
    version: '2.0',
    steps: [
      { stepType: 'mysql', name: 'Reader', category: 'reader', parameter: reader },
      { stepType: 'odps', name: 'Writer', category: 'writer', parameter: writer },
    ],
    order: { hops: [{ from: 'Reader', to: 'Writer' }] },
  })
}

function dedupe({ table, key }: TableRow): string {
  const bizdate = '$'.concat('{bizdate}')
  return [
    `insert overwrite table ods_${table} partition (ds = '${bizdate}')`,
    `select * from (select t.*, row_number() over (partition by ${key} order by updated_at desc) as place`,
    `from src_${table} t where ds = '${bizdate}') ranked where place = 1;`,
  ].join('\n')
}

/** The workflow of one table: bring it in, then keep the last version of every row. */
export function tableWorkflow(row: TableRow): Workflow {
  const { table, zone, hour, weekly = false } = row
  const two = String(hour).padStart(2, '0')
  const start = virtual(`${table}_start`)
  const sync = di(`${table}_sync`).code(syncJob(row)).param('bizdate', '$[yyyymmdd-1]').after(start)
  const ods = odpsSql(`${table}_ods`).code(dedupe(row)).param('bizdate', '$[yyyymmdd-1]').after(sync)
  return workflow(`ingest_${table}`)
    .path(`ingest/ingest_${table}`)
    .cron(weekly ? `00 00 ${two} ? * 1` : `00 00 ${two} * * ?`)
    .timezone(zone)
    .defaults({ datasource: 'odps_first', resourceGroup: 'S_res_group_1_2', strategy: { rerunTimes: 2, rerunInterval: 120_000 } })
    .nodes(start, sync, ods)
}

const rows: readonly TableRow[] = JSON.parse(readFileSync(new URL('metadata.json', import.meta.url), 'utf8'))

/** Fifty workflows, one a row of the metadata. */
export const workflows: readonly Workflow[] = rows.map(tableWorkflow)
