import { isRecord, readText, recordsOf } from '../json/records.ts'
import { bodyOf, type JoinSource } from './conversion.ts'
import type { CopiedFields } from './resolved-copy.ts'

/** A workflow, and the documents whose nodes belong to it. */
export interface Home {
  readonly source: JoinSource
  readonly workflow: CopiedFields
  readonly sources: JoinSource[]
}

/** The workflows of all documents, and the documents that become part of one. */
export interface Homes {
  readonly homes: readonly Home[]
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

/** Finds a workflow by what a node says of the place it stands in: the container's id, or the folder of its path. */
class HomeFinder {
  readonly #byId = new Map<string, Home>()
  readonly #byPath = new Map<string, Home>()
  /** Nodes by id: the container of a node may be a loop, which is a node itself. */
  readonly #nodes = new Map<string, CopiedFields>()
  readonly #found = new Map<CopiedFields, Home | undefined>()

  constructor(homes: readonly Home[], nodes: Iterable<CopiedFields>) {
    for (const home of homes) {
      const id = readText(home.workflow, 'id')
      const path = pathOf(home.workflow)
      if (id !== undefined) this.#byId.set(id, home)
      if (path !== undefined) this.#byPath.set(path, home)
    }
    for (const node of nodes) {
      const id = readText(node, 'id')
      if (id !== undefined) this.#nodes.set(id, node)
    }
  }

  #homeOf(node: CopiedFields): Home | undefined {
    return this.#byId.get(containerOf(node) ?? '') ?? this.#byPath.get(folderOf(pathOf(node)) ?? '')
  }

  find(node: CopiedFields): Home | undefined {
    const passed: CopiedFields[] = []
    let home: Home | undefined
    for (let at: CopiedFields | undefined = node; at !== undefined; at = this.#nodes.get(containerOf(at) ?? '')) {
      home = this.#found.get(at) ?? this.#homeOf(at)
      if (home !== undefined || this.#found.has(at)) break
      // It has no home as yet, which also ends a circle of containers.
      this.#found.set(at, undefined)
      passed.push(at)
    }
    for (const each of passed) this.#found.set(each, home)
    return home
  }
}

function isOfNodes(source: JoinSource): boolean {
  return source.document['kind'] === 'Node' && recordsOf(bodyOf(source)['workflows']).length === 0
}

/** Finds for each document of a node the workflow it belongs to. */
export function findHomes(sources: readonly JoinSource[]): Homes {
  const homes = sources.flatMap((source) =>
    recordsOf(bodyOf(source)['workflows']).map((workflow): Home => ({ source, workflow, sources: [] })),
  )
  const ofNodes = sources.filter(isOfNodes)
  const finder = new HomeFinder(
    homes,
    ofNodes.flatMap((source) => recordsOf(bodyOf(source)['nodes'])),
  )
  const joined = new Set<JoinSource>()
  for (const source of ofNodes) {
    const found = new Set(recordsOf(bodyOf(source)['nodes']).map((node) => finder.find(node)))
    const [home] = found
    if (found.size !== 1 || home === undefined) continue
    home.sources.push(source)
    joined.add(source)
  }
  return { homes, joined }
}
