import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { beside, doWhileNode, inside, loopNode, withCode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const route = `${nodes}/4`
const merged = `${nodes}/5`

const joined = (edit: Edit): Edit => both(branchNode, joinNode, edit)
const arm = (fields: object): Edit =>
  joined(set(`${merged}/join/branches/0`, { name: 'a', assertion: { field: 'status', in: ['1'] }, ...fields }))
const states = (...codes: readonly string[]): Edit => joined(set(`${merged}/join/branches/1/assertion/in`, codes))
const expression = (text: string): Edit => joined(set(`${merged}/join/logic/expression`, text))
const after = (nodeId: string, ...outputs: readonly string[]): object => ({
  nodeId,
  depends: outputs.map((output) => ({ type: 'Normal', output })),
})

const withoutStructure = (command: string, content: string): Edit =>
  both(set(`${at.dwd}/script/runtime/command`, command), set(`${at.dwd}/script/content`, content))

/** A workflow of its own, which no other may run. */
const returns = {
  id: 'returns_1',
  name: 'returns',
  script: { path: 'retail/returns', runtime: { command: 'WORKFLOW' } },
  trigger: { type: 'Scheduler', cron: '00 30 00 * * ?' },
  outputs: { nodeOutputs: [{ data: 'retail.returns', artifactType: 'NodeOutput' }] },
  nodes: [{ name: 'refund', script: { path: 'retail/returns/refund', runtime: { command: 'VIRTUAL' } } }],
}

/** Lets `dwd` run a workflow. */
const runs = (subflow: object): Edit =>
  both(
    set(`${at.dwd}/script/runtime/command`, 'SUB_PROCESS'),
    remove(`${at.dwd}/script/content`),
    set(`${at.dwd}/subflow`, subflow),
  )

/** A branch whose one arm is all that comes before a node of the same body. */
const branchBefore = (name: string, next: string) => ({
  nodes: [
    {
      ...inside(name, 'CONTROLLER_BRANCH'),
      branch: { branches: [{ when: '1 == 1', output: { data: `${name}_home`, artifactType: 'NodeOutput' } }] },
      outputs: { nodeOutputs: [{ data: `${name}_home`, artifactType: 'NodeOutput' }] },
    },
  ],
  flow: [after(next, `${name}_home`)],
})

const unmerged = branchBefore('kind', 'last')

/** What the rules about control structures name. */
export const controlTexts: readonly Told[] = [
  ['an arm on a node that is misspelt', arm({ nodeId: 'dwt' }), ["'a'", "'dwt'", 'not in'], 'Did you mean "dwd"?'],
  ['an arm on an output that is misspelt', arm({ output: 'ods_uot' }), ["'ods_uot'"], 'Did you mean "ods_out"?'],
  [
    'an arm on an id that reads like an output from outside',
    arm({ nodeId: 'finance.costs' }),
    ["'finance.costs'", 'not in'],
    'Name a node or an output of the document.',
  ],
  [
    'an arm on an output that nothing is like',
    arm({ output: 'something_else' }),
    ["'something_else'", 'not in'],
    'Name a node or an output of the document.',
  ],
  ['an arm on a node that is there', arm({ nodeId: 'start' }), ["'start'", 'does not depend on']],
  ['an arm on an output that is there', arm({ output: 'start' }), ["'start'", 'does not depend on']],
  ['an arm on an output from outside', arm({ output: 'finance.costs' }), ["'finance.costs'", 'does not depend on']],
  ['an arm on nothing', arm({}), ["'a'", 'no node and no output'], 'Name one.'],
  [
    'an arm on a branch node itself',
    both(arm({ nodeId: 'route' }), set(`${dependencies}/4/depends/0`, { type: 'Normal', nodeId: 'route' })),
    ["'a'", "'route'"],
  ],
  ['an arm that waits for a misspelt state', states('NOTRUN'), ["'b'", '"NOTRUN"'], 'Did you mean "NotRun"?'],
  ['an arm that waits for a state in capitals', states('1', 'SUCCESS'), ['"SUCCESS"'], 'Did you mean "Success"?'],
  ['an arm that waits for a failure', states('3'), ['"3"'], "Write 'Success' or 'NotRun'."],

  ['an expression that ends early', expression('a and b or'), ["after 'or'"]],
  ['an expression that begins with an operator', expression('and a'), ["begins with 'and'"]],
  ['two operators', expression('a or And b'), ["'And' after 'or'"], 'Write the name of an arm before it.'],
  ['an operator before the end of parentheses', expression('(a and ) b'), ["')' after 'and'"]],
  ['two arms side by side', expression('a b'), ["'b' after 'a'"], 'Write: a and b, or a or b.'],
  ['parentheses that end twice', expression('a or b)'), ["')'", 'closes nothing']],
  ['parentheses that do not end', expression('(a or b'), ["'('", 'not closed']],
  ['an expression with an arm that is misspelt', expression('a and bb'), ["'bb'"], 'Did you mean "b"?'],
  ['an expression with a word that is no arm', expression('a and b and other'), ["'other'"], 'The arms are: a, b.'],
  ['an expression without one of the arms', expression('a'), ["'b'"], 'Add it: … and b, or … or b.'],
  ...['not a and b', 'a and (not b)', 'a and NOT(b)'].map(
    (text): Told => [
      `"${text}" as the expression of a join without code`,
      expression(text),
      ['no code'],
      "Name the states of an arm that count in the place of not: .arm('a', …, { status: ['NotRun'] }).",
    ],
  ),
  ...['a and b or a', '(a or b) and a'].map(
    (text): Told => [
      `"${text}" as the expression of a join without code`,
      expression(text),
      ['no code'],
      'Name each arm once, and let a join of its own combine what stands in parentheses.',
    ],
  ),

  [
    'a join that wants success behind both arms',
    joined(
      both(
        set(`${merged}/join/branches/0/assertion/in`, ['1']),
        set(`${merged}/join/branches/1/assertion/in`, ['1']),
        append(`${dependencies}/1/depends`, { type: 'Normal', output: 'route_big' }),
        set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'route_small' }]),
      ),
    ),
    ["'merged'", 'success behind', "'${size}' == 'big'", "'${size}' != 'big'", "'route'"],
    "Let its arms hold with { status: ['Success', 'NotRun'] }, or combine them with or.",
  ],
  [
    'a node behind both arms of a branch',
    both(branchNode, append(nodes, inside('last')), append(dependencies, after('last', 'route_big', 'route_small'))),
    ["'last'", 'comes after', "'${size}' == 'big'", "'${size}' != 'big'", "'route'", 'never runs'],
    "Let a join wait for the nodes at the ends of the arms, each with { status: ['Success', 'NotRun'] }, and come after it.",
  ],

  ['two rounds of a do-while loop at a time', doWhileNode({ parallelism: 2 }), ['2 rounds', 'one after the other']],
  ['too many rounds at a time', loopNode({ parallelism: 21 }), ['21 rounds', 'more than 20'], 'Give at most 20.'],
  ['no rounds', loopNode({ maxIterations: 0 }), ['0 rounds', 'fewer than one']],
  ['too many rounds', loopNode({ maxIterations: 1025 }), ['1025 rounds', 'more than 1024']],
  [
    'a loop in a for-each loop',
    both(
      loopNode({ maxIterations: 3 }),
      append(nodes, {
        ...beside('inner', 'CONTROLLER_CYCLE'),
        'do-while': { maxIterations: 3, nodes: [inside('inner_body')] },
      }),
    ),
    ["'inner'", "'loop'"],
  ],
  [
    'a branch in a loop without a join',
    loopNode({
      nodes: [...unmerged.nodes, inside('last', 'CONTROLLER_TRAVERSE_END')],
      flow: unmerged.flow,
    }),
    ["'kind'", "'loop'"],
  ],
  [
    'a node inside a loop behind one outside',
    loopNode({ nodes: [inside('a')], flow: [after('a', 'start')] }),
    ["'a'", "'start'"],
  ],
  [
    'a variable of a loop that no name is like',
    loopNode({ nodes: [withCode('a', 'echo ${dag.shop}')] }),
    ['"${dag.shop}"', 'for-each'],
  ],
  ['a loop without nodes', loopNode({ nodes: [] }), ["'for-each'"], 'Add .nodes(…).'],
  ['a loop that does not say over what', both(loopNode({}), remove(`${route}/script/parameters`)), ['list']],
  ['a sub-process that runs nothing', runs({}), ['sub-process'], 'Give the id or the output of a workflow.'],
  ['a sub-process without a structure', withoutStructure('SUB_PROCESS', 'x'), ['SUB_PROCESS']],
  [
    'a sub-process that runs a workflow of the document',
    both(append('/spec/workflows', returns), runs({ id: 'returns_1' })),
    ["'returns'", 'not citable'],
    'Let others run it: .citable(true) of the workflow.',
  ],
  [
    'a sub-process that runs a node',
    runs({ output: 'start' }),
    ["'start'", 'no workflow'],
    'Give a workflow: .runs(workflow.outputOf()).',
  ],
  [
    'a structure of another command',
    both(branchNode, set(`${route}/script/runtime/command`, 'VIRTUAL')),
    ["'branch'", 'CONTROLLER_BRANCH', 'VIRTUAL'],
  ],
  ['a structure that is missing', both(branchNode, remove(`${route}/branch`)), ['CONTROLLER_BRANCH', "'branch'"]],
  ['a branch without arms', both(branchNode, set(`${route}/branch/branches`, [])), ['branch']],
  ['a join without arms', joined(both(set(`${merged}/join/branches`, []), remove(`${merged}/join/logic`))), ['join']],
]
