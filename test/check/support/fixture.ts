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

/**
 * What the one diagnostic of an edit tells: words that its message has in it, such as names and values of the document, and
 * its hint, where that gives more than advice in general; and the project of the document, if it has one.
 */
export type Told = [
  what: string,
  edit: Edit,
  words: readonly string[],
  hint?: string | undefined,
  project?: ProjectDocuments,
]

/**
 * Something whose meaning is wrong, which a rule tells alone, and not where the shape beside it is wrong as well: then that
 * is all that is told, at its path.
 */
export type ShapeFirst = readonly [rule: BuiltInRuleName, what: string, meaning: Edit, shape: Edit, path: string]
