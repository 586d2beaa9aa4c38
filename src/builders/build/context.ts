import type { CheckOptions, Suppression } from '../../check/check-options.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowDependency, FlowNode } from '../../language/generated/types.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import { Taken } from './taken.ts'
import { type Trace, traceOf } from './trace.ts'

/** Settings of `build()`, `check()` and `toJSON()` of a workflow. */
export interface BuildOptions {
  /** English name of the project; outputs become `<project>.<name>`, and `projectRoot()` becomes `<project>_root`. */
  readonly project?: string
  /** Folder that relative code files count from. Default: the working directory. */
  readonly baseDir?: string | URL
  /** Version of the language. Default `1.1.0`; `1.2.0` differs by its number only. */
  readonly version?: '1.1.0' | '1.2.0'
  /** `omit` leaves `timeoutUnit` out, for readers of the language that do not know the field. Default `write`. */
  readonly timeoutUnit?: 'write' | 'omit'
  /**
   * Where the bodies of loops stand: `nested` inside the node of the loop, or as its `siblings` in the workflow, each of
   * which names the loop in `metadata.container`. Default `nested`.
   */
  readonly loops?: 'nested' | 'siblings'
  /** Severities of rules, or `off`. */
  readonly rules?: NonNullable<CheckOptions['rules']>
  /** Rules of the team's own, which run beside those of the catalogue. */
  readonly custom?: NonNullable<CheckOptions['custom']>
  /**
   * What stays silent, each with a reason, beside what builders silence themselves. A `path` is one in the document that is
   * built, of a project in each of them.
   */
  readonly suppress?: NonNullable<CheckOptions['suppress']>
  /**
   * Whether each diagnostic says in `source` where the builder it comes from was started: file, line and column of the
   * call of `workflow`, `odpsSql` and the like. Default: whether the environment variable `FLOWSPEC_TRACE` is set.
   */
  readonly trace?: boolean
}

/** How a document that nothing is added to writes its dependencies on its own nodes: with the name, without, or by id. */
export type EdgeForm = 'named' | 'output' | 'id'

/** What holds where a document says what its builders say and nothing else. */
export interface Verbatim {
  readonly edges: EdgeForm
}

/** What a build collects beside the document. */
export interface Collected {
  readonly options: BuildOptions
  /** Set where no defaults are written: no ids, paths, outputs and windows of schedules that nobody gave. */
  readonly verbatim?: Verbatim | undefined
  /** Faults that the finished document no longer shows. */
  readonly faults: Diagnostic[]
  readonly suppressions: Suppression[]
  readonly taken: Taken
  /** Where builders were started, when that is asked. */
  readonly trace?: Trace | undefined
}

/** What is to be collected by a build, still empty. */
export function collecting(options: BuildOptions): Collected {
  return { options, faults: [], suppressions: [], taken: new Taken(), trace: traceOf(options) }
}

/** Where a document holds the nodes and edges of a flow: JSON Pointers of the two lists. */
export interface FlowPointers {
  readonly nodes: string
  readonly edges: string
  /** Where in these lists the flow begins, when it shares them with others. Default 0. */
  readonly firstNode?: number
  readonly firstEdge?: number
}

/** The nodes and dependencies of a flow as the document holds them. */
export interface FlowParts {
  readonly nodes: FlowNode[]
  readonly dependencies: FlowDependency[]
}

/** The nodes of a flow by name, the first of each. */
export type NodesByName = ReadonlyMap<string, FlowNode>

/** Fills in what a node says of the other nodes of its flow, in place. */
export type LinkTask = (nodes: NodesByName) => void

/** What the parts of a build share. */
export interface BuildContext {
  readonly options: BuildOptions
  readonly verbatim?: Verbatim | undefined
  readonly defaults: DefaultsInput
  /** Path of the workflow, which default node paths begin with; undefined for a node on its own. */
  readonly folder: string | undefined
  /** Where the nodes and edges of the flow stand. */
  readonly pointers: FlowPointers
  /** The flow of the workflow, as soon as it stands, where the bodies of loops are put beside the loops. */
  readonly whole: { flow?: FlowParts } | undefined
  /** What is left to do when all nodes of the flow stand. */
  readonly links: LinkTask[]
  /** New ids of nodes of the flow that were read with others, by those. */
  readonly newIds: Map<string, string>
  /** The bodies of loops that are still to be built; building one may add more. */
  readonly bodies: (() => void)[]
  /** What nodes silenced. */
  readonly suppressions: Suppression[]
  /** Adds a fault that the finished document no longer shows. */
  readonly report: (fault: Diagnostic) => void
  /** What is taken from elsewhere; undefined where nobody asks. */
  readonly taken: Taken | undefined
  /** Where builders were started, when that is asked. */
  readonly trace: Trace | undefined
}

/** The context of a flow inside another one. */
export function innerContext(outer: BuildContext, changes: Partial<BuildContext>): BuildContext {
  return { ...outer, links: [], newIds: new Map(), ...changes }
}

/** Where a built document holds a node. */
export function nodePointer(index: number, { pointers }: { readonly pointers: FlowPointers }): string {
  return `${pointers.nodes}/${index + (pointers.firstNode ?? 0)}`
}

/** Where a built document holds what a node depends on. */
export function dependencyPointer(index: number, { pointers }: { readonly pointers: FlowPointers }): string {
  return `${pointers.edges}/${index + (pointers.firstEdge ?? 0)}`
}
