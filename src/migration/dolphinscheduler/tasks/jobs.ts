import type { KnownWords, SourceFields } from '../../reading/source-fields.ts'
import { nodeWithoutCode, placeholderNode } from '../../target/placeholder.ts'
import { type ConvertedTask, codeNode, scriptNode, type TaskConverter, type TaskSite } from './task-site.ts'

const programTypes: KnownWords<string> = {
  known: { JAVA: 'JAVA', SCALA: 'SCALA', PYTHON: 'PYTHON', SQL: 'SQL' },
  usual: 'JAVA',
}

const deployModes: KnownWords<string> = {
  known: { CLUSTER: 'cluster', CLIENT: 'client', LOCAL: 'local' },
  usual: 'cluster',
}

/** The name of the file that a resource is. */
function fileName(resource: SourceFields): string | undefined {
  return resource.text('resourceName', 'res', 'fullName', 'name')?.split(/[/\\]/).at(-1)?.replaceAll(/["\s]/g, '_')
}

/** The program of a job; one that is known by its number alone is found in the list of resources. */
function mainFile({ task: { params } }: TaskSite): string | undefined {
  const main = params.record('mainJar')
  const id = main.text('id')
  const listed = params.records('resourceList').find((one) => id !== undefined && one.text('id') === id)
  return fileName(main) ?? (listed === undefined ? undefined : fileName(listed))
}

function option(name: string, params: SourceFields, field: string): readonly string[] {
  const value = params.text(field)
  return value === undefined ? [] : [`${name} ${value}`]
}

function programNode(site: TaskSite, command: string, file: string, line: readonly string[]): ConvertedTask {
  site.note({
    what: `file ${file}`,
    why: 'The export has no content of files.',
    wayOut: 'Upload it as a resource of the workspace, by fileResource(name) or in the console.',
  })
  const code = `##@resource_reference{"${file}"}\n${line.filter((part) => part !== '').join(' ')}\n`
  return codeNode(site, command, code)
}

function noProgram(site: TaskSite, command: string): ConvertedTask {
  return placeholderNode(site, command, {
    what: `${site.task.type} program`,
    why: 'The export has a number of its file and not the name.',
    wayOut: 'Upload the file as a resource, and write the call of it.',
  })
}

const ofSpark: readonly (readonly [string, string])[] = [
  ['--class', 'mainClass'],
  ['--driver-cores', 'driverCores'],
  ['--driver-memory', 'driverMemory'],
  ['--num-executors', 'numExecutors'],
  ['--executor-cores', 'executorCores'],
  ['--executor-memory', 'executorMemory'],
  ['--name', 'appName'],
  ['--queue', 'yarnQueue'],
]

/** `SPARK`: SQL, or a call of spark-submit. */
export const sparkTask: TaskConverter = (site) => {
  const { params } = site.task
  if (params.word(programTypes, 'programType') === 'SQL') {
    return scriptNode(site, site.workspace.commandOf('SPARK_SQL') ?? 'EMR_SPARK_SQL', 'rawScript')
  }
  const command = site.workspace.commandOf('SPARK') ?? 'EMR_SPARK'
  const file = mainFile(site)
  if (file === undefined) return noProgram(site, command)
  const mode = params.word(deployModes, 'deployMode')
  const settings = ofSpark.flatMap(([name, field]) => option(name, params, field))
  const master = mode === 'local' ? '--master local' : `--master yarn --deploy-mode ${mode}`
  const line = ['spark-submit', master, ...settings, params.text('others') ?? '', file, params.text('mainArgs') ?? '']
  return programNode(site, command, file, line)
}

/** `MR`: the program with its class and arguments. */
export const mapReduceTask: TaskConverter = (site) => {
  const { params } = site.task
  const command = site.workspace.commandOf('MR') ?? 'EMR_MR'
  const file = mainFile(site)
  if (file === undefined) return noProgram(site, command)
  const queue = params.text('yarnQueue', 'queue')
  const line = [
    file,
    params.text('mainClass') ?? '',
    queue === undefined ? '' : `-D mapreduce.job.queuename=${queue}`,
    params.text('others') ?? '',
    params.text('mainArgs') ?? '',
  ]
  return programNode(site, command, file, line)
}

/** `FLINK` and `FLINK_STREAM`: SQL. */
export const flinkTask: TaskConverter = (site) => {
  const { params, isStream, type } = site.task
  const usual = isStream || type === 'FLINK_STREAM' ? 'FLINK_SQL_STREAM' : 'FLINK_SQL_BATCH'
  const command = site.workspace.commandOf(type) ?? usual
  if (params.word(programTypes, 'programType') === 'SQL') {
    const scripts = [params.text('initScript'), params.text('rawScript')].filter((one) => one !== undefined)
    return scripts.length === 0 ? nodeWithoutCode(site, command) : codeNode(site, command, scripts.join('\n'))
  }
  return placeholderNode(site, command, {
    what: 'Flink program',
    why: 'Programs of Flink are deployed in its own console, and DataWorks has nodes for its SQL.',
    wayOut: 'Deploy the program there, or write it as SQL.',
  })
}
