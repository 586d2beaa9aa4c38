import type { SpecReview } from '../../check/check-spec.ts'
import { type ProjectDiagnostic, reviewedOnce } from '../../check/project/project-diagnostic.ts'
import type { Hint } from '../../diagnostics/hint.ts'
import { copyJson } from '../../document/json/json-copy.ts'
import {
  type ArgumentKind,
  checkArgument,
  checkEach,
  checkSettings,
  checkWhen,
  type SettingKinds,
  type SettingKindsOf,
  step as stepKind,
  stepped,
  text,
} from '../arguments.ts'
import type { BuildOptions } from '../build/context.ts'
import { Buildable, DocumentBuilder, type Draft, failureOf } from '../buildable.ts'
import { callOf } from '../call.ts'
import { extendChain } from '../chain.ts'
import type { EntityBuilder } from '../entities/entity.ts'
import type { SpecBuilder } from '../imported/spec-builder.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { buildSettings, defaultSettings } from '../setting-kinds.ts'
import type { VerbatimDocument } from '../verbatim/verbatim-document.ts'
import type { StandaloneNode } from '../workflow/standalone.ts'
import type { AnyWorkflow } from '../workflow/workflow-builder.ts'
import { checkEnvironments } from './given-environments.ts'
import { noteMakers } from './made-parts.ts'
import {
  type BuiltProject,
  EnvironmentDraft,
  type ProjectOptions,
  type ProjectState,
  unknownEnvironment,
} from './project-documents.ts'
import type { EnvironmentsInput, SameVariables, VariablesOf } from './project-environments.ts'

/** What a project holds: workflows, resources, functions, components and other entities, and documents that were read or are verbatim. */
export type ProjectPart = AnyWorkflow | EntityBuilder | SpecBuilder | StandaloneNode | VerbatimDocument

/**
 * Makes parts of a project from the variables of an environment.
 *
 * @param variables - the values of the environment the project is built for
 * @param environment - its name
 */
export type ProjectPartMaker<Variables, Environment extends string> = (
  variables: Variables,
  environment: Environment,
) => ProjectPart | readonly ProjectPart[]

/** Settings of `build()` of a project; the project itself is known. */
export interface ProjectBuildOptions<Environment extends string = never> extends Omit<BuildOptions, 'project'> {
  /** The environment it is built for. */
  readonly environment: Environment
}

/** Settings of `check()` of a project. Without an environment, all of them are checked. */
export type ProjectCheckOptions<Environment extends string = string> = Partial<ProjectBuildOptions<Environment>>

/** The step that names the environments of a project. */
export type GiveEnvironments = <const Environments extends EnvironmentsInput>(
  environments: Environments & SameVariables<Environments>,
) => Project<keyof Environments & string, VariablesOf<Environments>>

/**
 * A project being written: many workflows, resources and functions of one workspace together. Every method returns a new
 * builder and changes nothing. Its type carries its environments and their variables.
 *
 * `add` adds, `defaults` merges key by key; environments are given once.
 *
 * @example
 * ```ts
 * import { odpsSql, project, workflow } from 'flowspec'
 *
 * const retail = project('retail')
 *   .environments({ dev: { database: 'retail_dev', retries: 0 }, prod: { database: 'retail', retries: 3 } })
 *   .add(({ database, retries }) =>
 *     workflow('orders')
 *       .cron('00 02 00 * * ?')
 *       .nodes(odpsSql('ods').code(`select * from ${database}.raw`).strategy({ rerunTimes: retries })),
 *   )
 *
 * const { documents } = retail.build({ environment: 'prod' })
 * ```
 */
export interface Project<Environment extends string = never, Variables = never> {
  /** English name of the project, with which outputs begin: `<identifier>.<name>`. */
  readonly identifier: string
  /** Sets what workflows, nodes and entities get that do not say it themselves, below their own defaults. */
  defaults(defaults: DefaultsInput): Project<Environment, Variables>
  /**
   * Names the environments the project is built for and gives each its variables. All have the same variables: one that
   * lacks some, or has one of another type, does not compile.
   */
  readonly environments: [Environment] extends [never] ? GiveEnvironments : never
  /** Adds parts: builders, or functions that make them from the variables of an environment. */
  add(
    ...parts: readonly (
      | ProjectPart
      | ([Environment] extends [never] ? never : ProjectPartMaker<Variables, Environment>)
      | Hint<'spread a list: .add(...parts); nodes belong into a workflow; of a document, fromSpec(document)'>
    )[]
  ): Project<Environment, Variables>
  /** Applies a step only when a condition holds, without leaving the chain. */
  when(
    condition: boolean,
    step: (builder: Project<Environment, Variables>) => Project<Environment, Variables>,
  ): Project<Environment, Variables>
  /**
   * Builds all documents and checks each, and what they say of one another, once.
   *
   * @returns the documents, deeply frozen
   * @throws FlowSpecError with every error of every document; warnings and notes do not throw
   */
  build(
    ...options: [Environment] extends [never]
      ? [options?: Omit<ProjectBuildOptions, 'environment'>]
      : [options: ProjectBuildOptions<Environment>]
  ): BuiltProject
  /**
   * Everything the check has to say, sorted by place; without an environment, of every one, each diagnostic once. Throws
   * nothing but what a function that makes parts throws.
   */
  check(options?: ProjectCheckOptions<Environment>): readonly ProjectDiagnostic[]
  /**
   * What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Throws nothing but what a
   * function that makes parts throws.
   */
  review(options?: ProjectCheckOptions<Environment>): SpecReview
  /**
   * The documents as they stand, unchecked, for `JSON.stringify`; of a project with environments, those of each. Throws
   * nothing but what a function that makes parts throws.
   */
  toJSON(): unknown
}

