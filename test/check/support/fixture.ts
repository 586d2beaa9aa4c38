import type { BuiltInRuleName, ProjectDocuments } from 'flowspec'
import type { Edit } from './edit.ts'

/** One fault: what it is, how to make it in the base document, and the one diagnostic it gives. */
export type Fault = readonly [what: string, edit: Edit, rule: BuiltInRuleName, path: string]

/** Something a rule may be suspected to mind and does not: what it is, and how to make it in the base document. */
export type Pass = readonly [rule: BuiltInRuleName, what: string, edit: Edit]

/** As {@link Fault}, of a document that belongs to a project. */
export type ProjectFault = readonly [...Fault, project: ProjectDocuments]

/** As {@link Pass}, of a document that belongs to a project. */
export type ProjectPass = readonly [...Pass, project: ProjectDocuments]
