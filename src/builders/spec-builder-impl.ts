import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { readText } from '../document/read-text.ts'
import type { FlowDocument } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import type { BuildOptions } from './build-options.ts'
import { buildSpec } from './build-spec.ts'
import { extendChain } from './chain.ts'
import { dropNode } from './change-flow.ts'
import { checkBuilt } from './check-built.ts'
import type { EntityBuilder } from './entities/entity-builder.ts'
import type { EntityBuilders } from './entities/entity-builders.ts'
import { EntityImpl } from './entities/entity-impl.ts'
import type { EntityKind } from './entities/entity-kind.ts'
import { findNode, type Steps } from './flow-steps.ts'
import { isEntity, listNodes } from './list-nodes.ts'
import { namedNode } from './named-node.ts'
import { showAsJson } from './show-as-json.ts'
import type { SpecBuilder, SpecPart } from './spec-builder.ts'
import { type EntityStep, specEntities } from './spec-entities.ts'
import { placeNode, putWorkflow, type SpecState } from './spec-state.ts'
import type { StructureBuilders, StructureKind } from './structure-builders.ts'
import { throwErrors } from './throw-errors.ts'
import { throwMissing } from './throw-missing.ts'
import type { AnyWorkflow, Workflow } from './workflow-builder.ts'
import { WorkflowImpl } from './workflow-impl.ts'
import type { WorkflowKind } from './workflow-kind.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The one implementation of {@link SpecBuilder}. */
export class SpecBuilderImpl implements SpecBuilder {
  static readonly shown: true = /* @__PURE__ */ showAsJson(SpecBuilderImpl)

  readonly #state: SpecState

  constructor(state: SpecState) {
    this.#state = state
  }

  /** What a builder of a document that was read knows; undefined for a value that is none. */
  static stateOf(builder: unknown): SpecState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  get kind(): string {
    return readText(this.#state.source.document, 'kind') ?? ''
  }

  get version(): string | undefined {
    return readText(this.#state.source.document, 'version')
  }

  get workflows(): readonly AnyWorkflow[] {
    return this.#workflows.filter(isEntity).map((state) => this.#handOut(state))
  }

  get nodes(): readonly AnyNode[] {
    return listNodes(this.#state.nodes)
  }

  workflow<Kind extends WorkflowKind>(name: string, kind: Kind): Workflow<string, Kind>
  workflow(name?: string): AnyWorkflow
  workflow(name?: string, kind?: WorkflowKind): unknown {
    const all = this.#workflows.filter((one) => isEntity(one) && (kind ?? one.kind) === one.kind)
    const found = name === undefined && all.length === 1 ? all[0] : all.find((one) => one.name === name)
    const names = all.map((one) => one.name)
    return this.#handOut(found ?? throwMissing(`There is no ${kind ?? 'workflow'}`, name ?? '', names))
  }

  node<Kind extends StructureKind>(name: string, kind: Kind): StructureBuilders[Kind]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    const flows = this.#flows
    const found = flows.flatMap((steps) => findNode(steps, name) ?? [])[0]
    return namedNode(name, kind, found, () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return this.#flows.flatMap(listNodes)
  }

  get entities(): readonly EntityBuilder[] {
    return specEntities(this.#state.source, this.#state.entities)
  }

  entity<Kind extends EntityKind>(name: string, kind: Kind): EntityBuilders[Kind]
  entity(name: string): EntityBuilder
  entity(name: string, kind?: EntityKind): EntityBuilder {
    const all = this.entities.filter((one) => kind === undefined || one.kind === kind)
    const found = all.find((one) => one.name === name)
    const names = (): string[] => all.map((one) => one.name)
    return found ?? throwMissing(`There is no ${kind ?? 'entity'}`, name, names())
  }

  with(...builders: readonly SpecPart[]): SpecBuilder {
    let state = this.#state
    const others: SpecPart[] = []
    for (const builder of builders) {
      if (builder instanceof WorkflowImpl) state = putWorkflow(state, builder.state)
      else if (builder instanceof EntityImpl) {
        state = { ...state, entities: extendChain<EntityStep>(state.entities, [{ put: builder }]) }
      } else others.push(builder)
    }
    // Nodes last, so that a workflow given beside them does not bring their old versions back.
    return new SpecBuilderImpl(others.reduce(placeNode, state))
  }

  without(name: string): SpecBuilder {
    const { nodes, workflows, entities } = this.#state
    const kept = workflows?.filter((one) => one.name !== name)
    const all = this.entities
    const hasEntity = all.some((one) => one.name === name)
    if (!hasEntity && kept?.length === workflows?.length && !this.#flows.some((steps) => findNode(steps, name))) {
      const names = [...this.#workflows, ...this.allNodes(), ...all].map((one) => one.name)
      throwMissing('There is nothing of the name', name, names)
    }
    return new SpecBuilderImpl({
      ...this.#state,
      nodes: dropNode(nodes, name),
      workflows: kept?.map((one) => ({ ...one, nodes: dropNode(one.nodes, name) })),
      entities: hasEntity ? extendChain<EntityStep>(entities, [{ drop: name }]) : entities,
    })
  }

  build(options: BuildOptions = {}): FlowDocument {
    const built = buildSpec(this.#state, options)
    return throwErrors(built.document, checkBuilt(built, options))
  }

  check(options: BuildOptions = {}): readonly Diagnostic[] {
    return checkBuilt(buildSpec(this.#state, options), options)
  }

  toJSON(): unknown {
    return buildSpec(this.#state, {}).document
  }

  get #workflows(): readonly WorkflowState[] {
    return this.#state.workflows ?? []
  }

  get #flows(): readonly Steps[] {
    return [this.#state.nodes, ...this.#workflows.map(({ nodes }) => nodes)]
  }

  #handOut(state: WorkflowState): AnyWorkflow
  #handOut(state: WorkflowState): unknown {
    const within: WorkflowState['within'] = (one, options) => buildSpec(putWorkflow(this.#state, one), options)
    return new WorkflowImpl(state.kind, state.name, { ...state, within })
  }
}
