import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord } from '../../document/json/records.ts'
import { parseParameter } from '../../schedule/parameters/parse.ts'
import { type Notes, type NoteTaker, namesOf, placeOf, type Remark } from '../note.ts'
import { textOf } from '../reading/lenient.ts'
import type { SourceFields } from '../reading/source-fields.ts'
import { noteUnread } from '../reading/unasked-fields.ts'
import type { WorkflowDraft } from '../target/draft.ts'
import type { TargetWorkspace } from '../target/target-workspace.ts'
import { type Cycle, cycleOf } from './awaited-cycle.ts'
import { scheduleOf } from './dag-schedule.ts'
import { decoded } from './decode.ts'
import type { AirflowDag, AirflowTask } from './model.ts'
import { nodesOf } from './node-of.ts'
import { convertTask, noteCallbacks } from './operators/convert-task.ts'
import { quietOfDag, quietOfTask } from './quiet-fields.ts'

/** The value of a param as Jinja prints it; one with a description is an object, whose value the format calls its default. */
function paramText(held: unknown): string | undefined {
  const inner = decoded(held)
  const value = isRecord(inner) ? decoded(inner['value'] ?? inner['default']) : inner
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return textOf(value)
}

/** The params of a DAG or a task, which the versions write as an object and as a list of pairs. */
function paramEntries(fields: SourceFields): readonly (readonly [name: string, value: unknown])[] {
  if (!Array.isArray(fields.value('params'))) {
    const params = fields.record('params')
    return params.names().map((name) => [name, params.value(name)])
  }
  return fields.list('params').flatMap((pair) => {
    const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : []
    return typeof name === 'string' ? [[name, decoded(value)] as const] : []
  })
}

/** Values of params, of those that are texts and numbers; code that asks for another one is told. */
function paramsIn(fields: SourceFields): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, held] of paramEntries(fields)) {
    const text = paramText(held)
    if (text !== undefined && parseParameter(text).ok) values.set(name, text)
  }
  return values
}

/** What of all tasks is set up elsewhere in DataWorks, told once for each value. */
const elsewhere: readonly (readonly [field: string, usual: string, remark: Omit<Remark, 'what'>])[] = [
  [
    'pool',
    'default_pool',
    {
      why: 'Nodes of DataWorks run in resource groups.',
      wayOut: 'Say which: .defaults({ resourceGroup }) of the workflow.',
    },
  ],
  [
    'queue',
    'default',
    {
      why: 'Nodes of DataWorks run in resource groups.',
      wayOut: 'Say which: .defaults({ resourceGroup }) of the workflow.',
    },
  ],
  [
    'sla',
    '',
    { why: 'Alerts are set up in the monitoring of DataWorks.', wayOut: 'Create a baseline for the workflow.' },
  ],
  [
    'email',
    '',
    { why: 'Alerts are set up in the monitoring of DataWorks.', wayOut: 'Create an alert rule for the workflow.' },
  ],
  [
    'priority_weight',
    '1',
    {
      why: 'Its numbers are other ones than those of DataWorks.',
      wayOut: 'Say .strategy({ priority }) of the nodes, 1 to 8.',
    },
  ],
  [
    'max_active_tis_per_dag',
    '',
    {
      why: 'Instances of DataWorks run at the same time unless they wait for their own last cycle.',
      wayOut: "Add .afterPrevious('self') to the nodes.",
    },
  ],
  [
    'run_as_user',
    '',
    { why: 'Nodes of DataWorks run as the account of their workspace.', wayOut: 'Look at what the account may do.' },
  ],
  ['owner', 'airflow', { why: 'Owners of DataWorks are account ids.', wayOut: 'Say who it is: .owner(id).' }],
]

function noteElsewhere({ tasks, defaults }: AirflowDag, note: NoteTaker): void {
  for (const [field, usual, remark] of elsewhere) {
    const byValue = new Map<string, string[]>()
    for (const task of tasks) {
      const own = task.fields.textOrTexts(field)
      const value = (own.length > 0 ? own : defaults.textOrTexts(field)).join(', ')
      if (value !== '' && value !== usual) addToGroup(byValue, value, task.id)
    }
    for (const [value, names] of byValue)
      note({ what: `${field} '${value.slice(0, 60)}' of ${namesOf(names)}`, ...remark })
  }
}

function noteDag({ fields }: AirflowDag, isScheduled: boolean, note: NoteTaker): void {
  if (isScheduled && fields.flag('catchup') === true) {
    note({
      what: 'catchup',
      why: 'DataWorks does not run what lies before a workflow was published.',
      wayOut: 'Run it for past dates after publishing: flowspec backfill.',
    })
  }
  if (fields.number('max_active_runs') === 1) {
    note({
      what: 'one run at a time',
      why: 'Instances of DataWorks run at the same time unless they wait for their own last cycle.',
      wayOut: "Add .afterPrevious('self') to the workflow.",
    })
  }
  const timeout = fields.number('dagrun_timeout')
  if (timeout !== undefined) {
    note({
      what: `timeout of ${timeout} seconds`,
      why: 'It is one of a whole run, which DataWorks has for nodes.',
      wayOut: 'Give the nodes timeouts, .strategy({ timeout }).',
    })
  }
  noteCallbacks(fields, note)
  const tags = fields.texts('tags')
  if (tags.length > 0)
    note({
      what: `tags ${namesOf(tags)}`,
      why: 'Workflows have no tags.',
      wayOut: 'Put them into the path or the description.',
    })
}

function decides({ operator }: AirflowTask): boolean {
  return /Branch|ShortCircuit/.test(operator)
}

/** What is known of all DAGs that were given. */
export interface DagTable {
  /** Whether a DAG is among them, and a task of it. */
  readonly has: (dag: string, task?: string) => boolean
  /** How often one of them runs. */
  readonly cycleIn: (dag: string) => Cycle | undefined
  /** Whether one of them runs a DAG. */
  readonly isRun: (dag: string) => boolean
}

/** The workflow of a DAG. */
export function workflowOf(
  dag: AirflowDag,
  { has, isRun, cycleIn }: DagTable,
  workspace: TargetWorkspace,
  notes: Notes,
): WorkflowDraft {
  const note: NoteTaker = (remark) => notes.add(dag.id, remark)
  const found = scheduleOf(dag, isRun(dag.id), note)
  const { schedule, shift, endOffset } = found
  const cycle = cycleOf(found)
  noteDag(dag, schedule !== undefined, note)
  noteElsewhere(dag, note)
  const shared = { defaults: dag.defaults, hasBranches: dag.tasks.some(decides) }
  const ofDag = paramsIn(dag.fields)
  const nodes = dag.tasks.flatMap((task) => {
    const noteTask: NoteTaker = (remark) => notes.add(placeOf(dag.id, task.id), remark)
    const params = new Map([...ofDag, ...paramsIn(task.fields)])
    const macros = { shift, endOffset, dag: dag.id, task: task.id, params }
    const converted = convertTask({ task, macros, workspace, has, cycle, cycleIn, note: noteTask })
    const made = nodesOf(task, converted, shared, noteTask)
    if (converted.isPlaceholder !== true) noteUnread(task.fields, quietOfTask, task.operator.slice(0, 80), noteTask)
    return made
  })
  noteUnread(dag.fields, quietOfDag, 'the DAG', note)
  return { key: dag.id, title: dag.id, description: dag.description, schedule, nodes }
}
