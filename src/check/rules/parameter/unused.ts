import type { Entity } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import { isShell } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Each is looked for in the whole code. */
const mostParameters = 50
/** Generated documents may have one in every node. */
const mostFindings = 100

/** Whether code may use the parameters by their places: all at once, or in a way that only running it shows. */
const byPlace = /\$[@*#]|\bshift\b|\bargv\b/

/** Whether code has a placeholder that is none of the parameters: one of them may be meant, which is another rule's. */
function hasOther(code: string, parameters: readonly Entity[]): boolean {
  const names = new Set(parameters.map(({ value }) => value['name']))
  return Array.from(code.matchAll(/\$\{([A-Za-z_]\w*)\}/g)).some(([, name]) => !names.has(name))
}

/** Whether code names a parameter anywhere, or a shell its place; one called "-" has no name. */
function isUsed(code: string, { value, position }: Entity, inShell: boolean): boolean {
  const name = readText(value, 'name') ?? '-'
  if (name === '-' || code.includes(name)) return true
  return inShell && (code.includes(`$${position + 1}`) || code.includes(`\${${position + 1}`))
}

/** The parameters of a script that its code does not use. */
function unusedOf(script: Entity, content: string, command: string): readonly Entity[] {
  const own = variablesIn(script) ?? []
  const unused = own.slice(0, mostParameters).filter((one) => !isUsed(content, one, isShell(command)))
  return unused.length === 0 || byPlace.test(content) || hasOther(content, own) ? [] : unused
}

/** A node has a parameter that its code does not name. */
export const parameterUnused: Rule = {
  name: 'parameter/unused',
  severity: 'info',
  summary: 'The code of a node does not name one of its parameters; at most 100 of them are listed.',
  evidence: 'Follows from how code takes parameters, by name or, in a shell, by place.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').param('day', '$bizdate')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(ods.code('select 1'))

    export const right = orders.nodes(ods.code("select '\${day}'"))
  `,
  run(index, report) {
    let left = mostFindings
    for (const script of index.eachEntity('Script')) {
      const content = readText(script.value, 'content')
      const command = readText(script.child('runtime')?.value, 'command')
      // Loops and branches take parameters elsewhere too.
      if (!content || !command || script.parent?.name !== 'Node' || command.startsWith('CONTROLLER_')) continue
      for (const parameter of unusedOf(script, content, command)) {
        if (left-- <= 0) return
        const message = `The code does not use the parameter '${readText(parameter.value, 'name')}'.`
        report(findingAt(parameter, '', { message }))
      }
    }
  },
}
