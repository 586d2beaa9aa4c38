/**
 * Templates: functions that build workflows of parameters they have checked. Needs the package `ajv`.
 *
 * @module
 */
export type { Diagnostic } from '../diagnostics/diagnostic.ts'
export { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
export type { ParameterFormats } from './parameter-reader.ts'
export type { Defaulted, GivenParameters, ParameterValues } from './template.ts'
export { type Template, type TemplateParts, template } from './template.ts'
