import type { SpecReview } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { edgeFieldOf } from '../../document/edge-field.ts'
import { copyJson, isPlainObject } from '../../document/json/json-copy.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { entityKinds } from '../../language/entity-kinds.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { type ArgumentKind, checkArgument, checkEach, checkSettings, fields, oneOf } from '../arguments.ts'
import { type BuildOptions, type Collected, collecting, type EdgeForm } from '../build/context.ts'
import { buildNodes, workflowAt } from '../build/document.ts'
import { buildFault } from '../build/faults.ts'
import { workflowEntries } from '../build/workflow-entry.ts'
import { BuiltDocument, DocumentBuilder } from '../buildable.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { type EntityBuilder, EntityImpl } from '../entities/entity.ts'
import { buildEntity } from '../entities/entity-document.ts'
import { asShape } from '../fields.ts'
import type { Checked, NameOf } from '../node/checked-nodes.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { type FlowStep, nodeKind } from '../node/flow-nodes.ts'
import type { AnyNode } from '../node/node-builder.ts'
import { defaultSettings } from '../setting-kinds.ts'
import { WorkflowImpl } from '../workflow/workflow.ts'
import type { AnyWorkflow } from '../workflow/workflow-builder.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'

/** How a document that nothing is added to is written. */
export interface VerbatimOptions {
  /**
   * How dependencies on nodes of the document are written: `named` by output, with the name of the node; `output` by output
   * alone; `id` by the id of the node. Default `named`.
   */
  readonly edges?: EdgeForm
  /** The field of the body that holds the dependencies. Default `flow` before version 2, `dependencies` from there on. */
  readonly field?: 'flow' | 'dependencies'
  /** Where nodes and workflows stand: in `spec`, or in the `document` itself as in version 1.0.0. Default `spec`. */
  readonly body?: 'spec' | 'document'
}

/**
 * A document to which nothing is added, being written: its fields as they are given, and builders of what is in it. Every
 * method returns a new builder and changes nothing. Its type carries the literal names of its nodes.
 */
export interface VerbatimDocument<Names extends string = string> {
  /** Kind of the document; the empty text when it has none. */
  readonly kind: string

  /** Adds nodes that stand in no workflow. */
  nodes<const Items extends readonly unknown[], All extends string = Names | NameOf<Items[number]>>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>, 'document'> }
  ): VerbatimDocument<All>
  /** Adds workflows; of these, too, nothing is written but what they say. */
  workflows(...workflows: readonly AnyWorkflow[]): VerbatimDocument<Names>
  /** Adds resources, functions, components and the like. */
  entities(...entities: readonly EntityBuilder[]): VerbatimDocument<Names>
  /** Sets what nodes get that do not say it themselves. */
  defaults(defaults: DefaultsInput): VerbatimDocument<Names>
  /**
   * Builds the document and checks it once.
   *
   * @returns the document, deeply frozen
   * @throws FlowSpecError with every error there is; warnings and notes do not throw
   */
  build(options?: BuildOptions): FlowDocument
  /** Everything the check has to say, errors first to last by place. Never throws. */
  check(options?: BuildOptions): readonly Diagnostic[]
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Never throws. */
  review(options?: BuildOptions): SpecReview
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

interface VerbatimState {
  readonly document: Readonly<Record<string, unknown>>
  readonly options: VerbatimOptions
  readonly nodes?: Chain<FlowStep> | undefined
  readonly workflows?: Chain<WorkflowState> | undefined
  readonly entities?: Chain<EntityBuilder> | undefined
  readonly defaults?: DefaultsInput
}

const optionKinds = {
  edges: /* @__PURE__ */ oneOf('named', 'output', 'id'),
  field: /* @__PURE__ */ oneOf('flow', 'dependencies'),
  body: /* @__PURE__ */ oneOf('spec', 'document'),
}

const workflowKind: ArgumentKind = {
  takes: 'a workflow',
  holds: (value) => WorkflowImpl.stateOf(value) !== undefined,
}

const entityKind: ArgumentKind = {
  takes: 'a resource, a function or another builder of an entity',
  holds: (value) => value instanceof EntityImpl,
}

const jsonFields: ArgumentKind = {
  takes: 'an object that JSON can hold',
  holds: (value) => fields.holds(value) && isPlainObject(value) && copyJson(value).notJson === undefined,
}

/**
 * A document to which nothing is added: no ids, paths, languages, outputs, windows of schedules and empty lists that nobody
 * gave. So documents that came from elsewhere, of any version and layout, are written as code and build as they were;
 * `toCode` of `flowspec/codegen` writes such code. A new pipeline is better started with `workflow`, which adds what the
 * service wants.
 *
 * @param document - the document without its nodes, workflows and other entities: kind, version, and fields of the body in `spec`
 * @param options - how dependencies are written, and where
 * @returns a builder, to which `.nodes(…)`, `.workflows(…)` and `.entities(…)` give what is in it
 *
 * @example
 * ```ts
 * import { external, hologresSql, verbatim } from 'flowspec'
 *
 * const load = hologresSql('load').id('load').path('dw/load').code('select 1').after(external('retail.transform'))
 *
 * const document = verbatim({ kind: 'Node', version: '2.0.0' }).nodes(load).build()
 * ```
 */
export function verbatim(
  document: Readonly<Record<string, unknown>>,
  options: VerbatimOptions = {},
): VerbatimDocument<never> {
  checkArgument('verbatim', 'document', document, jsonFields)
  checkSettings('verbatim', 'options', options, optionKinds)
  const copy = copyJson(document).value
  return new VerbatimImpl({ document: isRecord(copy) ? copy : {}, options: { ...options } })
}

