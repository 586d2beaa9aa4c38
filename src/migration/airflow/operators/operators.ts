import { quoted } from '../../../diagnostics/shell-word.ts'
import { nodeTypes } from '../../../language/generated/node-types.ts'
import { namesOf } from '../../note.ts'
import { inTable } from '../../reading/lenient.ts'
import type { UpstreamDraft } from '../../target/draft.ts'
import { awaitedElsewhere, runElsewhere } from '../../target/not-given.ts'
import { nodeOfUnknownKind, nodeWithoutCode, placeholderNode } from '../../target/placeholder.ts'
import { type AwaitedRun, awaitedRun } from '../awaited-cycle.ts'
import { type ConvertedTask, codeNode, commandForOperator, type OperatorConverter, type TaskSite } from './task-site.ts'

/** Whether a template is the name of a file, whose content is not in the DAG. */
function isFile(text: string, ...endings: readonly string[]): boolean {
  return endings.some((ending) => text.trim().endsWith(ending)) && !/[\n;]/.test(text.trim())
}

function fileNode(site: TaskSite, command: string, file: string): ConvertedTask {
  return placeholderNode(site, command, {
    what: `code in the file ${file.trim().slice(0, 100)}`,
    why: 'The serialized DAG has no content of files.',
    wayOut: 'Put the content of the file into the code of the node.',
  })
}

/** `BashOperator`: the command, with its variables and folder before it. */
const bash: OperatorConverter = (site) => {
  const { fields } = site.task
  const command = commandForOperator(site, 'DIDE_SHELL')
  const code = fields.text('bash_command')
  if (code === undefined) return nodeWithoutCode(site, command)
  if (isFile(code, '.sh', '.bash') && !code.trim().includes(' ')) return fileNode(site, command, code)
  const folder = fields.text('cwd')
  const top = `${variablesIn(site)}${folder === undefined ? '' : `cd ${quoted(folder)}\n`}`
  return codeNode(site, command, `${top}${code}`)
}

/** The lines that set the variables of a command. */
function variablesIn({ task: { fields }, note }: TaskSite): string {
  const env = fields.record('env').allTexts()
  const odd = env.map(([name]) => name).filter((name) => !/^[A-Za-z_]\w*$/.test(name))
  if (odd.length > 0) {
    note({
      what: `variables ${namesOf(odd)}`,
      why: 'A shell sets none that are called so; they are left out.',
      wayOut: 'Look at whether the command needs them.',
    })
  }
  const lines = env.filter(([name]) => !odd.includes(name)).map(([name, value]) => `export ${name}=${quoted(value)}\n`)
  return lines.join('')
}

/** Functions of Python are not in a serialized DAG. */
const pythonFunction: OperatorConverter = (site) => {
  const named = site.task.fields.text('python_callable_name')
  const given = ['op_args', 'op_kwargs'].filter((name) => site.task.fields.isUnasked(name))
  return placeholderNode(site, commandForOperator(site, 'PYTHON'), {
    what: `function of Python${named === undefined ? '' : ` ${named.slice(0, 100)}`}`,
    why: 'The serialized DAG has no code of functions.',
    wayOut: `Put the function into the code of the node, with a call of it.${given.length === 0 ? '' : ` What it is called with stands in ${given.join(' and ')} of the task.`}`,
  })
}

/** What decides in Python which tasks run. */
const pythonBranch: OperatorConverter = (site) =>
  placeholderNode(site, commandForOperator(site, 'PYTHON'), {
    what: `decision by a function of Python (${site.task.operator})`,
    why: 'A branch node of DataWorks decides by conditions on parameters, and the function is not in the serialized DAG.',
    wayOut: 'Let an assignment node print the decision, and a branch node take it: branch(name).arm(arm, condition).',
  })

const empty: OperatorConverter = () => ({ making: { kind: 'plain', command: 'VIRTUAL' } })

/** Connections are called here as they were there, unless it is said otherwise. */
function datasourceOf({ task, workspace, note }: TaskSite, command: string): Pick<ConvertedTask, 'datasource'> {
  const type = nodeTypes.get(command)?.datasourceType
  const key = task.fields.names().find((one) => one === 'conn_id' || one.endsWith('_conn_id'))
  const connection = key === undefined ? undefined : task.fields.code(key)
  if (connection === undefined || type === undefined) return {}
  const known = workspace.datasourceOf(connection)
  if (known !== undefined) return { datasource: { name: known, type } }
  note({
    what: `connection ${connection}`,
    why: 'Connections are not in the serialized DAG; the data source has the same name.',
    wayOut: `Create the data source in the workspace, or say what it is called there: --datasource ${connection}=name, or { datasources: { '${connection}': 'name' } }.`,
  })
  return { datasource: { name: connection, type } }
}

