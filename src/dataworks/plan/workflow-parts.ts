import { createHash } from 'node:crypto'
import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { nameEdges } from '../../document/compare/named-edges.ts'
import { nodesByPlace } from '../../document/compare/part-places.ts'
import type { Entity } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { fingerprint } from './fingerprint.ts'

/** The first workflow of a document, taken apart into what a plan speaks of. */
export interface WorkflowParts {
  readonly index: SpecIndex
  readonly workflow: Entity
  readonly nodes: ReadonlyMap<string, NodeEntry>
  /** The edges by a text that only the same edge has. */
  readonly edges: ReadonlyMap<string, NamedEdge>
  /** The hash of the workflow without its nodes, and that of each node, by place. */
  readonly hashes: PartHashes
}

/** The hashes of a workflow. */
export interface PartHashes {
  readonly workflow: string
  readonly nodes: ReadonlyMap<string, string>
  /** Of all of it. */
  readonly whole: string
}

/**
 * Takes the first workflow of a document apart.
 *
 * @param other - the document it is compared with, which may know ids and outputs that it does not
 * @throws TypeError when there is none
 */
export function partsOf(index: SpecIndex, other?: SpecIndex): WorkflowParts {
  const workflow = index.entitiesOf('Workflow')[0]
  if (workflow === undefined) throw new TypeError('the document has no workflow')
  const nodes = nodesByPlace(index)
  const edges = nameEdges(index, other === undefined ? [] : [other])
  return { index, workflow, nodes, edges, hashes: hashesOf(workflow, nodes, nameEdges(index)) }
}

function hashesOf(workflow: Entity, nodes: WorkflowParts['nodes'], edges: ReadonlyMap<string, NamedEdge>): PartHashes {
  const ofNodes = new Map<string, string[]>()
  const ofWorkflow: string[] = []
  for (const [key, edge] of edges) {
    if (edge.ofWorkflow === true) ofWorkflow.push(key)
    else addToGroup(ofNodes, edge.node, key)
  }
  const hashOfWorkflow = fingerprint(workflow, ofWorkflow)
  const hashes = new Map(
    [...nodes].map(([place, { name, key, entity }]) => [place, fingerprint(entity, ofNodes.get(name ?? key))]),
  )
  const whole = createHash('sha256').update(JSON.stringify([hashOfWorkflow, [...hashes].toSorted()]), 'utf8')
  return { workflow: hashOfWorkflow, nodes: hashes, whole: whole.digest('hex').slice(0, 32) }
}
