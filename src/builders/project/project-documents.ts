import type { SpecReview } from '../../check/check-spec.ts'
import type { SuppressedDiagnostic } from '../../check/engine/suppression.ts'
import { checkIdentifier, type ProjectDiagnostic, reviewedOnce } from '../../check/project/project-diagnostic.ts'
import { ProjectMembers } from '../../check/project/project-members.ts'
import { type UnusedSuppression, unusedEverywhere } from '../../check/unused-suppressions.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import type { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { CopiedJson } from '../../document/json/json-copy.ts'
import { readText } from '../../document/json/records.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import type { BuildOptions } from '../build/context.ts'
import { buildFault, jsonHint } from '../build/faults.ts'
import { traceOf } from '../build/trace.ts'
import { type BuiltDocument, DocumentBuilder, type Draft } from '../buildable.ts'
import type { Call } from '../call.ts'
import { type Chain, chainItems } from '../chain.ts'
import { defined } from '../fields.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import { knownVariables } from './given-environments.ts'
import { madeParts } from './made-parts.ts'

/** The documents of a project. What `checkSpec` takes as its `project` is such data. */
export interface BuiltProject {
  /** English name of the project. */
  readonly identifier: string
  /** The environment it was built for, when it has any. */
  readonly environment?: string
  /** One document for each part, in the order they were added. */
  readonly documents: readonly FlowDocument[]
}

/** Everything a project builder knows. Never changed: each step makes a new one. */
export interface ProjectState {
  readonly identifier: string
  /** Where it was started. */
  readonly call?: Call | undefined
  readonly defaults?: DefaultsInput
  /** The variables of each environment, by its name. */
  readonly environments?: ReadonlyMap<string, CopiedJson>
  readonly parts?: Chain<unknown> | undefined
  /** Changes the parts of an environment once all of them are made. */
  readonly revise?: RevisePart | undefined
}

/** Gives parts in the place of those that a project was given or that its functions made, in their order. */
export type RevisePart = (parts: readonly unknown[], site: PartSite) => readonly unknown[]

/** How the parts of a project are built. */
export interface PartSite {
  readonly options: BuildOptions
  readonly defaults: DefaultsInput
}

/** Settings of a build or a check of a project. */
export interface ProjectOptions extends Omit<BuildOptions, 'project'> {
  readonly environment: string | undefined
}

function strayPart({ identifier }: ProjectState, part: unknown): Diagnostic {
  if (part instanceof Promise) {
    // That it is none is told here; what it was rejected with would end the process.
    part.catch(() => undefined)
    const message = `Project '${identifier}' was given a promise, which is no builder.`
    const hint = 'Functions of parts are not async: await what they need before, or .add(await …).'
    return buildFault('schema/type', { message, hint }, '/documents')
  }
  const message = `Project '${identifier}' was given a value that is no builder.`
  const hint = 'Give workflows, resources, functions and other entities, or functions that make them.'
  return buildFault('schema/type', { message, hint }, '/documents')
}

function notVariable({ identifier }: ProjectState, key: string, environment = ''): Diagnostic {
  const message = `Environment '${environment}' of project '${identifier}' holds "${key}", whose value JSON cannot hold.`
  return buildFault('document/not-json', { message, hint: jsonHint }, '')
}

/** What is wrong with an environment that a project is asked for. */
export function unknownEnvironment(
  { identifier, environments = new Map() }: ProjectState,
  environment: string | undefined,
): readonly Diagnostic[] {
  if (environment === undefined ? environments.size === 0 : environments.has(environment)) return []
  const asked = environment === undefined ? 'is asked for no environment' : `has no environment '${environment}'`
  const names = [...environments.keys()]
  const near = didYouMean(environment ?? '', names)
  const known = near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean "${near}"?`
  const hint = names.length === 0 ? 'Give it some: .environments({ … }).' : known
  const message = `Project '${identifier}' ${asked}.`
  return [buildFault('project/unknown-environment', { message, hint }, '')]
}

/** A part of a project with its document. */
interface ProjectDocument {
  readonly name: string | undefined
  readonly built: BuiltDocument
}

/** A project for one environment, or for none: its documents, unchecked. */
export class EnvironmentDraft implements Draft<BuiltProject> {
  readonly value: BuiltProject
  readonly documents: readonly ProjectDocument[]
  readonly faults: readonly Diagnostic[]
  readonly failure: FlowSpecError | undefined

  constructor(state: ProjectState, { environment, ...options }: Partial<ProjectOptions>) {
    const { identifier, defaults = {}, environments } = state
    const faults: Diagnostic[] = [...checkIdentifier(identifier)]
    const { value: variables, notJson } = environments?.get(environment ?? '') ?? {}
    if (notJson !== undefined) faults.push(notVariable(state, notJson, environment))
    const guarded = knownVariables(variables, { identifier, environment })
    const making = { identifier, variables: guarded, environment }
    const { parts: made, failure } = madeParts(chainItems(state.parts), making)
    const site = { options: { ...options, project: identifier }, defaults }
    const parts = failure === undefined ? (state.revise?.(made, site) ?? made) : made
    const documents: ProjectDocument[] = []
    for (const part of parts) {
      const built = DocumentBuilder.partOf(part, site.options, defaults)
      if (built === undefined) faults.push(strayPart(state, part))
      else documents.push({ name: readText(part, 'name') ?? readText(built.value.spec, 'name'), built })
    }
    this.value = defined({ identifier, environment, documents: documents.map(({ built }) => built.value) })
    this.documents = documents
    const trace = traceOf(options)
    trace?.note('', { name: identifier, call: state.call })
    this.faults = [...(failure?.diagnostics ?? []), ...faults.map((fault) => trace?.traced(fault) ?? fault)]
    this.failure = failure
  }

  review(): SpecReview {
    const { environment } = this.value
    const environments = environment === undefined ? {} : { environments: [environment] }
    const diagnostics: ProjectDiagnostic[] = this.faults.map((fault) => ({ ...fault, ...environments }))
    // What the parts wait for that are there may stand in those that are missing.
    if (this.failure !== undefined) return reviewedOnce([{ diagnostics, suppressed: [], unused: [] }])
    const suppressed: SuppressedDiagnostic[] = []
    const ofBuilders: UnusedSuppression[] = []
    const ofSettings: (readonly UnusedSuppression[])[] = []
    const members = new ProjectMembers(this.value)
    for (const [index, { name, built }] of this.documents.entries()) {
      const placed = (diagnostic: Diagnostic): ProjectDiagnostic => {
        // The settings are those of the whole project.
        const isOfDocument = !diagnostic.rule.startsWith('settings/')
        const where = isOfDocument
          ? { path: `/documents/${index}${diagnostic.path}`, ...defined({ document: name }) }
          : { path: '' }
        return { ...diagnostic, ...where, ...environments }
      }
      const found = built.review(members)
      for (const diagnostic of found.diagnostics) diagnostics.push(placed(diagnostic))
      for (const { diagnostic, reason } of found.suppressed) suppressed.push({ diagnostic: placed(diagnostic), reason })
      const own = new Set(built.suppressions)
      for (const { suppression, diagnostic } of found.unused) {
        if (own.has(suppression)) ofBuilders.push({ suppression, diagnostic: placed(diagnostic) })
      }
      // What settings silence is meant for all documents.
      ofSettings.push(found.unused.filter(({ suppression }) => !own.has(suppression)))
    }
    const unused = [...ofBuilders, ...unusedEverywhere(ofSettings)]
    return reviewedOnce([{ diagnostics, suppressed, unused }])
  }
}
