import { branch, checkSpec, combined, type Diagnostic, doWhile, forEach, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

type Nodes = Parameters<ReturnType<typeof workflow>['nodeList']>[0]

const code = './run.sh'
const orders = workflow('orders').cron('00 02 00 * * ?')

function found(nodes: Nodes, ...rules: readonly string[]): readonly Diagnostic[] {
  return checkSpec(orders.nodeList(nodes).toJSON()).filter(({ rule }) => rules.includes(rule))
}

const each = forEach('each').over('a,b')
const poll = doWhile('poll').while('print(${dag.loopTimes} < 5)', { language: 'python2' })

/** Pages "For-each node", "do-while node" and the node documentation of the vendor: the lists of variables. */
describe('variables of a loop', () => {
  const uses = (text: string) => shell('load').code(text)

  test.each<[what: string, nodes: Nodes]>([
    ['the item', [each.nodes(uses('./load.sh ${dag.foreach.current}'))]],
    ['a column of the item', [each.nodes(uses('./load.sh ${dag.foreach.current[0]}'))]],
    ['the list', [each.nodes(uses('./load.sh ${dag.loopDataArray}'))]],
    ['a cell of the list', [each.nodes(uses('./load.sh ${dag.loopDataArray[0][1]}'))]],
    ['the round of a for-each loop', [each.nodes(uses('./load.sh ${dag.loopTimes} ${dag.offset}'))]],
    ['the round of a do-while loop', [poll.nodes(uses('./load.sh ${dag.loopTimes} ${dag.offset}'))]],
    ['a parameter of the do-while loop', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input}'))]],
    ['a row of it', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input[${dag.offset}]}'))]],
    ['its length', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input.length}'))]],
    ['in a parameter', [each.nodes(shell('load').code('./load.sh $1').param('1', each.item))]],
    ['in a combined node of the body', [each.nodes(combined('both').nodes(uses('./load.sh ${dag.loopTimes}')))]],
    ['in a comment', [uses('# the loop takes it as ${dag.foreach.current}\necho a,b'), each.nodes(uses(code))]],
    ['of another kind', [each.nodes(uses('./load.sh ${dagger.loop} $dag'))]],
  ])('%s is known', (_, nodes) => {
    expect(found(nodes, 'control/loop-variable')).toEqual([])
  })

  test.each<[what: string, nodes: Nodes, message: string, hint?: string]>([
    [
      'a misspelt item',
      [each.nodes(uses('./load.sh ${dag.foreach.curent}'))],
      '"${dag.foreach.curent}" is no variable of a for-each loop.',
      'Did you mean ${dag.foreach.current}?',
    ],
    [
      'a round in small letters',
      [each.nodes(uses('./load.sh ${dag.looptimes}'))],
      '"${dag.looptimes}" is no variable of a for-each loop.',
      'Did you mean ${dag.loopTimes}?',
    ],
    [
      'a list in small letters',
      [each.nodes(uses('./load.sh ${dag.loopdataarray}'))],
      '"${dag.loopdataarray}" is no variable of a for-each loop.',
      'Did you mean ${dag.loopDataArray}?',
    ],
    [
      'an item without foreach',
      [each.nodes(uses('./load.sh ${dag.current}'))],
      '"${dag.current}" is no variable of a for-each loop.',
      'It has: ${dag.loopTimes}, ${dag.offset}, ${dag.foreach.current}, ${dag.loopDataArray}.',
    ],
    [
      'an item in a do-while loop',
      [poll.nodes(uses('./load.sh ${dag.foreach.current}'))],
      '"${dag.foreach.current}" belongs to for-each loops, and this is a do-while loop.',
      'It has: ${dag.loopTimes}, ${dag.offset}.',
    ],
    [
      'a parameter that the loop does not have',
      [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.inputs}'))],
      '"${dag.inputs}" is no variable of a do-while loop.',
      'Did you mean ${dag.input}?',
    ],
    [
      'one that no name is like, where the loop has a parameter',
      [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.shop}'))],
      '"${dag.shop}" is no variable of a do-while loop.',
      'It has: ${dag.loopTimes}, ${dag.offset}, ${dag.input}.',
    ],
    [
      'in a parameter',
      [each.nodes(shell('load').code('./load.sh $1').param('1', '${dag.ofset}'))],
      '"${dag.ofset}" is no variable of a for-each loop.',
      'Did you mean ${dag.offset}?',
    ],
    [
      'in a condition',
      [each.nodes(branch('load').arm('a', "'${dag.foreach.item}' == 'a'"))],
      '"${dag.foreach.item}" is no variable of a for-each loop.',
    ],
    [
      'in the end of a do-while loop',
      [doWhile('ask').nodes(uses(code)).while('print(${dag.looptime} < 5)', { language: 'python2' })],
      '"${dag.looptime}" is no variable of a do-while loop.',
      'Did you mean ${dag.loopTimes}?',
    ],
    [
      'the item of a loop beside it',
      [each.nodes(shell('a').code(code)), uses(`./load.sh ${each.item}`)],
      '"${dag.foreach.current}" has a value inside of a loop only.',
    ],
    [
      'a round without any loop',
      [uses('./load.sh ${dag.loopTimes}')],
      '"${dag.loopTimes}" has a value inside of a loop only.',
      'Let the node stand in a loop: .nodes(…) of that.',
    ],
    [
      'a round in the parameter of a loop',
      [forEach('each').over('${dag.offset}').nodes(uses(code))],
      '"${dag.offset}" has a value inside of a loop only.',
    ],
    [
      'a misspelt one without any loop',
      [uses('./load.sh ${dag.looptimes}')],
      '"${dag.looptimes}" has a value inside of a loop only.',
      'Did you mean ${dag.loopTimes}?',
    ],
  ])('%s is told', (_, nodes, message, hint) => {
    const diagnostics = found(nodes, 'control/loop-variable')
    expect(diagnostics).toMatchObject([{ severity: 'warning', message }])
    if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint)
  })

  test('beside their loop, nodes are of the loop as inside of it', () => {
    const flow = orders.nodes(each.nodes(shell('load').code(`./load.sh ${each.item}`)))
    expect(checkSpec(flow.build({ loops: 'siblings' }))).toEqual([])
  })

  test('of nodes that say they stand in a loop elsewhere nothing is known', () => {
    const script = { path: 'load', runtime: { command: 'DIDE_SHELL' }, content: 'echo ${dag.loopTimes}' }
    const rulesOf = (type: string) => {
      const node = { id: 'load', name: 'load', script, metadata: { container: { type, uuid: '1' } } }
      const other = { id: 'x', name: 'x', script: { path: 'x', runtime: { command: 'VIRTUAL' } } }
      const found = checkSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [node, other] } })
      return found.map(({ rule }) => rule).filter((rule) => rule === 'control/loop-variable')
    }
    expect(['Node', 'NODE', 'node', 'Flow', 'Workflow'].map((type) => rulesOf(type).length)).toEqual([0, 0, 0, 1, 1])
  })

  test('of the one node of a workflow, as the service gives it out, nothing is known', () => {
    const rulesOf = (fields: object) =>
      checkSpec(Object.assign({}, orders.nodes(uses('./load.sh ${dag.offset}')).toJSON(), fields)).map(
        ({ rule }) => rule,
      )
    expect(rulesOf({ metadata: { uuid: '1' } })).toEqual([])
    expect(rulesOf({})).toEqual(['control/loop-variable'])
  })

  test('of a loop whose parameters stand elsewhere nothing is known', () => {
    const document = JSON.parse(JSON.stringify(orders.nodes(poll.nodes(uses('./load.sh ${dag.shop}')))))
    const rules = () =>
      checkSpec(document)
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'control/loop-variable')
    expect(rules()).toHaveLength(1)
    document.spec.workflows[0].nodes[0].script.parameters = ['{{Variable.shop}}']
    expect(rules()).toHaveLength(0)
  })

  test('what comes into a loop under another name is known by that', () => {
    const document = JSON.parse(JSON.stringify(orders.nodes(poll.nodes(uses('./load.sh ${dag.shop}')))))
    const given = {
      artifactType: 'Variable',
      name: 'outputs',
      inputName: 'shop',
      scope: 'NodeContext',
      type: 'NodeOutput',
    }
    document.spec.workflows[0].nodes[0].inputs = { variables: [{ ...given, node: { output: 'a.b' } }] }
    expect(checkSpec(document).filter(({ rule }) => rule === 'control/loop-variable')).toEqual([])
  })

  test('of a node without what it stands in nothing is known', () => {
    const script = { path: 'load', runtime: { command: 'DIDE_SHELL' }, content: 'echo ${dag.loopTimes}' }
    const node = { id: 'load', name: 'load', script, metadata: { container: { type: 'Node', uuid: '1' } } }
    const alone = { id: 'load', name: 'load', script }
    for (const nodes of [[node], [alone]]) {
      const document = { kind: 'Node', version: '2.0.0', spec: { nodes } }
      expect(checkSpec(document).filter(({ rule }) => rule === 'control/loop-variable')).toEqual([])
    }
  })
})
