import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ProjectPart } from '../builders/project/project.ts'
import type { BuiltProject } from '../builders/project/project-documents.ts'
import { isDataWorksError } from '../dataworks/errors/data-works-error.ts'
import type { BuildableProject } from '../dataworks/plan/plan-source.ts'
import { isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { sentenceOf, showError, showValue } from '../diagnostics/show-value.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import type { FlowDocument } from '../language/generated/types.ts'
import { ConfigError } from './config-error.ts'

/** A project with environments of its own, whichever they are: it is built for the one of the same name. */
export interface ProjectOfEnvironments {
  readonly identifier: string
  build(options: never): BuiltProject
}

/** A workflow or another part of a project, or a document that was built or read. */
export type ProjectItem = ProjectPart | FlowDocument | ReadDocument

/** What a configuration deploys: a project, built or not, a part of one, or a list of parts. */
export type ProjectContent =
  | ProjectItem
  | BuildableProject
  | ProjectOfEnvironments
  | BuiltProject
  | readonly ProjectItem[]

/** What a function that makes a project is told of the environment that it makes it for. */
export interface EnvironmentFacts {
  /** The name of the environment, such as `prod`. */
  readonly environment: string
  readonly projectId: string
  /** The name of the workspace, as far as the environment says it. */
  readonly identifier: string | undefined
}

/**
 * A project of a configuration: itself, a promise of it, a function that makes it for an environment, or the path of a
 * module whose export `default` or `project` is one of these.
 */
export type ProjectInput =
  | ProjectContent
  | Promise<ProjectContent>
  | ((facts: EnvironmentFacts) => ProjectContent | Promise<ProjectContent>)
  | string
  | URL

/** Loads a module by its address: what `import` does, or what can read TypeScript. */
export type LoadModule = (address: URL) => Promise<unknown>

/** How a module is found and loaded. */
export interface ModuleLoading {
  /** The folder that a relative path counts from. */
  readonly baseDir: string | URL
  readonly load: LoadModule
}

/** Loads a module as the running program loads its own. */
export const importModule: LoadModule = async (address) => {
  const loaded: unknown = await import(address.href)
  return loaded
}

function addressOf(path: string | URL, baseDir: string | URL): URL {
  if (path instanceof URL) return path
  if (path.startsWith('file:')) return new URL(path)
  return pathToFileURL(resolve(baseDir instanceof URL ? fileURLToPath(baseDir) : baseDir, path))
}

/** @throws TypeError with its cause for a module that cannot be loaded */
async function loadedFrom(address: URL, load: LoadModule): Promise<object> {
  try {
    return Object(await load(address))
  } catch (cause) {
    const message = `config.project names ${address.href}, which cannot be loaded: ${showError(cause)}`
    throw new ConfigError('openEnvironment', { faults: [{ setting: ['project'], message, hint: '' }], cause })
  }
}

/** @throws TypeError for a module that exports neither */
async function exportOf(path: string | URL, { baseDir, load }: ModuleLoading): Promise<unknown> {
  const loaded = await loadedFrom(addressOf(path, baseDir), load)
  const found: unknown = Reflect.get(loaded, 'default') ?? Reflect.get(loaded, 'project')
  if (found !== undefined) return found
  const names = Object.keys(loaded).join(', ') || 'nothing'
  const message = `config.project is ${showValue(String(path))}, a module that exports ${names}.`
  const hint = 'Export the project as default, or as project.'
  throw new ConfigError('openEnvironment', { faults: [{ setting: ['project'], message, hint }] })
}

/** The error of a project that cannot be had, for what code of the user threw. */
export function failedProject(call: string, what: string, cause: unknown): ConfigError {
  const hint = cause instanceof Error ? '' : 'Throw an Error, which says where it comes from: throw new Error(…).'
  return new ConfigError(call, {
    faults: [{ setting: ['project'], message: `${what} ${sentenceOf(cause)}`, hint }],
    cause,
  })
}

export const rejectedProject = 'config.project is a promise that was rejected:'

/**
 * What code of the user gives, or waits for.
 *
 * @throws TypeError with its cause, for what is none of the errors that say what to do
 */
async function givenBy(what: string, give: () => unknown): Promise<unknown> {
  try {
    const given: unknown = await give()
    return given
  } catch (cause) {
    if (isFlowSpecError(cause) || isDataWorksError(cause) || cause instanceof ConfigError) throw cause
    throw failedProject('openEnvironment', what, cause)
  }
}

/** Makes the project of a configuration for an environment, as far as its parts: nothing is built yet. */
export async function contentOf(input: unknown, facts: EnvironmentFacts, loading: ModuleLoading): Promise<unknown> {
  let content = await givenBy(rejectedProject, () => input)
  let what = 'config.project'
  // A module may export a function, and a function give a promise.
  if (typeof content === 'string' || content instanceof URL) {
    what = `The project of ${String(content)}`
    const path = content
    content = await givenBy(`${what} is a promise that was rejected:`, () => exportOf(path, loading))
  }
  if (typeof content !== 'function') return content
  const make = content
  return await givenBy(`${what} is a function that threw an error:`, () => Reflect.apply(make, undefined, [facts]))
}