/**
 * Starts a project: workflows, resources, functions and components of one workspace, built and checked together. Outputs
 * become `<identifier>.<name>`, and what the documents say of one another is checked: names and outputs that are taken,
 * outputs nobody provides, cycles.
 *
 * @param identifier - English name of the project
 * @returns a builder; nothing is made or checked until `build()` or `check()`
 *
 * @example
 * ```ts
 * import { fileResource, odpsSql, project, workflow } from 'flowspec'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))
 * const report = odpsSql('report').code('select 2').after(orders.outputOf('ods_orders'))
 * const reports = workflow('reports').cron('00 30 00 * * ?').nodes(report)
 *
 * const retail = project('retail')
 *   .defaults({ datasource: 'odps_first', resourceGroup: 'group_1' })
 *   .add(orders, reports, fileResource('orders.jar'))
 *
 * const { documents } = retail.build()
 * ```
 */
export function project(identifier: string): Project {
  // The one implementation serves projects of all environments and variables, which only the types tell apart.
  checkArgument('project', 'identifier', identifier, text)
  return new ProjectImpl({ identifier, call: callOf(project) }) as unknown as Project
}

/** What a function makes is told at build. */
const partKind: ArgumentKind = {
  takes:
    'a workflow, a resource or another builder of a document, or a function that makes some; a list is spread, .add(...parts), and nodes belong into a workflow',
  holds: (value) => stepKind.holds(value) || value instanceof DocumentBuilder,
}

/** Settings of `build()` and `check()` of a project. */
const projectSettings: SettingKindsOf<ProjectOptions & BuildOptions> = { ...buildSettings, environment: text }

/** The one implementation of `Project`, whose types say which environments and variables there are. */
export class ProjectImpl extends Buildable<ProjectOptions, object> {
  readonly #state: ProjectState

  constructor(state: ProjectState) {
    super()
    this.#state = state
  }

  static stateOf(builder: unknown): ProjectState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  #with(change: Partial<ProjectState>): ProjectImpl {
    return new ProjectImpl({ ...this.#state, ...change })
  }

  get identifier(): string {
    return this.#state.identifier
  }

  /** The project under another name, with other parts, or with what changes those that its functions make. */
  revised(
    change: Pick<ProjectState, 'identifier'> | Pick<ProjectState, 'parts'> | Pick<ProjectState, 'revise'>,
  ): ProjectImpl {
    return this.#with(change)
  }

  defaults(defaults: DefaultsInput): ProjectImpl {
    checkSettings('defaults', 'defaults', defaults, defaultSettings)
    return this.#with({ defaults: mergeDefaults(this.#state.defaults, defaults) })
  }

  environments(environments: Readonly<Record<string, unknown>>): ProjectImpl {
    checkEnvironments(environments)
    const copies = Object.entries(environments).map(([name, variables]) => [name, copyJson(variables)] as const)
    return this.#with({ environments: new Map(copies) })
  }

  add(...parts: readonly unknown[]): ProjectImpl {
    checkEach('add', 'part', parts, partKind)
    noteMakers(parts, this.add)
    return this.#with({ parts: extendChain(this.#state.parts, parts) })
  }

  when(condition: boolean, step: (builder: ProjectImpl) => ProjectImpl): ProjectImpl {
    checkWhen(condition, step)
    return condition ? stepped(step(this), ProjectImpl.stateOf) : this
  }

  override build(options: Partial<ProjectOptions> = {}): object {
    checkSettings('build', 'options', options, projectSettings)
    const unknown = unknownEnvironment(this.#state, options.environment)
    if (unknown.length > 0) throw failureOf(this.build, unknown)
    return super.build(options)
  }

  override compared(): unknown {
    const state = this.#state
    const { defaults, environments } = state
    const names = [undefined, ...(environments?.keys() ?? [])]
    const drafts = names
      .slice(names.length > 1 ? 1 : 0)
      .map((environment) => new EnvironmentDraft(state, { environment }))
    return { defaults, environments, drafts }
  }

  protected override get buildSettings(): SettingKinds {
    return projectSettings
  }

  /** Without an environment, the draft of each. */
  protected override draft(options: Partial<ProjectOptions>): Draft<object> {
    const state = this.#state
    const { identifier } = state
    const names = [...(state.environments?.keys() ?? [])]
    if (options.environment !== undefined || names.length === 0) {
      const unknown = unknownEnvironment(state, options.environment)
      if (unknown.length > 0)
        return { value: { identifier }, review: () => ({ diagnostics: unknown, suppressed: [], unused: [] }) }
      return new EnvironmentDraft(state, options)
    }
    const drafts = names.map((environment) => new EnvironmentDraft(state, { ...options, environment }))
    const environments = Object.fromEntries(drafts.map(({ value }, index) => [names[index], value]))
    return {
      value: { identifier, environments },
      failure: drafts.map(({ failure }) => failure).find((failure) => failure !== undefined),
      review: () => reviewedOnce(drafts.map((draft) => draft.review())),
    }
  }
}
