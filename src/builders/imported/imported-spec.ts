import { edgeFieldOf } from '../../document/edge-field.ts'
import { itemsOf, readText, recordsOf } from '../../document/json/records.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { type BuildOptions, type Collected, collecting } from '../build/context.ts'
import { buildNodes, workflowAt } from '../build/document.ts'
import { buildFault, refuse } from '../build/faults.ts'
import { BuiltDocument } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import type { EntityBuilder } from '../entities/entity.ts'
import { asShape } from '../fields.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { dropNode, type FlowStep, findNode, putNode, type Steps } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { EnclosingDocument, WorkflowState } from '../workflow/workflow-state.ts'
import { ImportedEntities } from './imported-entities.ts'
import { ImportedFlow, keyOf } from './imported-flow.ts'
import { importNodes } from './imported-nodes.ts'
import { importWorkflow } from './imported-workflow.ts'
import { lostOutputs } from './lost-outputs.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'
import { type BuiltWorkflow, withWorkflowEntries } from './workflow-entries.ts'

/** What there is in a document that was read. */
interface SpecParts {
  readonly source: SpecSource
  /** The nodes that stand in the body itself; undefined where it has no list of them. */
  readonly nodes: Steps
  readonly flow: ImportedFlow
  /** The workflows; undefined where the body has no list of them. */
  readonly workflows: readonly WorkflowState[] | undefined
  readonly entities: ImportedEntities
}

/** Where nodes can stand: in the workflow at an index, or in the body itself. */
type NodeHolder = number | 'body'

/** The versions that differ in nothing but their number. */
const sameButNumber: readonly unknown[] = ['1.1.0', '1.2.0']

/** The workflows of a body, each with the entries of the body's dependencies that no node of the body is meant by. */
function importWorkflows(held: readonly unknown[], flow: ImportedFlow, source: SpecSource): readonly WorkflowState[] {
  const owned = flow.byOwner()
  return held.map((raw) => {
    const key = keyOf(raw)
    const dependencies = flow.has(key) ? [] : (owned.get(key) ?? [])
    // Of several workflows with one key, the first has the dependencies.
    owned.delete(key)
    return importWorkflow(raw, source, dependencies)
  })
}

/** A document that was read, with what was put into it since. Never changed: each step makes a new one. */
export class ImportedSpec implements EnclosingDocument {
  readonly #parts: SpecParts
  readonly #isChanged: boolean

  private constructor(parts: SpecParts, isChanged: boolean) {
    this.#parts = parts
    this.#isChanged = isChanged
  }

  static read(source: SpecSource): ImportedSpec {
    const { body } = source
    const flow = new ImportedFlow(body, edgeFieldOf(source.document))
    const held = body['workflows']
    return new ImportedSpec(
      {
        source,
        flow,
        nodes: importNodes(flow, source).nodes,
        workflows: Array.isArray(held) ? importWorkflows(held, flow, source) : undefined,
        entities: new ImportedEntities(source),
      },
      false,
    )
  }

  get source(): SpecSource {
    return this.#parts.source
  }

  get nodes(): Steps {
    return this.#parts.nodes
  }

  get workflows(): readonly WorkflowState[] {
    return this.#parts.workflows ?? []
  }

  get entities(): ImportedEntities {
    return this.#parts.entities
  }

  /** Puts a workflow in the place of its other version, the one it was read as or that of its name, else at the end. */
  putWorkflow({ document: _, ...workflow }: WorkflowState): ImportedSpec {
    const workflows = [...this.workflows]
    const { origin, name } = workflow
    const same = workflows.findIndex((other) => origin !== undefined && other.origin === origin)
    const index = same < 0 ? workflows.findIndex((other) => other.name === name) : same
    workflows[index < 0 ? workflows.length : index] = workflow
    return this.#with({ workflows })
  }

  putEntity(builder: EntityBuilder): ImportedSpec {
    return this.#with({ entities: this.entities.put(builder) })
  }

