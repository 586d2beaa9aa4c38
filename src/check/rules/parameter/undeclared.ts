import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { DeclaredNames } from '../../engine/variables.ts'

/** Where `${name}` is a parameter and nothing else; shells and other engines have variables that look the same. */
const commands: readonly unknown[] = ['ODPS_SQL', 'HOLOGRES_SQL']

/** Names with a dot are variables of the workspace, the workflow, a loop or the system. */
function usedNames(code: string): Set<string> {
  return new Set(Array.from(code.matchAll(/\$\{([A-Za-z_]\w*)\}/g), ([, name = '']) => name))
}

/** The names that code uses and that are not declared; comments are looked for only where there are such names. */
function undeclaredIn(code: string, declared: Pick<ReadonlySet<unknown>, 'has'>): Iterable<string> {
  const isDeclared = (name: string): boolean => declared.has(name)
  if ([...usedNames(code)].every(isDeclared)) return []
  return [...usedNames(code.replace(/--.*/g, ''))].filter((name) => !isDeclared(name))
}

/** The code of a node uses a parameter that it does not have. */
export const parameterUndeclared: Rule = {
  name: 'parameter/undeclared',
  severity: 'warning',
  summary: 'The SQL of a MaxCompute or Hologres node uses ${name}, and no parameter has that name.',
  evidence: 'Names in code are filled in from script.parameters; inferred that others stay as they are written.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code("select * from src where ds = '\${bizdate}'")
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The service would search for the day "\${bizdate}".
    export const wrong = orders.nodes(ods)

    export const right = orders.nodes(ods.param('bizdate', '$[yyyymmdd-1]'))
  `,
  run(index, report) {
    const names = new DeclaredNames()
    for (const script of index.eachEntity('Script')) {
      const content = readText(script.value, 'content')
      const node = script.parent
      if (content?.includes('${') !== true || node?.name !== 'Node') continue
      if (!commands.includes(script.child('runtime')?.value['command'])) continue
      const declared = names.of(node)
      if (declared === undefined) continue
      for (const name of undeclaredIn(content, declared)) {
        const message = `The code uses \${${name}}, which is no parameter of the node.`
        report(findingAt(script, 'content', { message }))
      }
    }
  },
}
