import type { CheckOptions, Suppression } from '../check/check-options.ts'
import { checkSpec, type PartOptions } from '../check/check-spec.ts'
import { suppressDiagnostics } from '../check/engine/suppression.ts'
import type { ProjectDocuments } from '../check/project/project-index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../diagnostics/diagnostic-order.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { RuleName } from '../diagnostics/rule-names.ts'
import type { FlowDocument } from '../language/generated/types.ts'
import { deepFreeze } from './json-copy.ts'

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
}

/** A document, what could not be put into it, and what the user silenced. */
export interface BuiltDocument {
  readonly document: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}

/** A rule that stays silent, and why. */
export interface BuilderSuppression {
  readonly rule: RuleName
  readonly reason: string
}

/**
 * Everything there is to say of a built document, sorted by place.
 *
 * @param project - the project it is a part of, all documents of which are checked
 */
export function checkBuilt(
  { document, faults, suppressions: suppress }: BuiltDocument,
  options: BuildOptions,
  project?: ProjectDocuments,
): readonly Diagnostic[] {
  const { rules = {}, custom = [] } = options
  const settings: PartOptions = { rules, custom, suppress, ...(project && { project, isPart: true }) }
  return [...suppressDiagnostics(faults, settings), ...checkSpec(document, settings)].sort(compareDiagnostics)
}

/** A built value, frozen throughout; throws when errors are among what was found. */
export function throwErrors<Value extends object>(value: Value, diagnostics: readonly Diagnostic[]): Value {
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new FlowSpecError(diagnostics)
  return deepFreeze(value)
}

const inspect = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')

/**
 * Lets `console.log` of Node show a builder as what it builds, for its state is private. A static field holds the
 * answer: marked as pure, the call leaves with the class where a program needs neither; a static block would keep both.
 */
export function showAsJson({ prototype }: { readonly prototype: { toJSON(): unknown } }): true {
  Object.defineProperty(prototype, inspect, {
    value(this: { toJSON(): unknown }): unknown {
      return this.toJSON()
    },
  })
  return true
}