  /**
   * Puts a node in the place of its other version, else adds it.
   *
   * @throws FlowSpecError when it is no node, or could go to several workflows
   */
  putNode(node: unknown): ImportedSpec {
    if (!(node instanceof NodeImpl)) {
      const hint = 'Give workflows, nodes and other entities.'
      return refuse('schema/type', { message: 'with() was given a value that is no builder.', hint })
    }
    const holder = this.#holderOf(node)
    const put = (steps: Steps): Steps => extendChain<FlowStep>(steps, [putNode(node)])
    if (holder === 'body') return this.#with({ nodes: put(this.nodes) })
    return this.#with({
      workflows: this.workflows.map((one, index) => (index === holder ? { ...one, nodes: put(one.nodes) } : one)),
    })
  }

  /** Takes out whatever has the name; undefined when nothing has it. */
  without(name: string): ImportedSpec | undefined {
    const { nodes, workflows } = this.#parts
    const entities = this.entities.without(name)
    const kept = workflows?.filter((one) => one.name !== name)
    const flows = [nodes, ...this.workflows.map((one) => one.nodes)]
    const hasNode = flows.some((steps) => findNode(steps, name) !== undefined)
    if (entities === this.entities && kept?.length === workflows?.length && !hasNode) return undefined
    return this.#with({
      nodes: dropNode(nodes, name),
      workflows: kept?.map((one) => ({ ...one, nodes: dropNode(one.nodes, name) })),
      entities,
    })
  }

  buildWith(workflow: WorkflowState, options: BuildOptions): BuiltDocument {
    return this.putWorkflow(workflow).build(options)
  }

  /**
   * Makes the document again, with what was set since laid over it; unchecked.
   *
   * @param defaults - what a project fills in, below what its workflows say
   */
  build(options: BuildOptions, defaults: DefaultsInput = {}): BuiltDocument {
    const { source, nodes, flow, workflows } = this.#parts
    const { document, pointer } = source
    const collected = collecting(options)
    let body = source.body
    if (nodes !== undefined) {
      const task = { pointer, owner: 'The document', folder: undefined, defaults, nodes, flow }
      const [built] = buildNodes(task, collected)
      body = flow.heldBy(body, built)
    }
    if (workflows !== undefined) {
      const built = workflows.map((state, index): BuiltWorkflow => {
        const filled = { ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }
        return { state, workflow: workflowAt(`${pointer}/workflows/${index}`, filled, collected) }
      })
      body = { ...body, workflows: built.map(({ workflow }) => workflow), ...this.#edgesOf(body, built, collected) }
    }
    body = { ...body, ...this.entities.build(collected) }
    const whole = source.body === document ? body : { ...document, spec: body }
    const made = asShape<FlowDocument>({ ...whole, ...this.#version(collected) })
    return new BuiltDocument(made, collected, () => (this.#isChanged ? lostOutputs(document, made) : []))
  }

  /** The dependencies in the body, where its workflows have or had some. */
  #edgesOf(body: RawEntity, built: readonly BuiltWorkflow[], collected: Collected): RawEntity {
    const { source, flow } = this.#parts
    const keys = recordsOf(source.body['workflows']).map(keyOf)
    const read = new Set(keys.filter((key) => !flow.has(key)))
    const edges = `${source.pointer}/${flow.field}`
    const entries = withWorkflowEntries({ entries: itemsOf(body[flow.field]), edges, read }, built, collected)
    return entries.length === 0 && !Array.isArray(body[flow.field]) ? {} : { [flow.field]: entries }
  }

  #with(change: Partial<SpecParts>): ImportedSpec {
    return new ImportedSpec({ ...this.#parts, ...change }, true)
  }

  /** Where a node goes: where it was read, else where one of its name stands, else the one place there is. */
  #holderOf(node: NodeImpl): NodeHolder {
    const { nodes, flow } = this.#parts
    const { workflows } = this
    const holders: NodeHolder[] = [...workflows.keys()]
    if (holders.length === 0) return 'body'
    if (nodes === undefined && holders.length === 1) return 0
    if (nodes !== undefined) holders.unshift('body')
    const origin = NodeImpl.stateOf(node)?.origin
    const flowOf = (holder: NodeHolder): unknown => (holder === 'body' ? flow : workflows[holder]?.flow)
    const nodesOf = (holder: NodeHolder): Steps => (holder === 'body' ? nodes : workflows[holder]?.nodes)
    const read = holders.find((holder) => origin !== undefined && flowOf(holder) === origin.flow)
    const found = read ?? holders.find((holder) => findNode(nodesOf(holder), node.name) !== undefined)
    if (found !== undefined) return found
    if (workflows.length === 1) return 0
    const message = `Node '${node.name}' is new, and could go to any of ${workflows.length} workflows.`
    const hint = "Give it to one of them: spec.with(spec.workflow('name').nodes(node))."
    return refuse('schema/type', { message, hint })
  }

  /** The version that was asked for, where the document need not be converted to be of it. */
  #version({ options, faults }: Collected): RawEntity {
    const { version } = options
    const read = this.source.document['version']
    if (version === undefined || version === read) return {}
    if (sameButNumber.includes(read)) return { version }
    const from = readText(this.source.document, 'version') ?? 'unknown'
    const message = `build() cannot write a document of version ${from} as ${version}.`
    const hint = 'Convert it: convertSpec(document, { version }).'
    faults.push(buildFault('schema/value', { message, hint }, '/version'))
    return {}
  }
}
