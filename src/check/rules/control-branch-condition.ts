import { childEntities, type Entity, hasShape } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Finding, Rule } from '../rule.ts'
import { variablesIn } from '../variables-in.ts'

/** A placeholder that is compared with a text, and has no quotes of its own. */
const unquoted = /(?:^|[^'"\w}])(\$\{[\w.]+\})\s*[=!]=\s*['"]|['"]\s*[=!]=\s*(\$\{[\w.]+\})/

/** The names a condition may use; undefined where some stand elsewhere. */
function namesOf(node: Entity): ReadonlySet<unknown> | undefined {
  const lists = [variablesIn(node.child('script')), variablesIn(node.child('inputs'))]
  const script = node.parent?.child('script')
  lists.push(variablesIn(script), node.parent?.name === 'Spec' ? variablesIn(node.parent) : [])
  const names = new Set<unknown>()
  for (const list of lists) {
    if (list === undefined) return undefined
    for (const { value } of list) names.add(value['name']).add(value['inputName'])
  }
  return names
}

/** What is wrong with one condition; the names are asked for only where it uses some. */
function faultOf(
  when: string,
  names: () => ReadonlySet<unknown> | undefined,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const [, left, right] = unquoted.exec(when) ?? []
  const bare = left ?? right
  if (bare !== undefined) return { message: `${bare} is compared with text.`, hint: `Write '${bare}'.` }
  const used = Array.from(when.matchAll(/\$\{(\w+)\}/g), ([, name]) => name)
  const known = used.length === 0 ? undefined : names()
  const unknown = known && used.find((name) => !known.has(name))
  return unknown === undefined ? undefined : { message: `'${unknown}' is no parameter of the node.` }
}

/**
 * A condition of a branch uses a name that is no parameter of the node, or a parameter without quotes where text is
 * meant.
 *
 * @example
 * ```ts
 * import { branch, workflow } from 'flowspec'
 *
 * const route = branch('route').param('size', 'big')
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 *
 * // Python would read: big == 'big'.
 * export const wrong = orders.nodes(route.arm('large', "${size} == 'big'"))
 *
 * export const right = orders.nodes(route.arm('large', "'${size}' == 'big'"))
 * ```
 */
export const controlBranchCondition: Rule = {
  name: 'control/branch-condition',
  severity: 'warning',
  summary: 'A condition of a branch uses ${name} that is no parameter of the node, or compares it with text unquoted.',
  evidence: 'Branch nodes: the values of parameters are put into the text, which then is a Python expression.',
  run(index, report) {
    for (const branch of index.entitiesOf('Branch')) {
      const node = branch.parent
      let known: ReturnType<typeof namesOf>
      const names = () => (known ??= node && namesOf(node))
      for (const arm of childEntities(branch, 'branches').filter(hasShape)) {
        const fault = faultOf(readText(arm.value, 'when') ?? '', names)
        if (fault !== undefined) report(findingAt(arm, 'when', fault))
      }
    }
  },
}
