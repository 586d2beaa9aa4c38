import { type JudgedOptions, judgeOptions, type Suppression } from '../check/check-options.ts'
import { type PartOptions, reviewPart, type SpecReview } from '../check/check-spec.ts'
import { placedIn } from '../check/engine/containers.ts'
import { checkSuppressions, Silenced, suppressDiagnostics } from '../check/engine/suppression.ts'
import type { ProjectMembers } from '../check/project/project-members.ts'
import { type Comparable, makeComparable } from '../diagnostics/comparable.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../diagnostics/diagnostic-order.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { deepFreeze } from '../document/json/json-copy.ts'
import type { FlowDocument } from '../language/generated/types.ts'
import type { SettingKinds } from './arguments.ts'
import type { BuildOptions, Collected } from './build/context.ts'
import { missingParts, type Taken } from './build/taken.ts'
import type { Trace } from './build/trace.ts'
import { defined } from './fields.ts'
import type { DefaultsInput } from './node/defaults.ts'
import { buildSettings } from './setting-kinds.ts'

/** Lets `console.log` of Node show objects of a class as what `toJSON` gives. */
function showAsJson({ prototype }: { readonly prototype: ShownAsJson }): true {
  Object.defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: ShownAsJson): unknown {
      return this.toJSON()
    },
  })
  return true
}

/** A builder, whose state is private: it is shown as what it builds, and equals those that say the same. */
export abstract class ShownAsJson implements Comparable {
  // Marked as pure, the call leaves with the class where a program needs neither; a static block would keep both.
  static readonly shown: true = /* @__PURE__ */ showAsJson(ShownAsJson)

  constructor() {
    makeComparable(this)
  }

  abstract toJSON(): unknown

  /** What it says, for comparisons. */
  abstract compared(): unknown
}

/** What a builder makes, unchecked, and how it is checked. */
export interface Draft<Value> {
  readonly value: Value
  /** What keeps the value from being whole. */
  readonly failure?: FlowSpecError | undefined
  /** Everything there is to say of it, sorted by place, and what the user silenced. */
  review(): SpecReview
}

/** The error of a build, whose first frame is the call: what stands above that says nothing to who called. */
export function failureOf(
  build: (...options: never) => unknown,
  diagnostics: readonly Diagnostic[],
  failure?: FlowSpecError,
): FlowSpecError {
  const error = new FlowSpecError(diagnostics, failure && { cause: failure.cause })
  Error.captureStackTrace?.(error, build)
  return error
}

/** A builder of something that is checked as a whole. */
export abstract class Buildable<
  Options extends Pick<BuildOptions, 'custom' | 'suppress'>,
  Value extends object,
> extends ShownAsJson {
  protected abstract draft(options: Partial<Options>): Draft<Value>

  build(options: Partial<Options> = {}): Value {
    const { faults } = this.#judged('build', options)
    if (faults.length > 0) throw failureOf(this.build, faults)
    const draft = this.draft(options)
    const value = deepFreeze(draft.value)
    const { diagnostics } = draft.review()
    if (diagnostics.some(({ severity }) => severity === 'error'))
      throw failureOf(this.build, diagnostics, draft.failure)
    return value
  }

  check(options: Partial<Options> = {}): readonly Diagnostic[] {
    return this.#reviewed('check', options).diagnostics
  }

  review(options: Partial<Options> = {}): SpecReview {
    return this.#reviewed('review', options)
  }

  #reviewed(call: string, options: Partial<Options>): SpecReview {
    const { usable, faults } = this.#judged(call, options)
    const draft = this.draft(usable)
    // Rules of a user's own look at parts of the state of the builder; nobody else gets at it.
    if (usable.custom !== undefined && usable.custom.length > 0) deepFreeze(draft.value)
    const found = draft.review()
    return faults.length === 0 ? found : { ...found, diagnostics: [...faults, ...found.diagnostics] }
  }

  /** The settings that a build takes. */
  protected get buildSettings(): SettingKinds {
    return buildSettings
  }

  #judged(call: string, options: Partial<Options>): JudgedOptions<Options> {
    const { usable, faults } = judgeOptions<Options>(call, options, this.buildSettings)
    const { suppress = [] } = usable
    const ofSuppressions = suppress.map((one) => checkSuppressions([one]))
    // They are told once, and not of each document that is built.
    const sound = suppress.filter((_, at) => ofSuppressions[at]?.length === 0)
    const all = [...faults, ...ofSuppressions.flat()]
    return { usable: sound.length === suppress.length ? usable : { ...usable, suppress: sound }, faults: all }
  }

  toJSON(): unknown {
    const { value, failure } = this.draft({})
    if (failure !== undefined) throw failure
    return deepFreeze(value)
  }

  compared(): unknown {
    return this.draft({})
  }
}

