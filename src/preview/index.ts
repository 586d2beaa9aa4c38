/**
 * Documents as a page to look at: graph, tables, code, runs, problems and changes, in one file.
 *
 * @module
 */
export { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
export { type PreviewOptions, type PreviewSource, toHtml } from './to-html.ts'
