export { childEntities, type Entity, hasShape, pointerOf } from '../document/index/entity.ts'
export type {
  EdgeEntry,
  FirstByKey,
  FlowEntry,
  NodeEntry,
  OutputEntry,
  SpecIndex,
} from '../document/index/spec-index.ts'
export { readText } from '../document/json/records.ts'
export type { Reference } from '../document/references.ts'
export type { EntityName } from '../language/generated/entity-name.ts'
export type { ShallowError } from '../language/validate.ts'
export type { CheckOptions, Suppression } from './check-options.ts'
export { reviewSpec, type SpecReview } from './check-spec.ts'
export type { CustomRule, RuleProject, TableRuleName } from './engine/custom-rules.ts'
export { defineRule } from './engine/custom-rules.ts'
export { findingAt } from './engine/finding.ts'
export type { Finding, RuleDescription } from './engine/rule.ts'
export type { SuppressedDiagnostic } from './engine/suppression.ts'
export type { Checked, CheckedDocument, DocumentPlaces } from './report/checked-document.ts'
export {
  type JsonReport,
  type JsonReportDiagnostic,
  type JsonReportDocument,
  type JsonReportOptions,
  toJsonReport,
} from './report/json-report.ts'
export { type CatalogueEntry, ruleCatalogue } from './report/rule-catalogue.ts'
export { type SarifOptions, toSarif } from './report/sarif.ts'
export type {
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifResult,
  SarifRule,
  SarifText,
} from './report/sarif-log.ts'
export type { UnusedSuppression } from './unused-suppressions.ts'
