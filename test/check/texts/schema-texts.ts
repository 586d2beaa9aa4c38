import { at } from '../support/base-document.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { inside, loopNode } from '../support/loop-nodes.ts'

/** What the rules about the shape of entities name; `messages.test.ts` has more of them word for word. */
export const schemaTexts: readonly Told[] = [
  [
    'a word in another case',
    set(`${at.ods}/rerunMode`, 'allowed'),
    ['"allowed"', 'Allowed in another case'],
    'Write Allowed.',
  ],
  ['a time unit in another case', set(`${at.ods}/timeoutUnit`, 'hours'), ['"hours"'], 'Write HOURS.'],
  [
    'a word that none is like',
    set(`${at.ods}/rerunMode`, 'whenever'),
    ['"whenever"'],
    'It takes Allowed, Denied, FailureAllowed.',
  ],
  [
    'the old word for an output',
    set(`${at.dwd}/outputs/nodeOutputs/0/artifactType`, 'Output'),
    ['"Output"', 'old word'],
    'Write NodeOutput.',
  ],
  ['the old word for an output where it is none', set(`${at.ods}/rerunMode`, 'Output'), ['rerunMode is "Output"']],
  [
    'a misspelt word for an output',
    set(`${at.dwd}/outputs/nodeOutputs/0/artifactType`, 'NodeOutptu'),
    ['artifactType is "NodeOutptu"'],
    'Did you mean "NodeOutput"? It takes NodeOutput.',
  ],
  [
    'a number for text that is not exact',
    set(`${at.ods}/owner`, 1e21),
    ['owner is'],
    'Digits are lost: read the document with readSpec, or write text.',
  ],
  [
    'text for a number',
    set(`${at.ods}/priority`, '5'),
    ['priority is "5"', 'a whole number'],
    'Write it as a number: 5.',
  ],
  ['a fraction for text', set(`${at.ods}/owner`, 1.5), ['owner is 1.5', 'text'], 'Write it as text: "1.5".'],
  ['something else for a node', set(`${at.workflow}/nodes/3`, 7), ['is 7', 'an object']],
  ['a list of files', set('/spec/files', [{ id: 'f' }]), ['files is a list']],
  [
    'an empty output',
    both(set(`${at.report}/outputs/nodeOutputs/0/data`, '')),
    ['data of a node output is empty'],
    'Say it, or leave the whole out.',
  ],
  [
    'white space as the name of a data source',
    set(`${at.ods}/datasource/name`, ' '),
    ['name of a datasource', 'white space'],
    'Say it, or leave the whole out.',
  ],
  [
    'a field in two spellings',
    both(loopNode({}), set(`${at.workflow}/nodes/4/foreach`, { maxIterations: 3, nodes: [inside('other')] })),
    ["'foreach'", "'for-each'"],
    "Keep the one that is meant, as 'for-each'.",
  ],
  ['a node without name', remove(`${at.dwd}/name`), ['name is missing', 'a node']],
  [
    'a workflow without name',
    both(remove(`${at.workflow}/name`), append('/spec/workflows/0/nodes', { reference: { output: 'a.b' }, id: 'r' })),
    ['name is missing', 'a workflow'],
  ],
]
