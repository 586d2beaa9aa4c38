import {
  type ArgumentKind,
  anything,
  boolean,
  fields,
  list,
  type SettingKinds,
  type SettingKindsOf,
  settingFault,
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

const projectOfCheck: ArgumentKind = {
  takes: '{ identifier, documents }',
  holds: (value) => fields.holds(value) && 'documents' in Object(value) && 'identifier' in Object(value),
}

/** Settings of `checkSpec`, and with them those that a part of a project is checked by. */
export const checkKinds: SettingKindsOf<CheckOptions & { isPart?: boolean; whole?: unknown }> = {
  rules: fields,
  custom: list,
  project: projectOfCheck,
  suppress: list,
  isPart: boolean,
  whole: anything,
}

/** Settings of `checkProject`. */
export const projectCheckKinds: SettingKinds = { rules: fields, custom: list, suppress: list, identifier: anything }

/** What is wrong with the settings of a check, which is said and not thrown. */
export function optionFaults(call: string, options: unknown, kinds: SettingKinds): readonly Diagnostic[] {
  const fault = settingFault('options', options, kinds)
  if (fault === undefined) return []
  const message = `${call}(): ${fault.message}`
  return [createDiagnostic({ rule: 'builder/argument', severity: 'error', message, hint: fault.hint, path: '' })]
}
