import type { BuildOptions } from '../../builders/build/context.ts'
import { DocumentBuilder } from '../../builders/buildable.ts'
import { chainItems, extendChain } from '../../builders/chain.ts'
import { SpecBuilderImpl } from '../../builders/imported/spec-builder.ts'
import { noteSource } from '../../builders/made-of.ts'
import type { DefaultsInput } from '../../builders/node/defaults.ts'
import type { AnyNode, Dependency } from '../../builders/node/node-builder.ts'
import { isMaker } from '../../builders/project/made-parts.ts'
import { ProjectImpl } from '../../builders/project/project.ts'
import { EnvironmentDraft, type PartSite } from '../../builders/project/project-documents.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import {
  type ArgumentKind,
  anything,
  checkArgument,
  checkSettings,
  oneOf,
  type SettingKinds,
  text,
} from '../../diagnostics/arguments.ts'
import { deepFreeze } from '../../document/json/json-copy.ts'
import {
  type AddedDependency,
  type DerivedDependencies,
  derivedText,
  type LeftDependency,
  type NodeSqlFault,
} from './derived.ts'
import { type DerivingChoices, deriveEdges } from './derived-edges.ts'
import { EdgeWriter } from './part-edges.ts'
import { PartNodes } from './part-nodes.ts'
import { mapTables } from './table-map.ts'

/** Settings of {@link deriveDependencies}. */
export interface DeriveOptions {
  /**
   * What a table is that no node writes: an `external` output `project.table` that the reader comes after, or nothing. Default
   * `ignore`.
   */
  readonly unknown?: 'external' | 'ignore'
  /**
   * What it means that a node reads a table before, or while, it writes it: that it waits for its own `previous` cycle, or
   * nothing. Default `ignore`.
   */
  readonly self?: 'previous' | 'ignore'
  /** Of a workflow: the project that names of tables without one belong to. A project knows its own. */
  readonly project?: string
  /** Folder that relative code files count from. Default: the working directory. */
  readonly baseDir?: string | URL
}

const kinds: SettingKinds = {
  unknown: oneOf('external', 'ignore'),
  self: oneOf('previous', 'ignore'),
  project: text,
  baseDir: anything,
}

const sourceKind: ArgumentKind = {
  takes: 'a workflow, a project, or what fromSpec gave',
  holds: (value) =>
    WorkflowImpl.stateOf(value) !== undefined ||
    value instanceof SpecBuilderImpl ||
    ProjectImpl.stateOf(value) !== undefined,
}

/** Parts with the edges that their tables ask for. */
interface DerivedParts {
  readonly parts: readonly unknown[]
  readonly added: readonly AddedDependency[]
  readonly left: readonly LeftDependency[]
  readonly faults: readonly NodeSqlFault[]
  /** Whether there is any node in them. */
  readonly hasNodes: boolean
}

function withEdge(node: AnyNode, dependency: Dependency | 'self'): AnyNode {
  return dependency === 'self' ? node.afterPrevious('self') : node.after(dependency)
}

function deriveParts(
  given: readonly unknown[],
  { options, defaults }: PartSite,
  choices: DerivingChoices,
): DerivedParts {
  const built = given.map((part) => DocumentBuilder.partOf(part, options, defaults)?.value)
  const map = mapTables(
    built.map((document, at) => ({ document: document ?? {}, path: `/${at}` })),
    options.project,
  )
  const { edges, left, faults } = deriveEdges(map, choices)
  const writer = new EdgeWriter(given, map)
  const changes = given.map((part) => new PartNodes(part))
  const added: AddedDependency[] = []
  const unplaced: LeftDependency[] = []
  for (const edge of edges) {
    const upstream = writer.upstreamOf(edge)
    if ('reason' in upstream) unplaced.push({ ...edge.told, reason: upstream.reason })
    else if (changes[edge.document]?.change(edge.to, (node) => withEdge(node, upstream.dependency)) === true)
      added.push(edge.told)
    else unplaced.push({ ...edge.told, reason: `no node of the builder is the one that '${edge.to.name}' is` })
  }
  const parts = changes.map((change) => change.build())
  for (const [at, part] of parts.entries()) noteSource(part, given[at])
  return { parts, added, left: [...left, ...unplaced], faults, hasNodes: map.nodes.length > 0 }
}

