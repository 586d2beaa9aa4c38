import { childEntities, type Entity } from '../../document/index/entity.ts'
import { entityIn } from '../../document/index/referenced-entities.ts'
import { readText } from '../../document/json/records.ts'
import { awaitedStatuses } from '../../graph/branch-conditions.ts'
import { type WordTable, wordOf, wordTable } from '../../language/word-of.ts'
import type { Source } from '../simulated-document.ts'
import type { InstanceMode } from './publication.ts'

/** How instances of something run. */
type Recurrence = 'Normal' | 'Pause' | 'Skip' | 'NoneAuto'

/** What a workflow and a node have in common for the simulation. */
export interface TaskParts {
  readonly source: Source
  readonly entity: Entity
  readonly kind: 'workflow' | 'node'
  readonly name: string
  /** The workflow that a node stands in. */
  readonly workflow: Task | undefined
}

/** Something that has instances, or could have: a workflow, or a node that is not part of another node. */
export interface Task extends TaskParts {
  /** `workflow/node`, or the name alone; different for every task. */
  readonly label: string
  /** Its script, wherever that stands. */
  readonly script: Entity | undefined
  /** Its own trigger, wherever that stands. */
  readonly trigger: Entity | undefined
  /** The recurrence of its workflow, unless that is Normal; else its own. */
  readonly recurrence: Recurrence
  /** That of its workflow, if it stands in one. */
  readonly instanceMode: InstanceMode
  /** Whether it runs whichever branches before it are taken. */
  readonly ignoresBranches: boolean
}

/** The name of the workflow that a task belongs to; that of the task itself when it is one. */
export function workflowName({ kind, name, workflow }: Task): string | undefined {
  return kind === 'workflow' ? name : workflow?.name
}

const recurrences: WordTable<Recurrence> = /* @__PURE__ */ wordTable(['Normal', 'Pause', 'Skip', 'NoneAuto'])
const instanceModes: WordTable<InstanceMode> = /* @__PURE__ */ wordTable(['T+1', 'Immediately'])

/** Reads of a workflow or node what the simulation needs to know. */
export function createTask(parts: TaskParts, label: string): Task {
  const { entity, source, workflow } = parts
  const trigger = entityIn(source.index, entity, 'trigger', 'Trigger')
  const strategy = entity.child('strategy')
  return {
    ...parts,
    label,
    script: entityIn(source.index, entity, 'script', 'Script'),
    trigger,
    recurrence: recurrenceOf(workflow, [
      entity.value['recurrence'],
      strategy?.value['recurrenceType'],
      trigger?.value['recurrence'],
    ]),
    instanceMode: workflow?.instanceMode ?? modeOf(entity, strategy),
    ignoresBranches:
      isSettledJoin(entity) || [entity, strategy].some((holder) => holder?.value['ignoreBranchConditionSkip'] === true),
  }
}

/** That of the workflow, unless it is Normal; else the first that the node says. */
function recurrenceOf(workflow: Task | undefined, values: readonly unknown[]): Recurrence {
  if (workflow !== undefined && workflow.recurrence !== 'Normal') return workflow.recurrence
  return values.map((value) => wordOf(recurrences, value)).find((word) => word !== undefined) ?? 'Normal'
}

function modeOf(entity: Entity, strategy: Entity | undefined): Task['instanceMode'] {
  const mode = readText(entity.value, 'instanceMode') ?? readText(strategy?.value, 'instanceMode')
  return wordOf(instanceModes, mode) ?? 'T+1'
}

/** How what a join waits for can end when nothing fails: with success, and not run. */
const endings = ['1', '2']

/** Whether an entity is a join that succeeds whichever branches are taken: every one of its own counts either way. */
function isSettledJoin(entity: Entity): boolean {
  const join = entity.child('join')
  const branches = join === undefined ? [] : childEntities(join, 'branches')
  return (
    branches.length > 0 &&
    branches.map(awaitedStatuses).every((statuses) => endings.every((status) => statuses.includes(status)))
  )
}
