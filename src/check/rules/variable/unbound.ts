import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { eachEntityRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** The names and ids that parameters take their values from. */
function boundNames(parameters: readonly Entity[]): ReadonlySet<string | undefined> {
  const names = parameters.flatMap((parameter) => {
    const value = parameter.child('referenceVariable')?.value
    return [readText(value, 'name'), readText(value, 'id'), readText(parameter.value, 'referenceVariable')]
  })
  return new Set(names)
}

/** The variables in the inputs of a node that nothing in its script takes. */
function unboundIn(inputs: Entity): readonly Entity[] {
  const script = inputs.parent?.name === 'Node' ? inputs.parent.child('script') : undefined
  const parameters = hasShape(script) ? variablesIn(script) : undefined
  if (parameters === undefined) return []
  const bound = boundNames(parameters)
  return (variablesIn(inputs) ?? []).filter(({ value: { name, id = name, inputName } }) => {
    return !(inputName || bound.has(String(name)) || bound.has(String(id)))
  })
}

/** A node reads a variable, and no parameter of its code takes it. */
export const variableUnbound: Rule = eachEntityRule(
  {
    name: 'variable/unbound',
    severity: 'info',
    summary: 'A variable in the inputs of a node has no inputName, and no parameter of its script refers to it.',
    evidence: 'The reference implementation refuses it: "inputs variable missing binding in script.parameters".',
    example: `
    import { assignment, odpsSql, workflow } from 'flowspec'

    const list = assignment('list', 'shell').code('echo a,b')
    const load = odpsSql('load').code("select '\${shops}'").param('shops', list.result())
    const variable = { artifactType: 'Variable', name: 'outputs', scope: 'NodeContext', type: 'NodeOutput' }
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The variable comes to the node, and no parameter hands it to the code.
    export const wrong = orders.nodes(
      list,
      odpsSql('load').code('select 1').extra({ inputs: { variables: [{ ...variable, node: { output: 'list' } }] } }).after(list),
    )

    export const right = orders.nodes(list, load)
  `,
  },
  ['Artifacts'],
  (inputs, report) => {
    const { variables = inputs.value['variable'] } = inputs.value
    if (variables === undefined || inputs.field !== 'inputs') return
    for (const variable of unboundIn(inputs)) {
      const message = `No parameter of the script takes the variable '${String(variable.value['name'])}'.`
      report(findingAt(variable, '', { message }))
    }
  },
)
