import { type Entity, hasShape } from '../../../document/index/entity.ts'
import type { FlowEntry } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { structureInField, structures } from '../../../language/structures.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { runtimeOf } from '../../engine/node-types.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

const ends = /^CONTROLLER_(?:CYCLE|TRAVERSE)_(?:START|END)$/

/** Whether a flow has a node that does something: the start and the end of a loop only begin and end its rounds. */
function hasBody({ nodes }: FlowEntry): boolean {
  return nodes.some(
    (node) => node.entity.field !== 'while' && !ends.test(readText(runtimeOf(node.entity)?.value, 'command') ?? ''),
  )
}

/** Whether the nodes of a body are documents of their own, as those of one node have it, and version 2.0.0. */
function isSentAlone({ value }: Entity): boolean {
  const version = readText(value, 'version') ?? ''
  return value['kind'] === 'Node' || value['kind'] === 'ManualNode' || version.startsWith('2.')
}

/** Whether a body belongs to another command than that of its node, of which another rule tells. */
function isMisplaced({ field, parent }: Entity): boolean {
  const command = readText(runtimeOf(parent)?.value, 'command')
  return command !== undefined && structureInField(field)?.command !== command
}

/** Whether a sub-process says which workflow it runs. */
function isCalling({ value }: Entity): boolean {
  return [value['id'], value['output']].some((text) => typeof text === 'string' && text !== '')
}

/** What a body lacks; nothing where its nodes may be sent apart from it. */
function bodyFault(flow: FlowEntry, isOfOne: boolean): Pick<Finding, 'message' | 'hint'> | undefined {
  const { entity } = flow
  if (entity.parent?.name !== 'Node' || hasBody(flow) || !hasShape(entity) || isMisplaced(entity)) return undefined
  if (entity.field === structures.subProcess.field) {
    if (isCalling(entity)) return undefined
    return { message: 'This sub-process does not say what it runs.', hint: 'Give the id or the output of a workflow.' }
  }
  return isOfOne ? undefined : { message: `'${entity.field}' has no nodes to run.`, hint: 'Add .nodes(…).' }
}

/** Whether a node of a command that is nothing without its structure has none. */
function isWithoutStructure(node: Entity, command: string): boolean {
  const structure = [structures.subProcess, structures.combined, structures.paiFlow].find(
    (one) => one.command === command,
  )
  if (structure === undefined || (node.value[structure.field] ?? undefined) !== undefined || !hasShape(node))
    return false
  // A flow of PAI may be described in its content.
  return structure !== structures.paiFlow || (readText(node.child('script')?.value, 'content') ?? '').trim() === ''
}

/** A node that holds or runs others has none. */
export const controlEmptyBody: Rule = eachNodeRule(
  {
    name: 'control/empty-body',
    severity: 'warning',
    summary: 'A loop or another container has no nodes to run, or a sub-process no workflow.',
    evidence:
      'The official schema wants one node at least, and of a sub-process an id, an output or nodes. In documents of one node, and in version 2.0.0, nodes of a body are documents of their own.',
    example: `
    import { forEach, shell, workflow } from 'flowspec'

    const each = forEach('each').over('a,b')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Its rounds start and end, and nothing runs between.
    export const wrong = orders.nodes(each)

    export const right = orders.nodes(each.nodes(shell('load').code('./load.sh')))
  `,
  },
  (index, report) => {
    const isOfOne = index.entitiesOf('Document').some(isSentAlone)
    for (const flow of index.flows) {
      const fault = bodyFault(flow, isOfOne)
      if (fault !== undefined) report(findingAt(flow.entity, '', fault))
    }
    return (_entry, node) => {
      const command = isOfOne ? undefined : readText(runtimeOf(node)?.value, 'command')
      if (command === undefined || !isWithoutStructure(node, command)) return
      const message = `This ${command} node has nothing to run.`
      report(findingAt(node, '', { message, hint: 'Add .nodes(…), or .runs(…) to a sub-process.' }))
    }
  },
)