/** SQL in a field of an operator. */
function sqlOn(usual: string | undefined, ...names: readonly string[]): OperatorConverter {
  return (site) => {
    const { fields, operator } = site.task
    const command = commandForOperator(site, usual ?? '')
    const written = fields.textOrTexts(...names)
    const isList = Array.isArray(fields.value(...names))
    const code = isList ? written.map((one) => `${one.trim().replace(/;+$/, '')};\n`).join('') : (written[0] ?? '')
    if (command === '') {
      return placeholderNode(site, 'DIDE_SHELL', {
        what: `SQL of ${operator}`,
        why: 'The connection says which database it is, and is not in the serialized DAG.',
        wayOut: `Name a node type: ${operator}=MYSQL, say.`,
      })
    }
    if (code === '') return { ...nodeWithoutCode(site, command), ...datasourceOf(site, command) }
    if (isFile(code, '.sql', '.hql')) return { ...fileNode(site, command, code), ...datasourceOf(site, command) }
    return { ...codeNode(site, command, code), ...datasourceOf(site, command) }
  }
}

/** `SparkSubmitOperator`: a call of spark-submit. */
const sparkSubmit: OperatorConverter = (site) => {
  const { fields } = site.task
  const command = commandForOperator(site, 'EMR_SPARK')
  const application = fields.text('application', '_application')
  if (application === undefined) return nodeWithoutCode(site, command)
  const option = (name: string, ...keys: readonly string[]): readonly string[] => {
    const value = fields.text(...keys)
    return value === undefined ? [] : [`${name} ${value}`]
  }
  const conf = fields
    .record('conf', '_conf')
    .allTexts()
    .map(([key, value]) => `--conf ${quoted(`${key}=${value}`)}`)
  const args = fields.texts('application_args', '_application_args')
  const line = [
    'spark-submit',
    ...option('--class', 'java_class', '_java_class'),
    ...option('--executor-memory', 'executor_memory', '_executor_memory'),
    ...option('--driver-memory', 'driver_memory', '_driver_memory'),
    ...option('--num-executors', 'num_executors', '_num_executors'),
    ...conf,
    application,
    ...args.map(quoted),
  ]
  site.note({
    what: `file ${application.slice(0, 100)}`,
    why: 'The serialized DAG has no content of files.',
    wayOut: 'Upload it where the nodes reach it, or as a resource of the workspace.',
  })
  return codeNode(site, command, `${line.join(' ')}\n`)
}

/** The run that a sensor waits for, and whether DataWorks can wait for just that. */
function awaitedBy({ task: { fields }, has, cycle, cycleIn }: TaskSite, dag: string): AwaitedRun {
  const delta = fields.number('execution_delta') ?? 0
  const other = cycleIn(dag)
  const isComputed = fields.value('execution_date_fn') !== undefined
  // Runs of what runs by hand, or on some days alone, are not told by their times.
  if (isComputed || cycle === undefined || (has(dag) && other === undefined))
    return { back: delta > 0 ? 1 : 0, isThere: delta === 0 && !isComputed }
  if (delta === 0 && cycle.hasIntervals === (other ?? cycle).hasIntervals) return { back: 0, isThere: true }
  return awaitedRun(cycle, other, delta)
}

