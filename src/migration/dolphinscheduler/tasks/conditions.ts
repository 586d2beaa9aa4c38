import { isRecord, recordsOf } from '../../../document/json/records.ts'
import { type Fields, fieldText } from '../../reading/lenient.ts'
import { type JoinArmDraft, placeholderNode } from '../../target/draft.ts'
import type { TaskConverter, TaskSite } from './task-site.ts'

/** What a task waits for, as the versions spell it. */
export function dependenceOf(params: Fields): Fields {
  const dependence = params['dependence']
  return isRecord(dependence) ? dependence : {}
}

/** `and` or `or` between parts. */
export function relationOf(fields: Fields): 'and' | 'or' {
  return fieldText(fields, 'relation')?.toUpperCase() === 'OR' ? 'or' : 'and'
}

/** The key of a task that a condition looks at. */
function taskOf(item: Fields): string | undefined {
  return fieldText(item, 'depTaskCode', 'depTasks')
}

/** The tasks of a branch of a condition, by keys. */
export function branchOf(params: Fields, name: 'successNode' | 'failedNode'): readonly string[] {
  const result = params['conditionResult']
  const list = isRecord(result) ? result[name] : undefined
  return (Array.isArray(list) ? list : []).flatMap((key) => fieldText({ key }, 'key') ?? [])
}

interface ConditionParts {
  readonly arms: readonly JoinArmDraft[]
  readonly expression: string
}

/** Arms and expression of a join; undefined where the condition looks at failures, or at nothing. */
function partsOf({ task }: TaskSite): ConditionParts | undefined {
  const dependence = dependenceOf(task.params)
  const arms: JoinArmDraft[] = []
  const groups: string[] = []
  for (const group of recordsOf(dependence['dependTaskList'])) {
    const names: string[] = []
    for (const item of recordsOf(group['dependItemList'])) {
      const key = taskOf(item)
      if (key === undefined || fieldText(item, 'status')?.toUpperCase() !== 'SUCCESS') return undefined
      const arm = `task${arms.length + 1}`
      arms.push({ arm, upstream: { kind: 'node', key }, status: 'Success' })
      names.push(arm)
    }
    if (names.length > 0) groups.push(names.join(` ${relationOf(group)} `))
  }
  if (arms.length === 0) return undefined
  const expression =
    groups.length === 1 ? groups[0] : groups.map((one) => `(${one})`).join(` ${relationOf(dependence)} `)
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
  const failed = branchOf(site.task.params, 'failedNode')
  if (failed.length > 0) {
    site.note({
      what: 'branch for failures',
      why: 'What comes after a failed node does not run in DataWorks: the tasks of that branch are skipped.',
      wayOut: 'Let the task itself handle its failure, or set an alert for it.',
    })
  }
  return { making: { kind: 'join', ...parts } }
}
