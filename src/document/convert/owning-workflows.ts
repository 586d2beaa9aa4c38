import { isRecord, readText, recordsOf } from '../json/records.ts'
import { bodyOf, type JoinSource } from './conversion.ts'
import type { CopiedFields } from './resolved-copy.ts'

/** A workflow, and the documents whose nodes belong to it. */
export interface OwningWorkflow {
  readonly source: JoinSource
  readonly workflow: CopiedFields
  readonly sources: JoinSource[]
}

/** The workflows of all documents, and the documents that become part of one. */
export interface Owners {
  readonly owners: readonly OwningWorkflow[]
  readonly joined: ReadonlySet<JoinSource>
}

function pathOf(entity: CopiedFields): string | undefined {
  return readText(entity['script'], 'path')
}

/** The id of the workflow or loop that the service says a node stands in. */
function containerOf(node: CopiedFields): string | undefined {
  const { metadata } = node
  return isRecord(metadata) ? readText(metadata['container'], 'uuid') : undefined
}

/** The folder of a path that names one. */
function folderOf(path: string | undefined): string | undefined {
  const end = path?.lastIndexOf('/') ?? -1
  return end < 0 ? undefined : path?.slice(0, end)
}

/** Finds a workflow by what a node says of where it stands: the container's id, or the folder of its path. */
class OwnerFinder {
  readonly #byId = new Map<string, OwningWorkflow>()
  readonly #byPath = new Map<string, OwningWorkflow>()
  /** Nodes by id: the container of a node may be a loop, which is a node itself. */
  readonly #nodes = new Map<string, CopiedFields>()
  readonly #found = new Map<CopiedFields, OwningWorkflow | undefined>()

  constructor(owners: readonly OwningWorkflow[], nodes: Iterable<CopiedFields>) {
    for (const owner of owners) {
      const id = readText(owner.workflow, 'id')
      const path = pathOf(owner.workflow)
      if (id !== undefined) this.#byId.set(id, owner)
      if (path !== undefined) this.#byPath.set(path, owner)
    }
    for (const node of nodes) {
      const id = readText(node, 'id')
      if (id !== undefined) this.#nodes.set(id, node)
    }
  }

  #ownerOf(node: CopiedFields): OwningWorkflow | undefined {
    return this.#byId.get(containerOf(node) ?? '') ?? this.#byPath.get(folderOf(pathOf(node)) ?? '')
  }

  find(node: CopiedFields): OwningWorkflow | undefined {
    const passed: CopiedFields[] = []
    let owner: OwningWorkflow | undefined
    for (let at: CopiedFields | undefined = node; at !== undefined; at = this.#nodes.get(containerOf(at) ?? '')) {
      owner = this.#found.get(at) ?? this.#ownerOf(at)
      if (owner !== undefined || this.#found.has(at)) break
      // It has no owner as yet, which also ends a cycle of containers.
      this.#found.set(at, undefined)
      passed.push(at)
    }
    for (const each of passed) this.#found.set(each, owner)
    return owner
  }
}

function isOfNodes(source: JoinSource): boolean {
  return source.document['kind'] === 'Node' && recordsOf(bodyOf(source)['workflows']).length === 0
}

/** Finds for each document of a node the workflow it belongs to. */
export function findOwners(sources: readonly JoinSource[]): Owners {
  const owners = sources.flatMap((source) =>
    recordsOf(bodyOf(source)['workflows']).map((workflow): OwningWorkflow => ({ source, workflow, sources: [] })),
  )
  const ofNodes = sources.filter(isOfNodes)
  const finder = new OwnerFinder(
    owners,
    ofNodes.flatMap((source) => recordsOf(bodyOf(source)['nodes'])),
  )
  const joined = new Set<JoinSource>()
  for (const source of ofNodes) {
    const found = new Set(recordsOf(bodyOf(source)['nodes']).map((node) => finder.find(node)))
    const [owner] = found
    if (found.size !== 1 || owner === undefined) continue
    owner.sources.push(source)
    joined.add(source)
  }
  return { owners, joined }
}
