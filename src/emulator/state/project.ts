import { outputStringsOf } from '../spec/node-outputs.ts'
import { type JsonObject, readObject } from '../wire/json.ts'
import type { EntityKind, EntityRecord } from './entity.ts'
import { Holders } from './holders.ts'
import { LegacyStudio } from './legacy-studio.ts'
import { type ReleaseEnvironment, Releases } from './releases.ts'
import { compareIds } from './service-id.ts'
import type { SnapshotRecord } from './snapshot.ts'

/** Which Data Studio a workspace uses: the new one takes FlowSpec, the legacy one business processes. */
export type Edition = 'new' | 'legacy'

/** What makes a workspace. */
export interface ProjectSettings {
  /** In digits. */
  readonly id: string
  /** The English name, which outputs begin with. */
  readonly identifier: string
  readonly edition: Edition
  /** Whether there is a development environment beside production. */
  readonly mode: 'simple' | 'standard'
  /** Whether a release to production waits until somebody agrees. */
  readonly approval: boolean
  readonly datasources: readonly { readonly name: string; readonly type: string }[]
  /** Outputs that exist in the workspace besides those of its workflows. */
  readonly outputs: readonly string[]
}

/** A workspace and everything in it. */
export class Project {
  readonly settings: ProjectSettings
  readonly businesses: Map<string, BusinessRecord> = new Map()
  readonly legacy: LegacyStudio = new LegacyStudio()
  readonly #entities: Readonly<Record<EntityKind, Map<string, EntityRecord>>> = {
    Component: new Map(),
    Function: new Map(),
    Resource: new Map(),
  }
  readonly #releases: Readonly<Record<ReleaseEnvironment, Releases>> = { Dev: new Releases(), Prod: new Releases() }
  readonly #snapshots: SnapshotRecord[] = []
  readonly #versions = new Map<string, number>()
  readonly #workflows = new Map<string, WorkflowRecord>()
  readonly #nodes = new Map<string, NodeRecord>()
  readonly #looseNodes = new Map<string, LooseNode>()
  readonly #nodesByName = new Holders()
  readonly #outputs = new Holders()

  constructor(settings: ProjectSettings) {
    this.settings = settings
  }

  get workflows(): ReadonlyMap<string, WorkflowRecord> {
    return this.#workflows
  }

  /** All nodes, in workflows or outside of them. */
  get nodes(): ReadonlyMap<string, NodeRecord> {
    return this.#nodes
  }

  /** The nodes outside of workflows. */
  get looseNodes(): ReadonlyMap<string, LooseNode> {
    return this.#looseNodes
  }

  /** The resources, functions or components. */
  entities(kind: EntityKind): Map<string, EntityRecord> {
    return this.#entities[kind]
  }

  /** What is released to an environment. */
  releases(environment: ReleaseEnvironment): Releases {
    return this.#releases[environment]
  }

  /** The id that something has in the scheduler, once it is in production. */
  schedulerIdOf(id: string): bigint | undefined {
    const release = this.#releases.Prod.get(id)
    return release === undefined ? undefined : BigInt(release.schedulerId)
  }

  /** The versions of things, the oldest first. */
  get snapshots(): readonly SnapshotRecord[] {
    return this.#snapshots
  }

  /** How often something was released or taken offline. */
  versionOf(id: string): number {
    return this.#versions.get(id) ?? 0
  }

  addSnapshot(snapshot: Omit<SnapshotRecord, 'version'>): void {
    const version = this.versionOf(snapshot.objectId) + 1
    this.#versions.set(snapshot.objectId, version)
    this.#snapshots.push({ ...snapshot, version })
  }

  /** The output of the root that every workspace has. */
  get rootOutput(): string {
    return `${this.settings.identifier}_root`
  }

  /** The nodes of a name. */
  nodesNamed(name: string): readonly NodeRecord[] {
    return [...this.#nodesByName.of(name)].flatMap((id) => this.#nodes.get(id) ?? [])
  }

  /** The nodes and workflows that put out exactly this, the first one first. */
  producersOf(output: string): readonly (NodeRecord | WorkflowRecord)[] {
    return [...this.#outputs.of(output)].flatMap((id) => this.#nodes.get(id) ?? this.#workflows.get(id) ?? [])
  }

  /** Keeps a workflow, in place of the one with its id. */
  put(workflow: WorkflowRecord): void {
    this.remove(workflow.id)
    this.#workflows.set(workflow.id, workflow)
    this.#index(workflow)
    for (const node of workflow.nodes) this.#keepNode(node)
  }

  remove(workflowId: string): void {
    const workflow = this.#workflows.get(workflowId)
    if (workflow === undefined) return
    for (const node of workflow.nodes) this.#dropNode(node)
    for (const output of outputsOf(workflow)) this.#outputs.remove(output, workflowId)
    this.#workflows.delete(workflowId)
  }

  /** Keeps a node outside of workflows, in place of the one with its id. */
  putLoose(loose: LooseNode): void {
    this.removeNode(loose.node.id)
    this.#looseNodes.set(loose.node.id, loose)
    this.#keepNode(loose.node)
  }

  /** Keeps a node of a workflow, in place of the one with its id, with what it depends on. */
  putNode(workflow: WorkflowRecord, node: NodeRecord, depends: readonly JsonObject[]): void {
    this.removeNode(node.id)
    const rest = this.#workflows.get(workflow.id) ?? workflow
    const at = rest.nodes.findLastIndex((other) => compareIds(other.id, node.id) < 0) + 1
    const edges = depends.length === 0 ? rest.edges : [...rest.edges, { nodeId: node.id, depends }]
    this.#workflows.set(workflow.id, { ...rest, nodes: rest.nodes.toSpliced(at, 0, node), edges })
    this.#keepNode(node)
  }

  /** Takes a node away, with what it depends on. */
  removeNode(id: string): void {
    const node = this.#nodes.get(id)
    if (node === undefined) return
    this.#dropNode(node)
    this.#looseNodes.delete(id)
    const workflow = node.workflowId === undefined ? undefined : this.#workflows.get(node.workflowId)
    if (workflow === undefined) return
    const nodes = workflow.nodes.filter((other) => other.id !== id)
    const edges = workflow.edges.filter((edge) => edge.nodeId !== id)
    this.#workflows.set(workflow.id, { ...workflow, nodes, edges })
  }

  #keepNode(node: NodeRecord): void {
    this.#nodes.set(node.id, node)
    this.#nodesByName.add(node.name, node.id)
    this.#index(node)
  }

  #dropNode(node: NodeRecord): void {
    this.#nodes.delete(node.id)
    this.#nodesByName.remove(node.name, node.id)
    for (const output of outputsOf(node)) this.#outputs.remove(output, node.id)
  }

  #index(record: NodeRecord | WorkflowRecord): void {
    for (const output of outputsOf(record)) this.#outputs.add(output, record.id)
  }
}

