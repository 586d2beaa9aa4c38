export type { CheckOptions, Suppression } from '../check/check-options.ts'
export { reviewSpec, type SpecReview } from '../check/check-spec.ts'
export type { CustomRule } from '../check/custom-rule.ts'
export { defineRule } from '../check/define-rule.ts'
export { findingAt } from '../check/finding-at.ts'
export type { Finding, RuleDescription } from '../check/rule.ts'
export type { SuppressedDiagnostic } from '../check/suppress-diagnostics.ts'
export { childEntities, type Entity, hasShape, pointerOf } from '../document/entity.ts'
export { readText } from '../document/read-text.ts'
export type { Reference } from '../document/reference.ts'
export type { EdgeEntry, FirstByKey, FlowEntry, NodeEntry, OutputEntry, SpecIndex } from '../document/spec-index.ts'
export type { EntityName } from '../model/generated/entity-name.ts'
export type { ShallowError } from '../model/shallow-error.ts'
export type { CatalogueEntry } from './catalogue-entry.ts'
export type { Checked, CheckedDocument, DocumentPlaces } from './checked-document.ts'
export { ruleCatalogue } from './generated/rule-catalogue.ts'
export type {
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifResult,
  SarifRule,
  SarifText,
} from './sarif-log.ts'
export { type JsonReport, type JsonReportDocument, type JsonReportOptions, toJsonReport } from './to-json-report.ts'
export { type SarifOptions, toSarif } from './to-sarif.ts'
