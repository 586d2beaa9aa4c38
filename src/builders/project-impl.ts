import { compareDiagnostics } from '../diagnostics/compare-diagnostics.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { BuildOptions } from './build-options.ts'
import { buildProject, checkProject, type ProjectState, unknownEnvironment } from './build-project.ts'
import { extendChain } from './chain.ts'
import { copyJson } from './copy-json.ts'
import type { DefaultsInput } from './defaults-input.ts'
import { mergeDefaults } from './merge-defaults.ts'
import type { BuiltProject, ProjectDiagnostic } from './project-builder.ts'
import { showAsJson } from './show-as-json.ts'
import { throwErrors } from './throw-errors.ts'

interface Options extends Omit<BuildOptions, 'project'> {
  readonly environment?: string | undefined
}

/** The diagnostics in order, each once, with all environments it was found in. */
function eachOnce(found: readonly ProjectDiagnostic[]): readonly ProjectDiagnostic[] {
  const once = new Map<string, ProjectDiagnostic>()
  for (const diagnostic of found) {
    const { rule, severity, path, message, document, environments = [] } = diagnostic
    const key = JSON.stringify([rule, severity, path, message, document])
    const all = [...new Set([...(once.get(key)?.environments ?? []), ...environments])]
    once.set(key, all.length === 0 ? diagnostic : { ...diagnostic, environments: all })
  }
  return [...once.values()].sort(compareDiagnostics)
}

/** The one implementation of `Project`, whose types say which environments and variables there are. */
export class ProjectImpl {
  static readonly shown: true = /* @__PURE__ */ showAsJson(ProjectImpl)

  readonly #state: ProjectState

  constructor(state: ProjectState) {
    this.#state = state
  }

  #with(change: Partial<ProjectState>): ProjectImpl {
    return new ProjectImpl({ ...this.#state, ...change })
  }

  get identifier(): string {
    return this.#state.identifier
  }

  defaults(defaults: DefaultsInput): ProjectImpl {
    return this.#with({ defaults: mergeDefaults(this.#state.defaults, defaults) })
  }

  environments(environments: Readonly<Record<string, unknown>>): ProjectImpl {
    const copies = Object.entries(environments).map(([name, variables]) => [name, copyJson(variables)] as const)
    return this.#with({ environments: new Map(copies) })
  }

  add(...parts: readonly unknown[]): ProjectImpl {
    return this.#with({ parts: extendChain(this.#state.parts, parts) })
  }

  when(condition: boolean, step: (builder: ProjectImpl) => ProjectImpl): ProjectImpl {
    return condition ? step(this) : this
  }

  build(options: Options = {}): BuiltProject {
    const { environment } = options
    const unknown = unknownEnvironment(this.#state, environment)
    if (unknown.length > 0) throw new FlowSpecError(unknown)
    const draft = buildProject(this.#state, environment, options)
    return throwErrors(draft.value, eachOnce(checkProject(draft, options)))
  }

  check(options: Options = {}): readonly ProjectDiagnostic[] {
    const { environment } = options
    const all = [...(this.#state.environments?.keys() ?? [])]
    const names = environment === undefined && all.length > 0 ? all : [environment]
    const checked = names.flatMap((name) => {
      const unknown = unknownEnvironment(this.#state, name)
      return unknown.length > 0 ? unknown : checkProject(buildProject(this.#state, name, options), options)
    })
    return eachOnce(checked)
  }

  toJSON(): unknown {
    const { identifier, environments } = this.#state
    if (environments === undefined) return buildProject(this.#state, undefined, {}).value
    const drafts = [...environments.keys()].map((name) => [name, buildProject(this.#state, name, {}).value] as const)
    return { identifier, environments: Object.fromEntries(drafts) }
  }
}
