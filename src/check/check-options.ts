import {
  type ArgumentFault,
  type ArgumentKind,
  anything,
  fields,
  judgeSettings,
  list,
  type SettingFault,
  type SettingKinds,
  type SettingKindsOf,
  text,
} from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic, type Severity } from '../diagnostics/diagnostic.ts'
import type { RuleName } from '../diagnostics/rule-names.ts'
import type { CustomRule } from './engine/custom-rules.ts'
import type { ProjectDocuments } from './project/project-index.ts'

/** A rule that stays silent for a document, or a part of it, and why. */
export interface Suppression {
  readonly rule: RuleName
  /** Why the rule does not apply; it must not be empty. */
  readonly reason: string
  /** JSON Pointer of the part; what stands inside is silenced too. Default: the whole document. */
  readonly path?: string
  /** Name of a node whose own diagnostics are silenced, wherever they stand. */
  readonly node?: string
}

/** Settings of a check. */
export interface CheckOptions {
  /** Severities of rules, or `off`; rules that are not named keep their own. */
  readonly rules?: Readonly<Partial<Record<RuleName, Severity | 'off'>>>
  /** Rules of the team's own, which run beside those of the catalogue. */
  readonly custom?: readonly CustomRule[]
  /** The project the document belongs to: what the documents of one say of one another is checked, too. */
  readonly project?: ProjectDocuments
  /** What stays silent, each with a reason. */
  readonly suppress?: readonly Suppression[]
}

/** Lists and texts inside are looked at where the project is read, which says which document is none. */
const projectOfCheck: ArgumentKind = {
  takes: '{ identifier, documents }',
  holds: (value) =>
    fields.holds(value) && Array.isArray(Reflect.get(Object(value), 'documents')) && 'identifier' in Object(value),
}

/** Settings of a check that say how it judges, whatever is checked. */
type Judging = Pick<CheckOptions, 'rules' | 'custom' | 'suppress'>
export const judgingKinds: SettingKindsOf<Judging> = { rules: fields, custom: list, suppress: list }

/** Settings of `checkSpec`. */
export const checkKinds: SettingKindsOf<CheckOptions> = { ...judgingKinds, project: projectOfCheck }

/** Settings of `checkProject`, whose identifier has rules of its own. */
export const projectCheckKinds: SettingKindsOf<Judging & { identifier: string }> = {
  ...judgingKinds,
  identifier: anything,
}

/** The pointer of no part silences nothing; that of the whole document is empty. */
const pointer: ArgumentKind = {
  takes: 'a JSON Pointer, such as /spec/workflows/0',
  holds: (value) => typeof value === 'string' && /^(?:\/|$)/.test(value),
}

/** A misspelt key of a suppression would silence more than is meant. */
const suppressionKinds: SettingKindsOf<Suppression> = { rule: anything, reason: anything, path: pointer, node: text }

/** What is wrong with the keys of suppressions that somebody wrote, of each of them. */
export function suppressionFaults(
  argument: string,
  suppress: readonly Suppression[],
): readonly (readonly SettingFault[])[] {
  // A list may have holes, which most of its methods pass over.
  return Array.from(suppress, (one, at) => judgeSettings(`${argument}[${at}]`, one, suppressionKinds).faults)
}

/** The settings of a check that can be used, and what is wrong with the others, which is said beside what the check finds. */
export interface JudgedOptions<Options> {
  readonly usable: Partial<Options>
  readonly faults: readonly Diagnostic[]
}

function diagnosticOf(call: string, { message, hint }: ArgumentFault): Diagnostic {
  const parts = { rule: 'builder/argument', severity: 'error', hint, path: '' } as const
  return createDiagnostic({ ...parts, message: `${call}(): ${message}` })
}

/** Judges the settings of a check and what they hold. */
export function judgeOptions<Options extends Pick<CheckOptions, 'suppress'>>(
  call: string,
  options: Partial<Options>,
  kinds: SettingKinds,
): JudgedOptions<Options> {
  const { usable, faults } = judgeSettings('options', options, kinds)
  const { suppress = [] } = usable
  const judged = suppressionFaults('options.suppress', suppress)
  const all = [...faults, ...judged.flat()].map((fault) => diagnosticOf(call, fault))
  if (judged.every(({ length }) => length === 0)) return { usable, faults: all }
  return { usable: { ...usable, suppress: suppress.filter((_, at) => judged[at]?.length === 0) }, faults: all }
}
