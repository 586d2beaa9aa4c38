import { type Entity, hasShape } from '../../../document/index/entity.ts'
import type { SpecIndex } from '../../../document/index/spec-index.ts'
import { isRecord, readText } from '../../../document/json/records.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** The ids of workflows and of the body, and whether some have none, so that any id may be theirs. */
function flowIds(index: SpecIndex): { readonly ids: ReadonlySet<unknown>; readonly isComplete: boolean } {
  const workflows = index.entitiesOf('Workflow')
  const ids = new Set([...workflows, ...index.entitiesOf('Spec')].map(({ value }) => value['id']))
  return { ids, isComplete: workflows.length > 0 && workflows.every(({ value }) => typeof value['id'] === 'string') }
}

const metadataOf = ({ value }: Entity): Readonly<Record<string, unknown>> | undefined =>
  isRecord(value['metadata']) ? value['metadata'] : undefined

/** The metadata of a document or node name a node or workflow that is not there. */
export const referenceUnknownContainer: Rule = eachNodeRule(
  {
    name: 'reference/unknown-container',
    severity: 'warning',
    summary:
      'metadata.container.uuid of a node, or metadata.uuid of a document of workflows, is the id of nothing in it.',
    evidence:
      'The reference implementation puts a node into the container of that id, and splits a document about the entity of that id. Only said where what has an id is in the document.',
    example: `
    import { forEach, shell, workflow } from 'flowspec'

    const each = forEach('each').over('a,b').nodes(shell('load').code('./load.sh'))
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(each)
    const beside = (uuid: string) => shell('clean').code('./clean.sh').extra({ metadata: { container: { type: 'Node', uuid } } })

    export const wrong = orders.nodes(beside('eech'))

    export const right = orders.nodes(beside('each'))
  `,
  },
  (index, report) => {
    const { ids, isComplete } = flowIds(index)
    const { first } = index.nodesByKey
    for (const document of index.eachEntity('Document')) {
      const uuid = readText(metadataOf(document), 'uuid')
      if (uuid === undefined || !isComplete || ids.has(uuid) || first.has(uuid)) continue
      const message = `The document is about '${uuid}', which is not in it.`
      const hint = 'Name the id of its node or workflow, or leave it out.'
      report(findingAt(document, 'metadata', { message, hint }))
    }
    return (_entry, node) => {
      const container = metadataOf(node)?.['container']
      const uuid = readText(container, 'uuid')
      if (uuid === undefined || node.parent?.name === 'Spec' || !hasShape(node)) return
      const isNode = readText(container, 'type') === 'Node'
      if (isNode ? first.has(uuid) : ids.has(uuid) || first.has(uuid) || !isComplete) return
      const message = `This node says it is in the container '${uuid}', which is not in the document.`
      report(findingAt(node, 'metadata', { message, hint: 'Name the id of a loop or workflow, or leave it out.' }))
    }
  },
)
