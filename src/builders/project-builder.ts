import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument } from '../model/generated/types.ts'
import type { BuildOptions } from './build-options.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { EntityBuilder } from './entities/entity-builder.ts'
import type { EnvironmentsInput, SameVariables, VariablesOf } from './project-environments.ts'
import type { SpecBuilder } from './spec-builder.ts'
import type { StandaloneNode } from './standalone-builder.ts'
import type { AnyWorkflow } from './workflow-builder.ts'

/** What a project holds: workflows, resources, functions, components and other entities, and documents that were read. */
export type ProjectPart = AnyWorkflow | EntityBuilder | SpecBuilder | StandaloneNode

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

/** The documents of a project. What `checkSpec` takes as its `project` is such data. */
export interface BuiltProject {
  /** English name of the project. */
  readonly identifier: string
  /** The environment it was built for, when it has any. */
  readonly environment?: string
  /** One document for each part, in the order they were added. */
  readonly documents: readonly FlowDocument[]
}

/** A diagnostic of a project. Its path is a JSON Pointer into what `build()` gives: `/documents/0/spec/…`. */
export interface ProjectDiagnostic extends Diagnostic {
  /** Name of the part it stands in. */
  readonly document?: string
  /** The environments it was found in, when the project has any. */
  readonly environments?: readonly string[]
}

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
   * The documents as they stand, unchecked, for `JSON.stringify`; of a project with environments, those of each. Throws
   * nothing but what a function that makes parts throws.
   */
  toJSON(): unknown
}
