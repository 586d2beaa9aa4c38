import { edgeType } from '../../document/index/entries.ts'
import { itemsOf, readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { FlowDepend, FlowDependency } from '../../language/generated/types.ts'
import { asShape } from '../fields.ts'
import type { RawEntity } from './spec-source.ts'

/** What a dependency depends on, and how, as text to compare. */
function targetOf(depend: unknown): string {
  const output = readText(depend, 'output')
  return `${edgeType(depend)} ${output ?? parseReference(readText(depend, 'nodeId') ?? '')}`
}

/** The entries of dependencies that were read with a node or workflow, and what was added to them since. */
export interface OwnEntries {
  readonly entries: readonly FlowDependency[]
  readonly added: readonly FlowDepend[]
}

/**
 * The entries as read, with what they do not have yet added to the first.
 *
 * @param nodeId - whose they are, where there is none yet
 */
export function withAdded(read: readonly RawEntity[], nodeId: string, depends: readonly FlowDepend[]): OwnEntries {
  const own = read.map((entry) => asShape<FlowDependency>(entry))
  const known = new Set(own.flatMap((entry) => itemsOf(entry.depends).map(targetOf)))
  const added = depends.filter((depend) => !known.has(targetOf(depend)))
  if (added.length === 0) return { entries: own, added }
  const [first, ...rest] = own
  // What a document holds there already is carried whatever it is.
  const before = itemsOf(first?.depends) as readonly FlowDepend[]
  return { entries: [{ nodeId, ...first, depends: [...before, ...added] }, ...rest], added }
}
