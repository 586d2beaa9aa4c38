import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord } from '../../document/json/records.ts'
import { parseParameter } from '../../schedule/parameters/parse.ts'
import { type Notes, type NoteTaker, namesOf, placeOf, type Remark } from '../note.ts'
import { type Fields, textOf } from '../reading/lenient.ts'
import type { WorkflowDraft } from '../target/draft.ts'
import type { TargetWorkspace } from '../target/target-workspace.ts'
import { scheduleOf } from './dag-schedule.ts'
import { decoded, decodedRecord, decodedSeconds, decodedText, decodedTexts } from './decode.ts'
import type { AirflowDag, AirflowTask } from './model.ts'
import { defaultsOf, nodesOf } from './node-of.ts'
import { converterOf } from './operators/operators.ts'

/** The value of a param as Jinja prints it; one with a description is an object, whose value the format calls its default. */
function paramText(held: unknown): string | undefined {
  const inner = decoded(held)
  const value = isRecord(inner) ? decoded(inner['value'] ?? inner['default']) : inner
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return textOf(value)
}

/** Values of params, of those that are texts and numbers. */
function paramsIn(fields: Fields): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, held] of Object.entries(decodedRecord(fields, 'params'))) {
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
  ['owner', 'airflow', { why: 'Owners of DataWorks are account ids.', wayOut: 'Say who it is: .owner(id).' }],
]

function noteElsewhere({ tasks, fields }: AirflowDag, note: NoteTaker): void {
  const defaults = defaultsOf(fields)
  for (const [field, usual, remark] of elsewhere) {
    const byValue = new Map<string, string[]>()
    for (const task of tasks) {
      const value =
        decodedTexts(task.fields, field).join(', ') || decodedText(task.fields, field) || decodedText(defaults, field)
      if (value !== undefined && value !== usual) addToGroup(byValue, value, task.id)
    }
    for (const [value, names] of byValue)
      note({ what: `${field} '${value.slice(0, 60)}' of ${namesOf(names)}`, ...remark })
  }
}

function noteDag({ fields }: AirflowDag, isScheduled: boolean, note: NoteTaker): void {
  if (isScheduled && fields['catchup'] === true) {
    note({
      what: 'catchup',
      why: 'DataWorks does not run what lies before a workflow was published.',
      wayOut: 'Run it for past dates after publishing: flowspec backfill.',
    })
  }
  if (decodedSeconds(fields, 'max_active_runs') === 1) {
    note({
      what: 'one run at a time',
      why: 'Instances of DataWorks run at the same time unless they wait for their own last cycle.',
      wayOut: "Add .afterPrevious('self') to the workflow.",
    })
  }
  const timeout = decodedSeconds(fields, 'dagrun_timeout')
  if (timeout !== undefined) {
    note({
      what: `timeout of ${timeout} seconds`,
      why: 'It is one of a whole run, which DataWorks has for nodes.',
      wayOut: 'Give the nodes timeouts, .strategy({ timeout }).',
    })
  }
  const tags = decodedTexts(fields, 'tags')
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
  /** Whether one of them runs a DAG. */
  readonly isRun: (dag: string) => boolean
}

/** The workflow of a DAG. */
export function workflowOf(
  dag: AirflowDag,
  { has, isRun }: DagTable,
  workspace: TargetWorkspace,
  notes: Notes,
): WorkflowDraft {
  const note: NoteTaker = (remark) => notes.add(dag.id, remark)
  const { schedule, shift, endOffset } = scheduleOf(dag, isRun(dag.id), note)
  noteDag(dag, schedule !== undefined, note)
  noteElsewhere(dag, note)
  const shared = { defaults: defaultsOf(dag.fields), hasBranches: dag.tasks.some(decides) }
  const ofDag = paramsIn(dag.fields)
  const nodes = dag.tasks.flatMap((task) => {
    const noteTask: NoteTaker = (remark) => notes.add(placeOf(dag.id, task.id), remark)
    const params = new Map([...ofDag, ...paramsIn(task.fields)])
    const macros = { shift, endOffset, dag: dag.id, task: task.id, params }
    return nodesOf(task, converterOf(task.operator)({ task, macros, workspace, has, note: noteTask }), shared, noteTask)
  })
  return { key: dag.id, title: dag.id, description: dag.description, schedule, nodes }
}