/** `ExternalTaskSensor`: a virtual node that comes after another workflow, or nodes of it. */
const externalTask: OperatorConverter = (site) => {
  const { fields } = site.task
  const { has, note } = site
  const dag = fields.code('external_dag_id') ?? 'unknown'
  const one = fields.code('external_task_id')
  const listed = fields.texts('external_task_ids')
  const group = fields.code('external_task_group_id')
  const tasks = listed.length > 0 ? listed : one === undefined ? [undefined] : [one]
  const upstreams = tasks.map((task): UpstreamDraft => {
    if (has(dag, task)) return { kind: 'workflow', workflow: dag, node: task }
    return awaitedElsewhere({ scheduler: 'airflow', titles: task === undefined ? [dag] : [dag, task] }, note)
  })
  const { back, isThere } = awaitedBy(site, dag)
  const states = fields.texts('allowed_states').filter((state) => state !== 'success')
  if (states.length > 0) {
    note({
      what: `dependency on ${dag} in the state ${namesOf(states)}`,
      why: 'DataWorks waits until what comes before has succeeded.',
      wayOut: 'Look at whether it may be waited for like this.',
    })
  }
  const isCarried = isThere && (back === 0 || back === 1)
  if (group !== undefined || !isCarried) {
    note({
      what:
        group === undefined ? `dependency on another moment of ${dag}` : `dependency on the group ${group} of ${dag}`,
      why:
        group === undefined
          ? 'DataWorks waits for the same cycle or the one before.'
          : 'DataWorks has no groups of nodes; it waits for the whole workflow.',
      wayOut: 'Look at which instances it has to wait for, and at the schedules of both.',
    })
  }
  const making = { kind: 'plain', command: 'VIRTUAL' } as const
  return back > 0 ? { making, afterPrevious: upstreams } : { making, after: upstreams }
}

/** `TriggerDagRunOperator`: a node that runs the other workflow. */
const triggerDag: OperatorConverter = ({ task: { fields }, has, note }) => {
  const dag = fields.code('trigger_dag_id') ?? 'unknown'
  if (fields.flag('wait_for_completion') !== true) {
    note({
      what: `run of ${dag} without waiting for it`,
      why: 'A sub-process ends when the workflow that it runs has ended.',
      wayOut: 'Take care that nothing after it must begin earlier.',
    })
  }
  if (has(dag)) return { making: { kind: 'subProcess', target: { kind: 'workflow', workflow: dag } } }
  return { making: { kind: 'subProcess', target: runElsewhere({ scheduler: 'airflow', titles: [dag] }, 'DAG', note) } }
}

const remote: OperatorConverter = (site) => {
  const command = commandForOperator(site, 'SSH')
  const code = site.task.fields.text('command')
  return code === undefined ? nodeWithoutCode(site, command) : codeNode(site, command, code)
}

/** What becomes of operators, by the names of their classes. */
const converters: Readonly<Record<string, OperatorConverter>> = {
  BashOperator: bash,
  _BashDecoratedOperator: pythonFunction,
  PythonOperator: pythonFunction,
  _PythonDecoratedOperator: pythonFunction,
  PythonVirtualenvOperator: pythonFunction,
  _PythonVirtualenvDecoratedOperator: pythonFunction,
  ExternalPythonOperator: pythonFunction,
  BranchPythonOperator: pythonBranch,
  _BranchPythonDecoratedOperator: pythonBranch,
  ShortCircuitOperator: pythonBranch,
  _ShortCircuitDecoratedOperator: pythonBranch,
  EmptyOperator: empty,
  DummyOperator: empty,
  MySqlOperator: sqlOn('MYSQL', 'sql'),
  PostgresOperator: sqlOn('POSTGRESQL', 'sql'),
  OracleOperator: sqlOn('Oracle', 'sql'),
  MsSqlOperator: sqlOn('SQLSERVER', 'sql'),
  ClickHouseOperator: sqlOn('CLICK_SQL', 'sql'),
  TrinoOperator: sqlOn('EMR_TRINO', 'sql'),
  PrestoOperator: sqlOn('EMR_PRESTO', 'sql'),
  VerticaOperator: sqlOn('Vertica', 'sql'),
  RedshiftSQLOperator: sqlOn('Redshift', 'sql'),
  HiveOperator: sqlOn('EMR_HIVE', 'hql'),
  SparkSqlOperator: sqlOn('EMR_SPARK_SQL', 'sql', '_sql'),
  SQLExecuteQueryOperator: sqlOn(undefined, 'sql'),
  SparkSubmitOperator: sparkSubmit,
  ExternalTaskSensor: externalTask,
  TriggerDagRunOperator: triggerDag,
  SSHOperator: remote,
}

const other: OperatorConverter = (site) => {
  const { operator } = site.task
  const kind = operator.slice(0, 80)
  const what = kind === '' ? 'task without an operator' : `operator ${kind}`
  return nodeOfUnknownKind(site, commandForOperator(site, 'DIDE_SHELL'), what, kind)
}

/** What an operator becomes; one that nothing is known of, a node to be written. */
export function converterOf(operator: string): OperatorConverter {
  return inTable(converters, operator) ?? other
}