/** Whether a name is told of as misspelt that is the one of a missing builder: that is no slip of another. */
function isOfMissing({ rule, path }: Diagnostic, missing: readonly Diagnostic[]): boolean {
  return rule === 'project/misspelt-name' && missing.some((one) => path === `${one.path}/name`)
}

/** A document, what could not be put into it, and what the user silenced. */
export class BuiltDocument implements Draft<FlowDocument> {
  readonly value: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
  readonly #options: BuildOptions
  readonly #taken: Taken
  readonly #trace: Trace | undefined
  readonly #sinceRead: () => readonly Diagnostic[]

  /** @param sinceRead - what there is to say of what was changed since the document was read; of a part of a project nothing */
  constructor(
    value: FlowDocument,
    { options, faults, suppressions, taken, trace }: Collected,
    sinceRead: () => readonly Diagnostic[] = () => [],
  ) {
    this.value = value
    this.#sinceRead = sinceRead
    this.#options = options
    this.#taken = taken
    this.#trace = trace
    this.faults = faults
    this.suppressions = suppressions
  }

  /** What the build told is not told again of the document, where code that could not be read is missing. */
  readonly #isNew = ({ rule, path }: Diagnostic): boolean => {
    if (rule === 'schedule/missing-trigger') return !this.faults.some((fault) => fault.rule === rule)
    if (rule !== 'code/missing' && rule !== 'document/missing-content') return true
    return !this.faults.some((fault) => fault.rule === 'code/file-unreadable' && fault.path.startsWith(`${path}/`))
  }

  /** What is wrong with the suppression of a builder is told of what that builder stands in. */
  readonly #ofSuppressions = (diagnostic: Diagnostic): Diagnostic =>
    diagnostic.rule.startsWith('suppression/') ? placedIn(this.value, diagnostic) : diagnostic

  /** What a builder silences stands where that builder was started; what settings silence is written elsewhere. */
  #placedUnused(suppression: Suppression, diagnostic: Diagnostic): Diagnostic {
    if (!this.suppressions.includes(suppression)) return diagnostic
    const placed = placedIn(this.value, diagnostic)
    return this.#trace?.traced(placed) ?? placed
  }

  /** @param members - the documents of the project it is a part of, all of which are checked */
  review(members?: ProjectMembers): SpecReview {
    const { rules = {}, custom = [] } = this.#options
    const suppress = [...this.suppressions, ...(this.#options.suppress ?? [])]
    const settings: PartOptions = { rules, custom, suppress, owners: this.#taken.owners, ...defined({ members }) }
    const missing = members === undefined ? [] : missingParts(this.#taken, members)
    const sinceRead = members === undefined ? this.#sinceRead() : []
    const faults = [...this.faults, ...sinceRead, ...missing].map((fault) => placedIn(this.value, fault))
    const silenced = new Silenced()
    const ofBuild = suppressDiagnostics(faults, settings, silenced)
    const ofDocument = reviewPart(this.value, settings)
    const isNew = (diagnostic: Diagnostic): boolean => this.#isNew(diagnostic) && !isOfMissing(diagnostic, missing)
    const found = [...ofBuild, ...ofDocument.diagnostics.filter(isNew).map(this.#ofSuppressions)]
    const traced = (diagnostic: Diagnostic): Diagnostic => this.#trace?.traced(diagnostic) ?? diagnostic
    return {
      diagnostics: found.sort(compareDiagnostics).map(traced),
      suppressed: [
        ...silenced.diagnostics,
        ...ofDocument.suppressed.filter(({ diagnostic }) => this.#isNew(diagnostic)),
      ].map(({ diagnostic, reason }) => ({ diagnostic: traced(diagnostic), reason })),
      unused: ofDocument.unused
        .filter(({ suppression }) => !silenced.used.has(suppression))
        .map(({ suppression, diagnostic }) => ({
          suppression,
          diagnostic: this.#placedUnused(suppression, diagnostic),
        })),
    }
  }
}

/** A builder of a document, alone or as a part of a project. */
export abstract class DocumentBuilder extends Buildable<BuildOptions, FlowDocument> {
  /**
   * The document of a part of a project, unchecked.
   *
   * @param defaults - what the project fills in, below what the part itself says
   * @returns undefined for a value that is no builder of a document
   */
  static partOf(part: unknown, options: BuildOptions, defaults: DefaultsInput): BuiltDocument | undefined {
    return part instanceof DocumentBuilder ? part.draft(options, defaults) : undefined
  }

  protected abstract override draft(options: BuildOptions, defaults?: DefaultsInput): BuiltDocument
}
