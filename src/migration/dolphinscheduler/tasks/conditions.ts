import type { KnownWords, SourceFields } from '../../reading/source-fields.ts'
import type { JoinArmDraft } from '../../target/draft.ts'
import { placeholderNode } from '../../target/placeholder.ts'
import { relations } from '../words.ts'
import type { TaskConverter, TaskSite } from './task-site.ts'

/** What a task waits for, as the versions spell it. */
export function dependenceOf(params: SourceFields): SourceFields {
  return params.record('dependence')
}

/** `and` or `or` between parts. */
export function relationOf(fields: SourceFields): 'and' | 'or' {
  return fields.word(relations, 'relation')
}

/** The tasks of a branch of a condition, by keys. */
export function branchOf(params: SourceFields, name: 'successNode' | 'failedNode'): readonly string[] {
  return params
    .record('conditionResult')
    .texts(name)
    .map((key) => key.trim())
}

const statuses: KnownWords<boolean> = {
  known: { SUCCESS: true, FAILURE: false },
  usual: false,
  unknown: { meaning: false, why: 'it is taken for a failure.' },
}

interface ConditionParts {
  readonly arms: readonly JoinArmDraft[]
  readonly expression: string
}

/** Arms and expression of a join; undefined where the condition looks at failures, or at nothing. */
function partsOf({ task, tasks, note }: TaskSite): ConditionParts | undefined {
  const dependence = dependenceOf(task.params)
  const between = relationOf(dependence)
  const arms: JoinArmDraft[] = []
  const groups: string[] = []
  for (const group of dependence.records('dependTaskList')) {
    const names: string[] = []
    for (const item of group.records('dependItemList')) {
      const key = item.code('depTaskCode', 'depTasks')
      if (key === undefined || !tasks.has(key, 'dependItemList', note) || !item.word(statuses, 'status'))
        return undefined
      const arm = `task${arms.length + 1}`
      arms.push({ arm, upstream: { kind: 'node', key }, status: 'Success' })
      names.push(arm)
    }
    if (names.length > 0) groups.push(names.join(` ${relationOf(group)} `))
  }
  if (arms.length === 0) return undefined
  const expression = groups.length === 1 ? groups[0] : groups.map((one) => `(${one})`).join(` ${between} `)
  return { arms, expression: expression ?? '' }
}

/** `CONDITIONS`: a join of the tasks whose success it looks at. */
export const conditionsTask: TaskConverter = (site) => {
  const parts = partsOf(site)
  if (parts === undefined) {
    return placeholderNode(site, 'VIRTUAL', {
      what: 'condition on failures',
      why: 'What comes after a failed node does not run in DataWorks, and sources disagree on how a join tells of failures.',
      wayOut: 'Let the task itself handle its failure, or set an alert for it.',
    })
  }
  const taskKeys = (name: 'successNode' | 'failedNode'): readonly string[] =>
    site.tasks.those(branchOf(site.task.params, name), name, site.note)
  const failed = taskKeys('failedNode')
  // Tells of those that are not there; the others come after the node by their relations.
  taskKeys('successNode')
  if (failed.length > 0) {
    site.note({
      what: 'branch for failures',
      why: 'What comes after a failed node does not run in DataWorks: the tasks of that branch are skipped.',
      wayOut: 'Let the task itself handle its failure, or set an alert for it.',
    })
  }
  return { making: { kind: 'join', ...parts } }
}
