/** A task of Bash as version 1 serializes it. */
export const bash = (id: string, command: string, next: readonly string[] = []) => ({
  task_id: id,
  _task_type: 'BashOperator',
  _task_module: 'airflow.operators.bash',
  bash_command: command,
  downstream_task_ids: next,
  owner: 'airflow',
  pool: 'default_pool',
})

/** So many seconds as a duration. */
export const delta = (seconds: number) => ({ __var: seconds, __type: 'timedelta' })

/** The schedule of a DAG as a timetable of a kind says it. */
export const timetable = (kind: string, fields: object) => ({
  schedule_interval: undefined,
  timetable: { __type: `airflow.timetables.${kind}`, __var: fields },
})

/** The timetable that divides time into intervals by a cron. */
export const interval = (expression: string, timezone = 'UTC') =>
  timetable('interval.CronDataIntervalTimetable', { expression, timezone })

/** A DAG as version 1 serializes it. */
export const dagOf = (fields: object) => ({
  _dag_id: 'orders',
  timezone: 'UTC',
  catchup: false,
  edge_info: {},
  fileloc: '/dags/orders.py',
  ...fields,
})

/** What the table of serialized DAGs holds of one. */
export const serialized = (fields: object) => ({ __version: 1, dag: dagOf(fields) })
