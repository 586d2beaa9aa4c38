import { at } from '../support/base-document.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const dependencies = `${at.workflow}/dependencies`
const cron = `${at.trigger}/cron`
const zone = `${at.trigger}/timezone`
const manual = both(set('/kind', 'ManualWorkflow'), set('/spec/type', 'ManualWorkflow'))

/** What the rules about dependencies, schedule and strategy let pass. */
export const meaningPasses: readonly Pass[] = [
  [
    'reference/unknown-entity',
    'references to entities of the pools, with and without group and braces',
    both(
      set('/spec/triggers', [{ id: 't', type: 'Scheduler', cron: '00 02 00 * * ?' }]),
      set(`${at.workflow}/trigger`, '{{triggers.t}}'),
      set('/spec/datasources', [{ id: 'd', name: 'odps_first', type: 'odps' }]),
      set(`${at.ods}/datasource`, 'd'),
    ),
  ],
  [
    'reference/unknown-node',
    'a dependency by the name of a node without id',
    append(`${dependencies}/0/depends`, { nodeId: 'report.daily_1', type: 'CrossCycleDependsOnOtherNode' }),
  ],
  ['reference/unknown-node', 'a wrong id beside an output that is right', set(`${at.dwdDepends}/nodeId`, 'odz')],
  [
    'reference/unknown-node',
    'a dependency on a node of another workflow of the document',
    both(
      append('/spec/workflows', {
        name: 'rates',
        script: { path: 'retail/rates', runtime: { command: 'WORKFLOW' } },
        trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
        nodes: [
          {
            name: 'load',
            script: { path: 'retail/rates/load', runtime: { command: 'VIRTUAL' } },
            outputs: { nodeOutputs: [{ data: 'load', artifactType: 'NodeOutput' }] },
          },
        ],
      }),
      append(`${dependencies}/0/depends`, { nodeId: 'load' }),
    ),
  ],
  ['reference/unknown-output', 'the output of a node elsewhere', set(`${at.odsDepends}/output`, 'other.start')],
  ['reference/unknown-output', 'a node whose name ends in root', set(`${at.odsDepends}/output`, 'retail.grass_root')],
  [
    'reference/unknown-output',
    'the root of a project with a long name',
    set(`${at.odsDepends}/output`, 'a_project_root'),
  ],
  [
    'reference/no-output',
    'an output beside the nodeId',
    both(remove(`${at.start}/outputs`), set(at.odsDepends, { type: 'Normal', nodeId: 'start', output: 'start' })),
  ],
  [
    'reference/no-output',
    'the previous cycle of a node without outputs',
    both(remove(`${at.start}/outputs`), set(at.odsDepends, { type: 'CrossCycleDependsOnOtherNode', nodeId: 'start' })),
  ],
  ['reference/unknown-output', 'the root of a project', set(`${at.odsDepends}/output`, 'retail_root')],
  ['reference/unknown-output', 'an output that is a service id', set(`${at.odsDepends}/output`, '7635763838174670471')],
  [
    'reference/unknown-output',
    'the output of the workflow itself',
    set(`${at.odsDepends}`, { type: 'CrossCycleDependsOnOtherNode', output: 'retail.orders' }),
  ],
  [
    'reference/missing-target',
    'the previous cycle of the node itself',
    set(`${dependencies}/0/depends`, [{ type: 'CrossCycleDependsOnSelf' }]),
  ],
  [
    'reference/missing-target',
    'the previous cycle of what comes after',
    set(`${dependencies}/0/depends`, [{ type: 'CrossCycleDependsOnChildren' }]),
  ],
  [
    'graph/self-dependency',
    'the previous cycle of the node itself, by its id',
    append(`${dependencies}/1/depends`, { type: 'CrossCycleDependsOnOtherNode', nodeId: 'dwd' }),
  ],
  [
    'graph/cycle',
    'a circle through the previous cycle',
    append(`${dependencies}/0/depends`, { type: 'CrossCycleDependsOnOtherNode', nodeId: 'dwd' }),
  ],
  ['graph/cycle', 'one dependency twice', append(`${dependencies}/0/depends`, { type: 'Normal', output: 'start' })],
  ['graph/cycle', 'two ways to one node', append(`${dependencies}/2/depends`, { type: 'Normal', output: 'ods_out' })],
  ['schedule/cron-syntax', 'names of months and days', set(cron, '00 30 02 ? JAN MON-FRI')],
  ['schedule/cron-spacing', 'single spaces', set(cron, '00 05 00 * * ?')],
  ['schedule/cron-never-fires', 'a date that most years have', set(cron, '00 02 00 31 12 ?')],
  ['schedule/cron-leap-day', 'the 29th of every month', set(cron, '00 02 00 29 * ?')],
  ['schedule/cron-short-interval', 'every five minutes', set(cron, '00 */5 * * * ?')],
  ['schedule/cron-ambiguous-step', 'a step between given days', set(cron, '00 02 00 1-10/3 * ?')],
  ['schedule/cron-uneven-step', 'a step that divides the day', set(cron, '00 00 */6 * * ?')],
  ['schedule/unknown-zone', 'no time zone', remove(zone)],
  ['schedule/unknown-zone', 'null for the time zone', set(zone, null)],
  ['schedule/zone-case', 'a zone with capitals inside', set(zone, 'America/Port_of_Spain')],
  ['schedule/zone-fixed-offset', 'UTC', set(zone, 'UTC')],
  [
    'schedule/date-syntax',
    'no start and no end',
    both(remove(`${at.trigger}/startTime`), set(`${at.trigger}/endTime`, null)),
  ],
  ['schedule/date-order', 'an end at the very start', set(`${at.trigger}/endTime`, '1970-01-01 00:00:00')],
  ['schedule/missing-cron', 'a trigger that a person pulls', both(set(`${at.trigger}/type`, 'Manual'), remove(cron))],
  [
    'schedule/missing-cron',
    'an old trigger, without type',
    both(remove(`${at.trigger}/type`), remove(cron), set(`${at.trigger}/recurrence`, 'Normal')),
  ],
  ['schedule/missing-trigger', 'a manual workflow', both(manual, remove(at.trigger))],
  [
    'schedule/unused-cron',
    'null for the cron of a manual trigger',
    both(manual, set(`${at.trigger}/type`, 'Manual'), set(cron, null)),
  ],
  [
    'strategy/denied-rerun',
    'no reruns where they are denied',
    both(set(`${at.ods}/rerunMode`, 'Denied'), set(`${at.ods}/rerunTimes`, 0)),
  ],
  [
    'strategy/denied-rerun',
    'a denial that says nothing of times',
    both(set(`${at.ods}/rerunMode`, 'Denied'), remove(`${at.ods}/rerunTimes`)),
  ],
  [
    'strategy/priority-console',
    'priorities 1, 3, 5, 7 and 8',
    both(set(`${at.ods}/priority`, 7), set(`${at.strategy}/priority`, 8)),
  ],
  ['strategy/timeout-unit', 'no limit', both(set(`${at.ods}/timeout`, 0), remove(`${at.ods}/timeoutUnit`))],
]
