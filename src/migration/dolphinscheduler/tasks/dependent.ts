import type { SourceFields } from '../../reading/source-fields.ts'
import type { UpstreamDraft } from '../../target/draft.ts'
import { awaitedElsewhere } from '../../target/not-given.ts'
import { keyByName } from '../model.ts'
import { dependenceOf, relationOf } from './conditions.ts'
import type { ConvertedTask, TaskConverter, TaskSite } from './task-site.ts'

/** What stands for a whole process where a task is named. */
const wholeProcess: ReadonlySet<string> = new Set(['0', '-1', 'ALL'])

/** Moments that are of the same cycle for processes with the same one. */
const sameCycle: ReadonlySet<string> = new Set(['today', 'currentHour', 'thisWeek', 'thisMonth'])

/** Moments one cycle before, by the cycle they count in. */
const previousCycle: ReadonlySet<string> = new Set(['last1Hour', 'last1Days', 'lastWeek', 'lastMonth'])

interface Item {
  readonly upstream: UpstreamDraft
  readonly moment: string
  readonly title: string
}

/** The keys that a process may be known by, those first that tell it apart for sure. */
function keysOf(item: SourceFields): readonly string[] {
  const named = keyByName(item.code('projectName') ?? '', item.code('definitionName') ?? '')
  const codes = [item.code('definitionCode'), item.code('definitionId')]
  return [...codes.filter((key) => key !== undefined), named]
}

function itemOf(item: SourceFields, site: TaskSite): Item {
  const moment = item.code('dateValue') ?? 'today'
  const written = item.code('depTaskCode', 'depTasks') ?? 'ALL'
  const task = wholeProcess.has(written) ? undefined : written
  const key = keysOf(item).find((one) => site.find(one) !== undefined)
  const found = key === undefined ? undefined : site.find(key, task)
  if (found === undefined || (task !== undefined && found.task === undefined))
    return unknownItem(item, task, moment, site)
  const title = [found.process.name, ...(task === undefined ? [] : [task])].join(' › ')
  const isOwn = found.process === site.process && found.task !== undefined
  const upstream: UpstreamDraft = isOwn
    ? { kind: 'node', key: found.task }
    : { kind: 'workflow', workflow: found.key, node: found.task }
  return { upstream, moment, title }
}

/** What is not in the export: an output that the check does not know either. */
function unknownItem(item: SourceFields, task: string | undefined, moment: string, { note }: TaskSite): Item {
  const process = item.code('definitionName', 'definitionCode', 'definitionId') ?? 'unknown'
  const titles = [process, ...(task === undefined ? [] : [task])]
  return {
    upstream: awaitedElsewhere({ scheduler: 'dolphinscheduler', titles }, note),
    moment,
    title: titles.join('.'),
  }
}

function noteMoment({ title, moment }: Item, { note }: TaskSite): void {
  note({
    what: `dependency on ${title} of ${moment}`,
    why: 'DataWorks waits for the same cycle or the one before; here it waits for the one before.',
    wayOut: 'Look at which instances it has to wait for, and at the schedules of both.',
  })
}

/** `DEPENDENT`: a virtual node that waits for other workflows, or their nodes. */
export const dependentTask: TaskConverter = (site): ConvertedTask => {
  const dependence = dependenceOf(site.task.params)
  const between = relationOf(dependence)
  const groups = dependence
    .records('dependTaskList')
    .map((group) => ({ between: relationOf(group), items: group.records('dependItemList') }))
  const items = groups.flatMap((group) => group.items)
  if (items.length === 0) {
    site.note({
      what: 'dependency on nothing',
      why: 'The export does not say what it waits for: the node waits for nothing.',
      wayOut: 'Look at what is meant, and write it into the code: .after(…).',
    })
  }
  if ([{ between, items: groups }, ...groups].some((one) => one.between === 'or' && one.items.length > 1)) {
    site.note({
      what: 'dependency on one of several',
      why: 'A node of DataWorks waits for all that it comes after: it waits for all of them.',
      wayOut: 'Take out those that need not be waited for, or use a join node.',
    })
  }
  const after: UpstreamDraft[] = []
  const afterPrevious: UpstreamDraft[] = []
  for (const item of items.map((one) => itemOf(one, site))) {
    if (sameCycle.has(item.moment)) after.push(item.upstream)
    else {
      afterPrevious.push(item.upstream)
      if (!previousCycle.has(item.moment)) noteMoment(item, site)
    }
  }
  return { making: { kind: 'plain', command: 'VIRTUAL' }, after, afterPrevious }
}
