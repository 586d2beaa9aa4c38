import { nodeTypes } from '../../../language/generated/node-types.ts'
import { inTable } from '../../reading/lenient.ts'
import type { ConvertedTask, TaskSite } from './task-site.ts'

/** Node types by the types of data sources, as the lists of both products name them. */
const commands: Readonly<Record<string, string>> = {
  MYSQL: 'MYSQL',
  POSTGRESQL: 'POSTGRESQL',
  HIVE: 'EMR_HIVE',
  SPARK: 'EMR_SPARK_SQL',
  CLICKHOUSE: 'CLICK_SQL',
  ORACLE: 'Oracle',
  SQLSERVER: 'SQLSERVER',
  DB2: 'DB2',
  PRESTO: 'EMR_PRESTO',
  TRINO: 'EMR_TRINO',
  REDSHIFT: 'Redshift',
  STARROCKS: 'StarRocks',
  DORIS: 'Doris',
  OCEANBASE: 'OceanBase',
  VERTICA: 'Vertica',
  HANA: 'Saphana',
  KYUUBI: 'EMR_KYUUBI',
}

/** The node type for SQL on a data source; undefined for one that DataWorks has no node for. */
export function sqlCommand(type: string, { workspace }: TaskSite): string | undefined {
  return workspace.commandOf(type) ?? inTable(commands, type)
}

/**
 * The name of a data source, which the export has only a number for; version 1 has the name too.
 *
 * @param written - the name, where the export has it
 */
export function datasourceName(number: string, { workspace, note }: TaskSite, written?: string): string {
  const known = workspace.datasourceOf(number) ?? (written === undefined ? undefined : workspace.datasourceOf(written))
  if (known !== undefined) return known
  const name = written ?? `datasource_${number.replaceAll(/\W+/g, '_')}`
  note({
    what: `data source ${number}`,
    why:
      written === undefined
        ? `The export has the number of a data source and not its name; it is called '${name}'.`
        : `Data sources are not in the export; it is called '${name}' as there.`,
    wayOut: `Create the data source in the workspace, and say what it is called there: --datasource ${number}=name, or { datasources: { '${number}': 'name' } }.`,
  })
  return name
}

/** The data source of a node whose type runs on one. */
export function onDatasource(command: string, field: string, site: TaskSite): Pick<ConvertedTask, 'datasource'> {
  const type = nodeTypes.get(command)?.datasourceType
  const { params } = site.task
  const [number, written] = [params.code(field), params.code('datasourceName')]
  if (type === undefined || number === undefined) return {}
  return { datasource: { name: datasourceName(number, site, written), type } }
}
