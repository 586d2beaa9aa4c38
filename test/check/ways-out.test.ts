import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { faultsByArea, projectFaults } from './faults/index.ts'
import { at, baseDocument } from './support/base-document.ts'
import { type Edit, edited, set } from './support/edit.ts'

const rows: readonly (readonly [what: string, edit: Edit, hint: string])[] = [
  [
    'a kind that is listed and not read',
    set('/kind', 'Workflow'),
    'A workflow is CycleWorkflow, ManualWorkflow or TriggerWorkflow.',
  ],
  ['data services', set('/kind', 'DataService'), 'Data services are listed by the language, but no reader takes them.'],
  ['a kind of an example', set('/kind', 'CycleNode'), 'A node is Node or ManualNode.'],
  [
    'a scope that a table of a guide has',
    set(`${at.ods}/script/parameters/0/scope`, 'WorkflowParameter'),
    'The scope of such a variable is Workflow.',
  ],
  [
    'dependencies on a node',
    set(`${at.ods}/dependencies`, [{ type: 'Normal', output: 'start' }]),
    'Dependencies stand beside the nodes, in those of the workflow or of spec.',
  ],
  ['a key of Kubernetes', set('/apiVersion', 'v1'), 'Did you mean "version"?'],
  ['a schedule', set(`${at.workflow}/schedule`, '0 2 * * *'), 'When something runs stands in trigger.'],
  ['a type of a node', set(`${at.ods}/type`, 'SHELL'), 'The type of a node stands in script.runtime.command.'],
  [
    'the name of a node that has an id',
    set(at.dwdDepends, { type: 'Normal', nodeId: 'ods' }),
    'Did you mean "7635763838174670470"?',
  ],
  [
    'the name of a node that has an id, for its own dependencies',
    set(`${at.workflow}/dependencies/0/nodeId`, 'ods'),
    'Did you mean "7635763838174670470"?',
  ],
  ['an id as a number', set(`${at.workflow}/id`, 1234), 'Write it as text: "1234".'],
  [
    'an id as a number that is not exact',
    set(`${at.workflow}/id`, Number('7635763838174670470')),
    'Digits are lost: read the document with readSpec, or write text.',
  ],
  [
    'an id as a number that is exact',
    set(`${at.workflow}/id`, 7635763838174670470n),
    'Write it as text: "7635763838174670470".',
  ],
]

test.each(rows)('%s is said with the way out', (_, edit, hint) => {
  expect(checkSpec(edited(baseDocument, edit)).map((diagnostic) => diagnostic.hint)).toEqual([hint])
})

/** What says in its message what is taken, so that a hint would say it again. */
const toldByMessage: Readonly<Record<string, RegExp>> = {
  'name/length': /at most 128 are allowed/,
  'schema/missing-field': /must have it/,
  'schema/range': /but it takes at (least|most)/,
  'schema/type': /but it takes/,
  'strategy/concurrency': /more than \d+/,
  'strategy/timeout-range': /longer than 168 hours/,
}

const everyFault = [
  ...faultsByArea.flatMap(([, list]) => list.map(([what, edit]) => ({ what, edit, project: undefined }))),
  ...projectFaults.map(([what, edit, , , project]) => ({ what, edit, project })),
]

test.each(everyFault)('every error and warning has a way out: $what', ({ edit, project }) => {
  const found = checkSpec(edited(baseDocument, edit), project === undefined ? {} : { project })
  const without = found.filter(
    ({ rule, severity, message, hint = '' }) =>
      severity !== 'info' && hint === '' && toldByMessage[rule]?.test(message) !== true,
  )
  expect(without).toEqual([])
})
