import { childEntities, type Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import { findReferenced } from './find-referenced.ts'
import type { Recurrence, Task, TaskParts } from './task.ts'

const recurrences: ReadonlySet<unknown> = new Set<Recurrence>(['Normal', 'Pause', 'Skip', 'NoneAuto'])

function isRecurrence(value: unknown): value is Recurrence {
  return recurrences.has(value)
}

/** Reads of a workflow or node what the simulation needs to know. */
export function createTask(parts: TaskParts, label: string): Task {
  const { entity, source, home } = parts
  const trigger = findReferenced(source.index, entity, 'trigger', 'Trigger')
  const strategy = entity.child('strategy')
  return {
    ...parts,
    label,
    trigger,
    recurrence: recurrenceOf(home, [
      entity.value['recurrence'],
      strategy?.value['recurrenceType'],
      trigger?.value['recurrence'],
    ]),
    instanceMode: home?.instanceMode ?? modeOf(entity, strategy),
    ignoresBranches:
      isSettledJoin(entity) || [entity, strategy].some((holder) => holder?.value['ignoreBranchConditionSkip'] === true),
  }
}

/** That of the workflow, unless it is Normal; else the first that the node says. */
function recurrenceOf(home: Task | undefined, said: readonly unknown[]): Recurrence {
  if (home !== undefined && home.recurrence !== 'Normal') return home.recurrence
  return said.find(isRecurrence) ?? 'Normal'
}

function modeOf(entity: Entity, strategy: Entity | undefined): Task['instanceMode'] {
  const mode = readText(entity.value, 'instanceMode') ?? readText(strategy?.value, 'instanceMode')
  return mode === 'Immediately' ? mode : 'T+1'
}

/** The states of an arm that its upstream node can end in when nothing fails: success, and not run. */
const endings = ['1', '2']

/** Whether an entity is a join that succeeds whichever branches are taken: every arm counts either way. */
function isSettledJoin(entity: Entity): boolean {
  const arms = childrenOf(entity.child('join'), 'branches')
  return arms.length > 0 && arms.every((arm) => endings.every((state) => statesOf(arm).includes(state)))
}

function childrenOf(entity: Entity | undefined, field: string): readonly Entity[] {
  return entity === undefined ? [] : childEntities(entity, field)
}

function statesOf(arm: Entity): readonly unknown[] {
  const states = arm.child('assertion')?.value['in']
  return Array.isArray(states) ? states : []
}
