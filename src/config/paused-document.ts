import { isRecord, readText } from '../document/json/records.ts'
import { type EntityRewriter, entityRewriter } from '../document/rewrite-entities.ts'
import type { EntityName } from '../language/generated/entity-name.ts'
import type { FlowDocument } from '../language/generated/types.ts'

type Fields = Readonly<Record<string, unknown>>

const paused: ReadonlySet<EntityName> = new Set(['Node', 'Workflow'])

/** A pause where nothing else is said, such as that a node is skipped. */
function pause(entity: EntityName, value: Fields): Fields | undefined {
  if (entity === 'Node') {
    const recurrence = value['recurrence'] ?? 'Normal'
    return recurrence === 'Normal' ? { recurrence: 'Pause' } : undefined
  }
  const strategy = isRecord(value['strategy']) ? value['strategy'] : {}
  const recurrence = strategy['recurrenceType'] ?? 'Normal'
  return recurrence === 'Normal' ? { strategy: { ...strategy, recurrenceType: 'Pause' } } : undefined
}

// What stands inside of a node runs when that runs, so the node alone is paused.
const rewrite: EntityRewriter = /* @__PURE__ */ entityRewriter({
  names: paused,
  isClosed: (entity) => entity === 'Node',
  change: pause,
})

/** The document of a workflow that runs by a schedule, and does not for now; other documents as they are. */
export function pausedDocument(document: FlowDocument): FlowDocument {
  if (readText(document, 'kind') !== 'CycleWorkflow') return document
  return { ...document, ...rewrite('Document', { ...document }) }
}
