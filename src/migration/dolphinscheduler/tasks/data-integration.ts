import { dataIntegration } from '../../../builders/entities/data-integration.ts'
import { inTable } from '../../reading/lenient.ts'
import type { KnownWords, SourceFields } from '../../reading/source-fields.ts'
import { placeholderNode } from '../../target/placeholder.ts'
import { datasourceName } from './datasources.ts'
import { codeNode, type TaskConverter, type TaskSite } from './task-site.ts'

/** Plugins of Data Integration by the types of data sources. */
const plugins: Readonly<Record<string, string>> = {
  MYSQL: 'mysql',
  POSTGRESQL: 'postgresql',
  ORACLE: 'oracle',
  SQLSERVER: 'sqlserver',
  CLICKHOUSE: 'clickhouse',
}

function pluginOf(params: SourceFields, field: string): string | undefined {
  return inTable(plugins, params.text(field)?.toUpperCase() ?? '')
}

/** The job as Data Integration has it; undefined where it is no such job. */
function jobOf(site: TaskSite): string | undefined {
  const { params } = site.task
  const [from, to] = [pluginOf(params, 'dsType'), pluginOf(params, 'dtType')]
  const [source, target] = [params.text('dataSource', 'datasource'), params.text('dataTarget', 'datatarget')]
  const [sql, table] = [params.text('sql'), params.text('targetTable')]
  if (!from || !to || !source || !target || !sql || !table) return undefined
  const job = dataIntegration()
    .reader(from, { datasource: datasourceName(source, site), connection: [{ querySql: [sql] }] })
    .writer(to, {
      datasource: datasourceName(target, site),
      table,
      column: ['*'],
      preSql: params.texts('preStatements'),
      postSql: params.texts('postStatements'),
    })
  const bytes = params.integer('jobSpeedByte') ?? 0
  return (bytes > 0 ? job.speed({ throttle: true, mbps: Math.max(1, Math.round(bytes / 1_048_576)) }) : job).toCode()
}

/** Whether a DataX job is written as JSON, and not filled in by a form. */
const customConfigs: KnownWords<boolean> = { known: { 0: false, 1: true, FALSE: false, TRUE: true }, usual: false }

/** Whether a Sqoop job is a script, and not filled in by a form. */
const jobTypes: KnownWords<boolean> = { known: { CUSTOM: true, TEMPLATE: false }, usual: false }

/** `DATAX`: a job of Data Integration, where the task is filled in by a form. */
export const dataXTask: TaskConverter = (site) => {
  const command = site.workspace.commandOf('DATAX') ?? 'DI'
  const isCustom = site.task.params.word(customConfigs, 'customConfig')
  const job = isCustom ? undefined : jobOf(site)
  if (job !== undefined) {
    site.note({
      what: 'DataX job',
      why: 'It is a job of Data Integration, which maps columns by itself only where both sides have the same.',
      wayOut: 'Look at the columns of reader and writer.',
    })
    return codeNode(site, command, job)
  }
  return placeholderNode(site, command, {
    what: isCustom ? 'DataX job written as JSON' : 'DataX job between these data sources',
    why: isCustom
      ? 'It holds addresses and passwords of databases, which belong into data sources and not into code.'
      : 'flowspec knows no plugins for both of them.',
    wayOut: 'Write the job: dataIntegration().reader(…).writer(…).',
  })
}

/** `SQOOP`: the script, where the task is one. */
export const sqoopTask: TaskConverter = (site) => {
  const { params } = site.task
  const script = params.text('customShell')
  if (params.word(jobTypes, 'jobType') && script !== undefined) {
    return codeNode(site, site.workspace.commandOf('SQOOP') ?? 'EMR_SHELL', script)
  }
  return placeholderNode(site, site.workspace.commandOf('SQOOP') ?? 'DI', {
    what: 'Sqoop job filled in by a form',
    why: 'Its connections are numbers of data sources, which Sqoop of DataWorks does not take.',
    wayOut: 'Write it as a job of Data Integration: dataIntegration().reader(…).writer(…).',
  })
}
