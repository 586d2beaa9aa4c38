import { readText } from './json/records.ts'

/** The field in which documents of a version have their dependencies; one without a version is taken for an old one. */
export function edgeFieldOf(document: unknown): 'flow' | 'dependencies' {
  return /^[01]\./.test(readText(document, 'version') ?? '1.') ? 'flow' : 'dependencies'
}
