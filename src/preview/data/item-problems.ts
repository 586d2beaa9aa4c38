import { checkProject } from '../../check/check-project.ts'
import { checkSpec } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { GivenDocument } from '../../document/given-documents.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { PageProblem } from '../page-data.ts'

/** What is wrong with documents, by the JSON Pointers of what it is said of. */
export interface ItemProblems {
  /** Of each node and workflow, by its pointer. */
  readonly byPath: ReadonlyMap<string, readonly PageProblem[]>
  /** What is said of none of them. */
  readonly others: readonly PageProblem[]
}

/** What a page says of a diagnostic. */
export function problemOf({ severity, rule, message, hint = '' }: Diagnostic): PageProblem {
  return { severity, rule, message, hint }
}

/** The diagnostics of all documents, with pointers into what was given. */
function diagnosticsOf(given: readonly GivenDocument[], identifier: string | undefined): readonly Diagnostic[] {
  if (identifier === undefined) {
    return given.flatMap(({ document, path }) =>
      checkSpec(document).map((fault): Diagnostic => ({ ...fault, path: path + fault.path })),
    )
  }
  return checkProject(
    given.map(({ document }) => document),
    { identifier },
  )
}

/** The nearest node or workflow around a pointer. */
function nearest(path: string, known: ReadonlySet<string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (known.has(at)) return at
  return known.has('') ? '' : undefined
}

/** Checks documents, and finds what each diagnostic is said of. */
export function itemProblems(
  given: readonly GivenDocument[],
  identifier: string | undefined,
  paths: ReadonlySet<string>,
): ItemProblems {
  const byPath = new Map<string, PageProblem[]>()
  const others: PageProblem[] = []
  for (const diagnostic of diagnosticsOf(given, identifier)) {
    const path = nearest(diagnostic.path, paths)
    if (path === undefined) others.push(problemOf(diagnostic))
    else addToGroup(byPath, path, problemOf(diagnostic))
  }
  return { byPath, others }
}
