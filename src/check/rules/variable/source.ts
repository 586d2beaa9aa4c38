import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { type Entity, hasShape } from '../../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import { ReachSearch } from '../../../graph/reach-search.ts'
import { enclosingSubject, findingAt } from '../../engine/finding.ts'
import { normalEdges } from '../../engine/normal-edges.ts'
import { mayBeExternalOutput } from '../../engine/outputs.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

const noNode: unique symbol = Symbol()

/** How many dependencies are looked at in a document to find paths. */
const mostEdges = 1_000_000

/** The node that a name in a variable means; {@link noNode} when it can only mean one that is not there. */
function sourceOf(name: string | undefined, { nodesByKey, outputs }: SpecIndex): NodeEntry | typeof noNode | undefined {
  const key = parseReference(name ?? '') ?? ''
  const output = outputs.first.get(key)
  const node = nodesByKey.first.get(key) ?? output?.node
  if (node !== undefined || output !== undefined || key === '') return node
  return mayBeExternalOutput(key) || /^[\da-f]{9,}$/.test(key) ? undefined : noNode
}

/** The text that says whose a variable is, and where it stands: the owner, or what is before the colon of the value. */
function ownerOf({ value }: Entity): readonly [field: string, name: string | undefined] {
  const { node, type } = value
  const text = readText(value, 'value') ?? ''
  const output = readText(node, 'output')
  if (output !== undefined) return ['node/output', output]
  const nodeId = readText(node, 'nodeId')
  if (nodeId !== undefined) return ['node/nodeId', nodeId]
  const isPath = type === 'NodeOutput' || type === 'PassThrough'
  return ['value', isPath && !text.includes('$') ? text.slice(0, Math.max(0, text.lastIndexOf(':'))) : undefined]
}

/** The names of the variables that a node lists as its own; the result of an assignment is not listed. */
function providedBy({ entity }: NodeEntry): ReadonlySet<unknown> | undefined {
  const outputs = entity.child('outputs')
  const provided = outputs === undefined ? undefined : variablesIn(outputs)
  return provided && new Set(['outputs', ...provided.map(({ value }) => value['name'])])
}

/** Whether a node comes after the one that a variable belongs to. */
function isLate(source: NodeEntry, variable: Entity, { nodesByKey }: SpecIndex, search: ReachSearch): boolean {
  const { id, name = '' } = enclosingSubject(variable) ?? {}
  const taker = nodesByKey.first.get(id ?? name)
  return taker !== undefined && search.reaches(source.place, new Set([taker.place])) === true
}

/** The node or output that a name may mean. */
function sourceHint(name: string | undefined, { nodesByKey, outputs }: SpecIndex): string {
  const near = didYouMean(name ?? '', [...nodesByKey.first.keys(), ...outputs.first.keys()])
  return near === undefined ? 'Name the output of a node of the document.' : `Did you mean "${near}"?`
}

/** A variable comes from a node that is not there, that comes after, or that does not offer it. */
export const variableSource: Rule = {
  name: 'variable/source',
  severity: 'warning',
  summary: 'A variable comes from a node that is not in the document, that comes after, or whose variables are others.',
  evidence: 'Variables are found by the output of the node and their name; inferred that others stay without a value.',
  example: `
    import { odpsSql, paramHub, workflow } from 'flowspec'

    const hub = paramHub('hub').variable('region', 'cn-shanghai')
    const load = odpsSql('load').code("select '\${r}'").after(hub)
    const variable = { artifactType: 'Variable', name: 'zone', scope: 'NodeContext', type: 'NodeOutput', inputName: 'r' }
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The parameter node offers a region and no zone.
    export const wrong = orders.nodes(
      hub,
      load.extra({ inputs: { variables: [{ ...variable, node: { output: 'hub' } }] } }),
    )

    export const right = orders.nodes(hub, load.param('r', hub.take('region')))
  `,
  run(index, report) {
    if (!index.faulty.every(hasShape)) return
    let search: ReachSearch | undefined
    const provided = new Map<NodeEntry, ReadonlySet<unknown> | undefined>()
    for (const variable of index.eachEntity('Variable')) {
      const [field, name] = ownerOf(variable)
      const source = name ? sourceOf(name, index) : undefined
      if (source === undefined) continue
      if (source === noNode) {
        report(
          findingAt(variable, field, {
            message: `'${name}' is no node of the document.`,
            hint: sourceHint(name, index),
          }),
        )
        continue
      }
      if (!provided.has(source)) provided.set(source, providedBy(source))
      search ??= new ReachSearch(normalEdges(index), mostEdges)
      if (isLate(source, variable, index, search)) {
        report(
          findingAt(variable, field, {
            message: `'${name}' comes after this node.`,
            hint: 'Take it from a node that comes before.',
          }),
        )
      } else if (field !== 'value' && provided.get(source)?.has(variable.value['name']) === false) {
        report(
          findingAt(variable, 'name', {
            message: `'${name}' offers no variable of this name.`,
            hint: 'Name a variable that it offers, or let it offer this one.',
          }),
        )
      }
    }
  },
}
