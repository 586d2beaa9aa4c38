import { checkProject } from '../../check/check-project.ts'
import { checkSpec } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { givenDocuments } from '../../document/given-documents.ts'
import { readText } from '../../document/json/records.ts'
import type { PageProblem } from '../page-data.ts'

/** What is wrong with documents, by the JSON Pointers of what it is said of. */
export interface ItemProblems {
  /** Of each node and workflow, by its pointer. */
  readonly byPath: ReadonlyMap<string, readonly PageProblem[]>
  /** What is said of none of them. */
  readonly others: readonly PageProblem[]
}

function problemOf({ severity, rule, message, hint = '' }: Diagnostic): PageProblem {
  return { severity, rule, message, hint }
}

function identifierIn(source: object): string | undefined {
  return readText({ identifier: Reflect.get(source, 'identifier') }, 'identifier')
}

/** The diagnostics of all documents, with pointers into what was given. */
function diagnosticsOf(source: object): readonly Diagnostic[] {
  const given = givenDocuments(source)
  const identifier = identifierIn(source)
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
export function itemProblems(source: object, paths: ReadonlySet<string>): ItemProblems {
  const byPath = new Map<string, PageProblem[]>()
  const others: PageProblem[] = []
  for (const diagnostic of diagnosticsOf(source)) {
    const path = nearest(diagnostic.path, paths)
    const list = path === undefined ? others : (byPath.get(path) ?? [])
    list.push(problemOf(diagnostic))
    if (path !== undefined) byPath.set(path, list)
  }
  return { byPath, others }
}
