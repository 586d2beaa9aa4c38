import type { NoteTaker, Remark } from '../note.ts'
import type { SourceFields } from '../reading/source-fields.ts'
import type { DolphinProperty, DolphinSchedule } from './model.ts'
import { directions, failureStrategies, priorities, releaseStates, yesOrNo } from './words.ts'

/** The parameters in a list. */
export function propertiesOf(list: readonly SourceFields[], note: NoteTaker): readonly DolphinProperty[] {
  const seen = new Set<string>()
  return list.flatMap((one) => {
    const name = one.code('prop')
    const value = one.text('value') ?? ''
    if (name !== undefined && seen.has(name)) note(givenTwice(name))
    if (name !== undefined) seen.add(name)
    if (name !== undefined) return [{ name, value, isOut: one.word(directions, 'direct') }]
    note({
      what: 'parameter without a name',
      why: 'Nothing can ask for it.',
      wayOut: 'Name it in the source, or leave it out.',
    })
    return []
  })
}

function givenTwice(name: string): Remark {
  return {
    what: `parameter '${name.slice(0, 60)}' that is given twice`,
    why: 'The later one counts.',
    wayOut: 'Look at which is meant, and leave the other one out.',
  }
}

/** The schedule of a process; undefined where there is none. */
export function scheduleOf(fields: SourceFields): DolphinSchedule | undefined {
  const cron = fields.text('crontab', 'scheduleCrontab')
  if (cron === undefined) return undefined
  return {
    cron,
    startTime: fields.text('startTime', 'scheduleStartTime'),
    endTime: fields.text('endTime', 'scheduleEndTime'),
    timezone: fields.text('timezoneId'),
    failureStrategy: fields.word(failureStrategies, 'failureStrategy', 'scheduleFailureStrategy'),
    isOnline: fields.word(releaseStates, 'releaseState', 'scheduleReleaseState'),
    priority: fields.word(
      priorities,
      'processInstancePriority',
      'workflowInstancePriority',
      'scheduleProcessInstancePriority',
    ),
    warning: fields.code('warningType', 'scheduleWarningType')?.toUpperCase() ?? 'NONE',
  }
}

/** Settings of a task that DataWorks has no word for, where they are not the usual ones. */
export function unusualSettings(task: SourceFields): readonly string[] {
  const found: string[] = []
  const group = task.integer('taskGroupId') ?? 0
  if (group > 0) found.push(`task group ${group}`)
  if (task.word(yesOrNo, 'isCache')) found.push('the cache of its results')
  const cpu = task.integer('cpuQuota') ?? -1
  if (cpu > 0) found.push(`a limit of ${cpu} % of a processor`)
  const memory = task.integer('memoryMax') ?? -1
  if (memory > 0) found.push(`a limit of ${memory} MB of memory`)
  return found
}