/** What was found in several environments is told once. */
function eachOnce<Found>(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

function deriveProject(source: ProjectImpl, options: BuildOptions, choices: DerivingChoices): [unknown, DerivedParts] {
  const { identifier, environments, parts, defaults = {} } = ProjectImpl.stateOf(source) ?? { identifier: '' }
  const given = chainItems(parts)
  if (!given.some(isMaker)) {
    const derived = deriveParts(given, { options: { ...options, project: identifier }, defaults }, choices)
    return [source.revised({ parts: extendChain(undefined, derived.parts) }), derived]
  }
  const found: DerivedParts[] = []
  const revise = (made: readonly unknown[], site: PartSite): readonly unknown[] => {
    const derived = deriveParts(made, { ...site, options: { ...options, ...site.options } }, choices)
    found.push(derived)
    return derived.parts
  }
  const builder = source.revised({ revise })
  const state = ProjectImpl.stateOf(builder)
  if (state !== undefined) {
    for (const environment of environments?.keys() ?? []) {
      const { failure } = new EnvironmentDraft(state, { environment })
      if (failure !== undefined) throw failure
    }
  }
  const all = [...found]
  return [
    builder,
    {
      parts: [],
      added: eachOnce(all.flatMap(({ added }) => added)),
      left: eachOnce(all.flatMap(({ left }) => left)),
      faults: eachOnce(all.flatMap(({ faults }) => faults)),
      hasNodes: all.some(({ hasNodes }) => hasNodes),
    },
  ]
}

/**
 * Adds the edges that follow from the SQL of nodes: a node that reads a table comes after the node that writes it, within a
 * workflow and across the workflows of a project. Edges that are there stay, and an edge is not added where a path leads from
 * the one node to the other already. Edges that would close a cycle are told and not added.
 *
 * Tables come from the code, and from `.reads(…)` and `.writes(…)`. A name without a project is looked for in the project, or,
 * where nodes use several data sources, in the data source of the node. Parameters of a node are put into the names of its tables.
 *
 * @param source - a workflow, a project, or what `fromSpec` gave
 * @returns the same builder with edges, what was added and why, what was not added, and the statements that were not read
 * @throws FlowSpecError when it is given something else; never because of the code
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { deriveDependencies } from 'flowspec/sql'
 *
 * const orders = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .nodes(
 *     odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders'),
 *     odpsSql('dwd').code('insert overwrite table dwd_orders select * from ods_orders'),
 *   )
 * const { builder, added } = deriveDependencies(orders)
 * for (const { node, upstream, table, line } of added) {
 *   process.stdout.write(`${node} comes after ${upstream}: it reads ${table} in line ${line}\n`)
 * }
 * builder.build()
 * ```
 */
export function deriveDependencies<Source extends { toJSON(): unknown }>(
  source: Source,
  options: DeriveOptions = {},
): DerivedDependencies<Source> {
  checkArgument('deriveDependencies', 'source', source, sourceKind)
  checkSettings('deriveDependencies', 'options', options, kinds)
  const { unknown = 'ignore', self = 'ignore', ...building } = options
  const [builder, { added, left, faults, hasNodes }] = derive(source, building, { unknown, self })
  // A step of a builder gives a builder of its own class, whose type the caller's is.
  const found = deepFreeze({ added, left, faults })
  return Object.freeze({ ...found, builder: builder as Source, toText: () => derivedText(found, hasNodes) })
}

function derive(source: object, options: BuildOptions, choices: DerivingChoices): [unknown, DerivedParts] {
  if (source instanceof ProjectImpl) return deriveProject(source, options, choices)
  const defaults: DefaultsInput = {}
  const derived = deriveParts([source], { options, defaults }, choices)
  return [derived.parts[0], derived]
}