function outputsOf({ body }: NodeRecord | WorkflowRecord): readonly string[] {
  return outputStringsOf(readObject(body, 'outputs'))
}

/** Kinds of documents that hold a workflow. */
export type WorkflowKind = 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow'

/** A node as it is kept. */
export interface NodeRecord {
  readonly id: string
  readonly name: string
  readonly owner: string
  /** The workflow it is in; undefined when it is in none. */
  readonly workflowId: string | undefined
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** The node as it is read back. */
  readonly body: JsonObject
}

/** What one node, or the workflow itself, depends on, as it is read back. */
export interface EdgeRecord {
  readonly nodeId: string
  readonly depends: readonly JsonObject[]
}

/** A node outside of workflows, and what it depends on. */
export interface LooseNode {
  readonly node: NodeRecord
  /** How it is started: on a schedule, or by hand. */
  readonly kind: 'CycleWorkflow' | 'ManualWorkflow'
  readonly depends: readonly JsonObject[]
}

/** A workflow as it is kept. */
export interface WorkflowRecord {
  readonly id: string
  readonly kind: WorkflowKind
  readonly name: string
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** The workflow as it is read back, without its nodes and dependencies. */
  readonly body: JsonObject
  /** Ordered by id, as the service reads them back. */
  readonly nodes: readonly NodeRecord[]
  readonly edges: readonly EdgeRecord[]
}

/** What a business process is for: scheduled nodes, or nodes that are started by hand. */
export type UseType = 'NORMAL' | 'MANUAL_BIZ'

/** A business process of a legacy workspace. */
export interface BusinessRecord {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly owner: string
  readonly useType: UseType
  /** The tables that are shown in it. */
  readonly tables: readonly string[]
}
