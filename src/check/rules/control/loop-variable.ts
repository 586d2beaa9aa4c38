import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import type { Entity } from '../../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { isRecord, readText } from '../../../document/json/records.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { isLoop, Loops } from '../../engine/loops.ts'
import { type NodeText, textsWith } from '../../engine/node-texts.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Up to what ends a name: brackets, which take one item out of a list. */
const variables = /\$\{dag\.([^\s${}[\]'"]*)/g

/** Lines that are comments and nothing else; what they speak of need not be there. */
const commentLines = /^[ \t]*(?:#|--|\/\/).*$/gm

const inEveryLoop: readonly string[] = ['loopTimes', 'offset']
const ownVariables: Readonly<Record<string, readonly string[]>> = {
  ForEach: [...inEveryLoop, 'foreach.current', 'loopDataArray'],
  DoWhile: inEveryLoop,
}

interface Use extends Pick<NodeText, 'entity' | 'field'> {
  readonly name: string
}

/** Where a node uses variables of a loop: each name once, at the first place. */
function usesOf(node: Entity): readonly Use[] {
  const texts = textsWith(node, '${dag.')
  if (texts.length === 0) return []
  const found = new Map<string, Use>()
  for (const { entity, field, text } of texts) {
    for (const [, name = ''] of text.replace(commentLines, '').matchAll(variables)) {
      if (!found.has(name)) found.set(name, { entity, field, name })
    }
  }
  return [...found.values()]
}

/** Whether a node that stands in no loop may be the node of a loop that the document does not show. */
function mayBeOfLoop({ entity, flow }: NodeEntry, index: SpecIndex): boolean {
  const metadata: unknown = entity.value['metadata']
  const container: unknown = isRecord(metadata) ? metadata['container'] : undefined
  if (readText(container, 'type')?.toLowerCase() === 'node') return true
  if (index.nodes.length > 1) return false
  // Documents of one node, and what the service gives out when it is asked for one node.
  return flow.entity.name === 'Spec' || (isRecord(index.document) && index.document['metadata'] !== undefined)
}

/** The names that a loop gives to its nodes; undefined where some cannot be read. */
function namesOf(loop: Entity): readonly string[] | undefined {
  const given = [loop.parent?.child('script'), loop.parent?.child('inputs')].map(variablesIn)
  if (given.includes(undefined)) return undefined
  const own = given.flatMap((list) => (list ?? []).flatMap(({ value }) => [value['name'], value['inputName']]))
  return [...(ownVariables[loop.name] ?? []), ...own.filter((name) => typeof name === 'string')]
}

const kinds: Readonly<Record<string, string>> = { ForEach: 'for-each', DoWhile: 'do-while' }

function faultOf(name: string, loops: readonly Entity[]): Pick<Finding, 'message' | 'hint'> | undefined {
  const known = loops.map(namesOf)
  if (known.includes(undefined)) return undefined
  const names = new Set(known.flatMap((list) => list ?? []))
  if (names.has(name) || (name.endsWith('.length') && names.has(name.slice(0, -'.length'.length)))) return undefined
  const written = showValue(`\${dag.${name}}`)
  const everywhere = [...new Set(Object.values(ownVariables).flat())]
  const [loop] = loops
  const near = everywhere.includes(name) ? undefined : didYouMean(name, loop === undefined ? everywhere : names)
  const suggestion = near && `Did you mean \${dag.${near}}?`
  if (loop === undefined) {
    const message = `${written} has a value inside of a loop only.`
    return { message, hint: suggestion ?? 'Let the node stand in a loop: .nodes(…) of that.' }
  }
  const message = everywhere.includes(name)
    ? `${written} belongs to for-each loops, and this is a do-while loop.`
    : `${written} is no variable of a ${kinds[loop.name]} loop.`
  return { message, hint: suggestion ?? `It has: ${[...names].map((one) => `\${dag.${one}}`).join(', ')}.` }
}

/** A node uses a variable of a loop that it does not have. */
export const controlLoopVariable: Rule = eachNodeRule(
  {
    name: 'control/loop-variable',
    severity: 'warning',
    summary: '${dag.…} stands outside of a loop, or names no variable of the loop.',
    evidence:
      '"For-each node" and "do-while node" list the variables of a loop; a do-while loop has its own parameters besides.',
    example: `
    import { forEach, shell, workflow } from 'flowspec'

    const each = forEach('each').over('a,b')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(each.nodes(shell('load').code('./load.sh \${dag.foreach.curent}')))

    export const right = orders.nodes(each.nodes(shell('load').code(\`./load.sh \${each.item}\`)))
  `,
  },
  (index, report) => {
    let loops: Loops | undefined
    return (node, entity) => {
      const uses = usesOf(entity)
      if (uses.length === 0) return
      loops ??= new Loops(index)
      const around = loops.around(node).map((flow) => flow.entity)
      const own = around.filter(isLoop)
      if (own.length === 0 && mayBeOfLoop(node, index)) return
      for (const use of uses) {
        const fault = faultOf(use.name, own)
        if (fault !== undefined) report(findingAt(use.entity, use.field, fault))
      }
    }
  },
)
