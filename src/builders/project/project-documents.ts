import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { readText } from '../../document/json/records.ts'
import { buildDocument } from '../build/document.ts'
import { type BuildOptions, type BuiltDocument, checkBuilt } from '../buildable.ts'
import { type Chain, chainItems } from '../chain.ts'
import { EntityImpl } from '../entities/entity.ts'
import { buildEntity } from '../entities/entity-document.ts'
import { defined } from '../fields.ts'
import { SpecBuilderImpl } from '../imported/spec-builder.ts'
import { buildSpec } from '../imported/spec-document.ts'
import type { CopiedJson } from '../json-copy.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { buildStandalone, StandaloneImpl } from '../workflow/standalone.ts'
import { WorkflowImpl } from '../workflow/workflow.ts'
import type { BuiltProject, ProjectDiagnostic } from './project.ts'

/** A function that makes parts, whatever the types of its variables. */
type Maker = (variables: unknown, environment: unknown) => unknown

/** Everything a project builder knows. Never changed: each step makes a new one. */
export interface ProjectState {
  readonly identifier: string
  readonly defaults?: DefaultsInput
  /** The variables of each environment, by its name. */
  readonly environments?: ReadonlyMap<string, CopiedJson>
  readonly parts?: Chain<unknown> | undefined
}

/** A project for one environment: its documents, unchecked, and how each came about. */
interface ProjectDraft {
  readonly value: BuiltProject
  readonly parts: readonly { readonly name: string | undefined; readonly built: BuiltDocument }[]
  readonly faults: readonly Diagnostic[]
}

function isMaker(part: unknown): part is Maker {
  return typeof part === 'function'
}

function strayPart({ identifier }: ProjectState): Diagnostic {
  const message = `Project '${identifier}' was given a value that is no builder.`
  const hint = 'Give workflows, resources, functions and other entities, or functions that make them.'
  return createDiagnostic({ rule: 'schema/type', severity: 'error', message, hint, path: '/documents' })
}

function notVariable({ identifier }: ProjectState, key: string, environment = ''): Diagnostic {
  const message = `Environment '${environment}' of project '${identifier}' holds "${key}", whose value JSON cannot hold.`
  const hint = 'Give plain objects, lists, texts, finite numbers, booleans and null.'
  return createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' })
}

/** Outputs are `<identifier>.<name>`: without an identifier, or with a dot in it, they are those of no project. */
function identifierFaults({ identifier }: ProjectState): readonly Diagnostic[] {
  if (/^[A-Za-z]\w*$/.test(identifier)) return []
  const severity = identifier === '' || identifier.includes('.') ? 'error' : 'warning'
  const message = `The identifier of a project is ${JSON.stringify(identifier)}.`
  const hint = 'Give the English name of the workspace: letters, digits and underscores, a letter first.'
  return [createDiagnostic({ rule: 'name/characters', severity, message, hint, path: '/identifier' })]
}

/** What is wrong with an environment that a project is asked for. */
export function unknownEnvironment(
  { identifier, environments = new Map() }: ProjectState,
  environment: string | undefined,
): readonly Diagnostic[] {
  if (environment === undefined ? environments.size === 0 : environments.has(environment)) return []
  const asked = environment === undefined ? 'is asked for no environment' : `has no environment '${environment}'`
  const names = [...environments.keys()]
  const hint = names.length === 0 ? 'Give it some: .environments({ … }).' : `It has: ${names.join(', ')}.`
  const message = `Project '${identifier}' ${asked}.`
  return [createDiagnostic({ rule: 'project/unknown-environment', severity: 'error', message, hint, path: '' })]
}

/** Makes the documents of a project for an environment. */
export function buildProject(
  state: ProjectState,
  environment: string | undefined,
  options: BuildOptions,
): ProjectDraft {
  const { identifier, defaults = {}, environments } = state
  const faults: Diagnostic[] = [...identifierFaults(state)]
  const { value: variables, notJson } = environments?.get(environment ?? '') ?? {}
  if (notJson !== undefined) faults.push(notVariable(state, notJson, environment))
  const given = chainItems(state.parts).flatMap((part) => (isMaker(part) ? part(variables, environment) : part))
  const parts: ProjectDraft['parts'][number][] = []
  for (const part of given) {
    const built = buildPart(part, { ...options, project: identifier }, defaults)
    if (built === undefined) faults.push(strayPart(state))
    else parts.push({ name: readText(part, 'name') ?? readText(built.document.spec, 'name'), built })
  }
  const value = defined({ identifier, environment, documents: parts.map(({ built }) => built.document) })
  return { value, parts, faults }
}

function placed({ path }: Diagnostic, at: number): { readonly path: string } {
  return { path: `/documents/${at}${path}` }
}

/** Everything there is to say of a project for one environment. */
export function checkProject(
  { value, parts, faults }: ProjectDraft,
  options: BuildOptions,
): readonly ProjectDiagnostic[] {
  const { environment } = value
  const environments = environment === undefined ? undefined : [environment]
  const found: ProjectDiagnostic[] = faults.map((fault) => ({ ...fault, ...defined({ environments }) }))
  for (const [at, { name, built }] of parts.entries()) {
    for (const diagnostic of checkBuilt(built, options, value)) {
      // The settings are those of the whole project.
      const place = diagnostic.rule.startsWith('settings/')
        ? { path: '' }
        : defined({ ...placed(diagnostic, at), document: name })
      found.push({ ...diagnostic, ...place, ...defined({ environments }) })
    }
  }
  return found
}

/**
 * Makes the document of a part of a project, unchecked.
 *
 * @param defaults - what the project fills in, below what the part itself says
 * @returns undefined for a value that is no builder of a document
 */
function buildPart(part: unknown, options: BuildOptions, defaults: DefaultsInput): BuiltDocument | undefined {
  if (part instanceof WorkflowImpl) {
    const { state } = part
    return buildDocument({ ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }, options)
  }
  const entity = EntityImpl.stateOf(part)
  if (entity !== undefined) return buildEntity(entity, options, defaults)
  const single = StandaloneImpl.stateOf(part)
  if (single !== undefined) return buildStandalone(single, options, defaults)
  const spec = SpecBuilderImpl.stateOf(part)
  return spec && buildSpec(spec, options, defaults)
}
