import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { shapes } from './shapes/index.ts'
import { at, baseDocument } from './support/base-document.ts'
import { append, type Edit, edited, remove, set } from './support/edit.ts'

const dependencies = `${at.workflow}/dependencies`

// An entity of the wrong shape is asked for its shape first: what its other fields mean may change with it.
test.each<[what: string, shape: Edit, meaning: Edit, path: string]>([
  [
    'a dependency of an unknown kind on nothing',
    set(`${at.odsDepends}/type`, 'CrossCycleDependsOnSlef'),
    remove(`${at.odsDepends}/output`),
    `${at.odsDepends}/type`,
  ],
  [
    'dependencies of an unknown node, of the wrong type',
    append(dependencies, { nodeId: 'odz', depends: {} }),
    set('/metadata', {}),
    `${dependencies}/3/depends`,
  ],
  [
    'a trigger without cron',
    set(`${at.trigger}/delaySeconds`, '0'),
    remove(`${at.trigger}/cron`),
    `${at.trigger}/delaySeconds`,
  ],
  [
    'a trigger with a wrong cron',
    set(`${at.trigger}/delaySeconds`, -1),
    set(`${at.trigger}/cron`, ''),
    `${at.trigger}/delaySeconds`,
  ],
  [
    'too many reruns that are denied',
    set(`${at.ods}/rerunTimes`, 11),
    set(`${at.ods}/rerunMode`, 'Denied'),
    `${at.ods}/rerunTimes`,
  ],
  [
    'a priority not offered',
    set(`${at.strategy}/timeout`, -1),
    set(`${at.strategy}/priority`, 2),
    `${at.strategy}/timeout`,
  ],
  ['a timeout without unit', set(`${at.ods}/priority`, 9), remove(`${at.ods}/timeoutUnit`), `${at.ods}/priority`],
  [
    'a script without command',
    set(`${at.ods}/script/content`, 1),
    remove(`${at.ods}/script/runtime`),
    `${at.ods}/script/content`,
  ],
  [
    'a script with another path',
    set(`${at.ods}/script/content`, 1),
    set(`${at.ods}/script/path`, 'x'),
    `${at.ods}/script/content`,
  ],
])('%s', (_, shape, meaning, path) => {
  expect(checkSpec(edited(baseDocument, shape, meaning)).map((diagnostic) => diagnostic.path)).toEqual([path])
})

test.each(shapes)('%s says nothing of %s', (rule, _, meaning, shape, path) => {
  expect(checkSpec(edited(baseDocument, meaning)).map((diagnostic) => diagnostic.rule)).toEqual([rule])
  expect(checkSpec(edited(baseDocument, meaning, shape)).map((diagnostic) => diagnostic.path)).toEqual([path])
})

const unknownOutput = set(`${at.odsDepends}/output`, 'strat')

// What an output that nothing offers may be one of is not read: only its shape is told.
test.each<[what: string, shape: Edit, path: string]>([
  ['the nodes of a workflow', set(`${at.workflow}/nodes/4`, 5), `${at.workflow}/nodes/4`],
  ['the outputs of a node', set(`${at.dwd}/outputs`, 5), `${at.dwd}/outputs`],
  ['a list of outputs', set(`${at.dwd}/outputs/nodeOutputs`, 5), `${at.dwd}/outputs/nodeOutputs`],
  ['an output', set(`${at.dwd}/outputs/nodeOutputs/0`, 5), `${at.dwd}/outputs/nodeOutputs/0`],
  ['the data of an output', set(`${at.dwd}/outputs/nodeOutputs/0/data`, 5), `${at.dwd}/outputs/nodeOutputs/0/data`],
])('an unknown output beside %s of the wrong shape', (_, shape, path) => {
  const pathsOf = (...edits: readonly Edit[]): readonly string[] =>
    checkSpec(edited(baseDocument, ...edits)).map((diagnostic) => diagnostic.path)
  expect(pathsOf(unknownOutput)).toEqual([`${at.odsDepends}/output`])
  expect(pathsOf(shape, unknownOutput)).toEqual([path])
})

test('an unknown output beside a fault of shape that no output is behind', () => {
  const document = edited(baseDocument, unknownOutput, set(`${at.ods}/priority`, 9), set(`${at.dwd}/name`, 5))
  expect(new Set(checkSpec(document).map((diagnostic) => diagnostic.path))).toContain(`${at.odsDepends}/output`)
})