/** The one implementation of {@link VerbatimDocument}. */
class VerbatimImpl<Names extends string> extends DocumentBuilder implements VerbatimDocument<Names> {
  readonly #state: VerbatimState

  constructor(state: VerbatimState) {
    super()
    this.#state = state
  }

  #with<All extends string = Names>(change: Partial<VerbatimState>): VerbatimImpl<All> {
    return new VerbatimImpl({ ...this.#state, ...change })
  }

  get kind(): string {
    return readText(this.#state.document, 'kind') ?? ''
  }

  nodes<const Items extends readonly unknown[], All extends string = Names | NameOf<Items[number]>>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>, 'document'> }
  ): VerbatimDocument<All>
  nodes(...nodes: readonly AnyNode[]): VerbatimDocument<string> {
    checkEach('nodes', 'node', nodes, nodeKind)
    return this.#with({ nodes: extendChain<FlowStep>(this.#state.nodes, [nodes]) })
  }

  workflows(...workflows: readonly AnyWorkflow[]): VerbatimDocument<Names> {
    checkEach('workflows', 'workflow', workflows, workflowKind)
    const states = workflows.flatMap((one) => WorkflowImpl.stateOf(one) ?? [])
    return this.#with({ workflows: extendChain(this.#state.workflows, states) })
  }

  entities(...entities: readonly EntityBuilder[]): VerbatimDocument<Names> {
    checkEach('entities', 'entity', entities, entityKind)
    return this.#with({ entities: extendChain(this.#state.entities, entities) })
  }

  defaults(defaults: DefaultsInput): VerbatimDocument<Names> {
    checkSettings('defaults', 'defaults', defaults, defaultSettings)
    return this.#with({ defaults: mergeDefaults(this.#state.defaults, defaults) })
  }

  protected override draft(options: BuildOptions, given: DefaultsInput = {}): BuiltDocument {
    const { document, options: form, defaults: own } = this.#state
    const collected: Collected = { ...collecting(options), verbatim: { edges: form.edges ?? 'named' } }
    const held = document['spec']
    const inSpec = form.body !== 'document'
    const body: Record<string, unknown> = { ...(isRecord(held) && inSpec ? held : inSpec ? {} : document) }
    const site = {
      collected,
      body,
      pointer: inSpec ? '/spec' : '',
      field: form.field ?? edgeFieldOf(document),
      defaults: mergeDefaults(given, own ?? {}),
    } as const
    this.#putNodes(site)
    this.#putWorkflows(site)
    this.#putEntities(site)
    this.#judgeVersion(collected)
    const whole = inSpec ? { ...document, spec: body } : body
    return new BuiltDocument(asShape<FlowDocument>(whole), collected)
  }

  #putNodes({ collected, body, pointer, field, defaults }: BodySite): void {
    const { nodes } = this.#state
    if (nodes === undefined) return
    // What the body has already stays, before what is added.
    const [held, entries] = [itemsOf(body['nodes']), itemsOf(body[field])]
    const before = { nodes: held.length, edges: entries.length }
    const task = { pointer, owner: 'The document', folder: undefined, edges: field, before, defaults, nodes }
    const [built] = buildNodes(task, collected)
    body['nodes'] = [...held, ...built.nodes]
    if (built.dependencies.length > 0) body[field] = [...entries, ...built.dependencies]
  }

  #putWorkflows({ collected, body, pointer, field, defaults }: BodySite): void {
    const { workflows } = this.#state
    if (workflows === undefined) return
    const entries: unknown[] = [...itemsOf(body[field])]
    const held = itemsOf(body['workflows'])
    const built = chainItems(workflows).map((state, at) => {
      const filled = { ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }
      const workflow = workflowAt(`${pointer}/workflows/${held.length + at}`, filled, collected)
      const place = { edges: `${pointer}/${field}`, index: entries.length }
      for (const entry of workflowEntries(state, workflow, place, collected)) entries.push(entry)
      return workflow
    })
    body['workflows'] = [...held, ...built]
    if (entries.length > 0) body[field] = entries
  }

  #putEntities({ collected, body, pointer, defaults }: BodySite): void {
    for (const one of chainItems(this.#state.entities)) {
      const state = EntityImpl.stateOf(one)
      if (state === undefined) continue
      const { list } = entityKinds[state.kind]
      const { value, faults, suppressions } = buildEntity(state, collected.options, defaults, true)
      const before = itemsOf(body[list])
      const [from, to] = [`/spec/${list}/0`, `${pointer}/${list}/${before.length}`]
      collected.trace?.note(to, state)
      for (const fault of faults) collected.faults.push({ ...fault, path: to + fault.path.slice(from.length) })
      for (const entry of suppressions) collected.suppressions.push({ ...entry, path: to })
      body[list] = [...before, value.spec[list]?.[0]]
    }
  }

  #judgeVersion({ options: { version }, faults }: Collected): void {
    const own = readText(this.#state.document, 'version')
    if (version === undefined || version === own) return
    const message = `build() cannot write a document of version ${own ?? 'unknown'} as ${version}.`
    const hint = 'Convert it: convertSpec(document, { version }).'
    faults.push(buildFault('schema/value', { message, hint }, '/version'))
  }
}

/** The body of the document while it is filled. */
interface BodySite {
  readonly collected: Collected
  readonly body: Record<string, unknown>
  readonly pointer: string
  readonly field: 'flow' | 'dependencies'
  readonly defaults: DefaultsInput
}
