import type { BuildOptions } from '../builders/build/context.ts'
import { DocumentBuilder } from '../builders/buildable.ts'
import { extendChain } from '../builders/chain.ts'
import { defined } from '../builders/fields.ts'
import { fromSpec } from '../builders/imported/from-spec.ts'
import type { DefaultsInput } from '../builders/node/defaults.ts'
import { ProjectImpl } from '../builders/project/project.ts'
import type { BuiltProject, ProjectOptions } from '../builders/project/project-documents.ts'
import { buildSettings } from '../builders/setting-kinds.ts'
import type { SpecReview } from '../check/check-spec.ts'
import type { ProjectDiagnostic } from '../check/project/project-diagnostic.ts'
import type { BuildableProject } from '../dataworks/plan/plan-source.ts'
import { checkSettings, type SettingKindsOf } from '../diagnostics/arguments.ts'
import { showType, showValue } from '../diagnostics/show-value.ts'
import { deepFreeze } from '../document/json/json-copy.ts'
import { isRecord, readText } from '../document/json/records.ts'
import { readSpec } from '../document/read-spec.ts'
import { ConfigError } from './config-error.ts'
import type { EnvironmentSettings } from './environment-settings.ts'
import { documentFiller } from './filled-document.ts'
import { pausedDocument } from './paused-document.ts'

/** What an environment puts into a project. */
export interface EnvironmentSite {
  readonly name: string
  readonly settings: EnvironmentSettings
  readonly options: BuildOptions
}

function defaultsOf({ datasources, resourceGroup }: EnvironmentSettings): DefaultsInput {
  return defined({ datasource: datasources, resourceGroup })
}

function notProject(message: string, hint: string): ConfigError {
  return new ConfigError('openEnvironment', { faults: [{ setting: ['project'], message, hint }] })
}

/** Whether an object can be a document of FlowSpec, of whatever version. */
function isDocument(value: Readonly<Record<string, unknown>>): boolean {
  return 'spec' in value || 'kind' in value || 'version' in value
}

/** The parts that a project is given: builders as they are, documents as builders of what they say and the defaults. */
function partsOf(content: unknown, fill: (document: Readonly<Record<string, unknown>>) => object): readonly unknown[] {
  if (Array.isArray(content)) return content.flatMap((one) => partsOf(one, fill))
  if (content instanceof DocumentBuilder) return [content]
  if (content instanceof ProjectImpl) {
    throw notProject(
      `config.project is a list with a project in it, ${showValue(content.identifier)}.`,
      'Give the project alone, and add the others to it: project.add(…). One project is deployed at a time.',
    )
  }
  if (isRecord(content) && Array.isArray(content['documents']) && !('spec' in content)) {
    return partsOf(content['documents'], fill)
  }
  if (isRecord(content) && typeof content['build'] === 'function') {
    const built: unknown = Reflect.apply(content['build'], content, [])
    return partsOf(built, fill)
  }
  if (isRecord(content) && isDocument(content)) return [fromSpec(fill({ ...readSpec(content) }))]
  const hint =
    'Give a project, a workflow or another builder, a document with kind, version and spec, or a list of these.'
  throw notProject(
    `config.project gives ${showType(content)}${isRecord(content) ? ' that is no project and no document' : ''}.`,
    hint,
  )
}

const { project: _, ...ofEnvironment }: SettingKindsOf<BuildOptions> = buildSettings

/** Settings of the build of a project whose name the environment says. */
export const environmentBuild: SettingKindsOf<Omit<BuildOptions, 'project'>> = ofEnvironment

/**
 * What is given as a project with the defaults of an environment, under the name it has for itself, if any.
 *
 * @throws TypeError for what is no project
 */
export function environmentParts(content: unknown, settings: EnvironmentSettings): ProjectImpl {
  const defaults = defaultsOf(settings)
  if (content instanceof ProjectImpl) return content.defaults(defaults)
  const parts = partsOf(content, documentFiller(defaults))
  return new ProjectImpl({ identifier: ownIdentifier(content) ?? '', defaults, parts: extendChain(undefined, parts) })
}

function ownIdentifier(content: unknown): string | undefined {
  return isRecord(content) && !('spec' in content) ? readText(content, 'identifier') : undefined
}

/** The project of a configuration for one environment, still to be built. */
export interface EnvironmentProject extends BuildableProject {
  /** Builds and checks all documents; throws FlowSpecError with every error. Options are laid over those given before. */
  build(options?: Omit<BuildOptions, 'project'>): BuiltProject
  /** Everything the check has to say of the project in this environment, sorted by place. */
  check(options?: Omit<BuildOptions, 'project'>): readonly ProjectDiagnostic[]
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. */
  review(options?: Omit<BuildOptions, 'project'>): SpecReview
}

/** The one implementation of {@link EnvironmentProject}. */
export class EnvironmentProjectImpl implements EnvironmentProject {
  readonly identifier: string
  readonly #project: ProjectImpl
  readonly #site: EnvironmentSite

  constructor(parts: ProjectImpl, identifier: string, site: EnvironmentSite) {
    this.identifier = identifier
    this.#site = site
    this.#project = parts.revised({ identifier })
    Object.freeze(this)
  }

  /** Settings of the build itself, laid over those that the environment was opened with. */
  #options(call: string, options: Omit<BuildOptions, 'project'>): Partial<ProjectOptions> {
    checkSettings(call, 'options', options, environmentBuild)
    const { name, options: given } = this.#site
    const hasEnvironments = ProjectImpl.stateOf(this.#project)?.environments !== undefined
    const { project: _, ...own } = given
    const rules = { ...own.rules, ...options.rules }
    const custom = [...(own.custom ?? []), ...(options.custom ?? [])]
    const suppress = [...(own.suppress ?? []), ...(options.suppress ?? [])]
    return { ...own, ...options, rules, custom, suppress, ...(hasEnvironments && { environment: name }) }
  }

  build(options: Omit<BuildOptions, 'project'> = {}): BuiltProject {
    const built: Partial<BuiltProject> = this.#project.build(this.#options('build', options))
    const documents = built.documents ?? []
    const { paused = false } = this.#site.settings
    return deepFreeze({
      ...built,
      identifier: this.identifier,
      documents: paused ? documents.map(pausedDocument) : documents,
    })
  }

  check(options: Omit<BuildOptions, 'project'> = {}): readonly ProjectDiagnostic[] {
    return this.#project.check(this.#options('check', options))
  }

  review(options: Omit<BuildOptions, 'project'> = {}): SpecReview {
    return this.#project.review(this.#options('review', options))
  }
}
