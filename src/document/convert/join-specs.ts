import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { isRecord, itemsOf, readText, recordsOf } from '../json/records.ts'
import type { ReadDocument } from '../read-spec.ts'
import { bodyOf, type ConvertedSpec, type JoinSource, type NotCarried } from './conversion.ts'
import { findOwners, type OwningWorkflow } from './owning-workflows.ts'
import type { CopiedFields } from './resolved-copy.ts'

const movedFields: ReadonlySet<string> = new Set(['nodes', 'dependencies', 'flow'])

/** The dependencies of a body, however they are spelled. */
function edgesOf(body: CopiedFields): readonly unknown[] {
  return itemsOf(body['dependencies'] ?? body['flow'])
}

/** What a document says beyond its node, for which a bundle has no place. */
function leaveRest(source: JoinSource, notCarried: NotCarried[]): void {
  const reason = 'It is of the document of one node, and the bundle has no place for it.'
  const leave = (...keys: readonly string[]): void => {
    notCarried.push({ path: keys.reduce(joinPointer, source.path), reason })
  }
  for (const key of Object.keys(source.document)) if (!['kind', 'version', 'spec'].includes(key)) leave(key)
  for (const key of Object.keys(bodyOf(source))) if (!movedFields.has(key)) leave('spec', key)
}

/** The workflow with the nodes of the other documents after its own. */
function joinWorkflow(workflow: CopiedFields, { sources }: OwningWorkflow): CopiedFields {
  const bodies = sources.map(bodyOf)
  const { nodes, ...others } = workflow
  return {
    ...others,
    nodes: [...recordsOf(nodes), ...bodies.flatMap((body) => recordsOf(body['nodes']))],
    dependencies: [...edgesOf(workflow), ...bodies.flatMap(edgesOf)],
  }
}

/** A body as 1.x has it, which calls the dependencies of a body `flow`. */
function asFlow(body: CopiedFields): CopiedFields {
  const { dependencies, ...others } = body
  return dependencies === undefined || body['flow'] !== undefined ? body : { ...others, flow: dependencies }
}

function joinOwners(source: JoinSource, owners: readonly OwningWorkflow[]): CopiedFields {
  const body = bodyOf(source)
  const joined = new Map(owners.map((owner) => [owner.workflow, joinWorkflow(owner.workflow, owner)]))
  const workflows = recordsOf(body['workflows']).map((workflow) => joined.get(workflow) ?? workflow)
  const [workflow] = workflows
  const name = workflows.length === 1 ? readText(workflow, 'name') : undefined
  if (workflow === undefined || name === undefined) return { ...asFlow(body), workflows }
  // A bundle says of its one workflow what it is called in the body too, and of what kind it is there alone.
  const { type = source.document['kind'], ...others } = workflow
  const isThere = body['type'] !== undefined && body['type'] !== type
  return { name, type, ...asFlow(body), workflows: [isThere ? workflow : others] }
}

/**
 * Puts documents of one entity each together: the documents of nodes become nodes of the workflow that their path or
 * their metadata names, and with them their dependencies. A document that belongs to no workflow stays one.
 */
export function joinSpecs(sources: readonly JoinSource[], version: string): ConvertedSpec {
  const notCarried: NotCarried[] = []
  const { owners, joined } = findOwners(sources)
  const documents: ReadDocument[] = []
  for (const source of sources) {
    if (joined.has(source)) {
      leaveRest(source, notCarried)
      continue
    }
    const own = owners.filter((owner) => owner.source === source)
    const spec = own.length > 0 ? joinOwners(source, own) : asFlow(bodyOf(source))
    const hasBody = isRecord(source.document['spec'])
    documents.push({ ...source.document, version, ...(hasBody ? { spec } : {}) })
  }
  return { documents, notCarried }
}
