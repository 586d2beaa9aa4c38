import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { isRecord, readText } from './json/records.ts'

/** One of the documents that somebody gave. */
export interface GivenDocument {
  readonly document: unknown
  /** Its JSON Pointer in what was given: the empty text when it was given alone. */
  readonly path: string
}

/** The identifier of a project that was given, built or not; its documents do not say it. */
export function projectIn(given: object): string | undefined {
  return readText({ identifier: Reflect.get(given, 'identifier') }, 'identifier')
}

/** Whether a value is the builder of a node, which has steps of its own and builds no document. */
function isNodeBuilder(given: Readonly<Record<string, unknown>>): boolean {
  return typeof given['afterPrevious'] === 'function' && typeof given['build'] !== 'function'
}

/**
 * What a builder stands for; anything else stands for itself.
 *
 * @throws FlowSpecError of a node, which is no document
 */
export function plainDocument(given: unknown): unknown {
  if (isRecord(given) && isNodeBuilder(given)) {
    const message = `A FlowSpec document belongs here; this is node ${showValue(given['name'])}, which stands in one.`
    const hint = 'Give the workflow of the node, or standalone(node).'
    throw new FlowSpecError([
      createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' }),
    ])
  }
  return isRecord(given) && typeof given['toJSON'] === 'function' ? given['toJSON']() : given
}

/** The documents of a project that was built; undefined for what is none. */
function documentsOfProject(given: unknown): readonly unknown[] | undefined {
  if (!isRecord(given) || 'kind' in given || 'spec' in given) return undefined
  const { documents, environments, identifier } = given
  if (Array.isArray(documents)) return documents
  if (!isRecord(environments)) return undefined
  const names = Object.keys(environments)
  const message = `Project ${showValue(identifier)} has other documents in each environment: ${names.join(', ')}.`
  const hint = `Give those of one: project.build({ environment: ${showValue(names[0])} }).`
  const rule = 'project/unknown-environment'
  throw new FlowSpecError([createDiagnostic({ rule, severity: 'error', message, hint, path: '' })])
}

/**
 * The document in what somebody gave where one belongs: the document itself, or a builder of it.
 *
 * @throws FlowSpecError of a project, which has several
 */
export function givenDocument(given: unknown): unknown {
  const document = plainDocument(given)
  if (documentsOfProject(document) === undefined) return document
  const message = 'A FlowSpec document belongs here; this is a project, which has several.'
  const hint = 'A project checks all of its documents: project.check(), or checkProject(documents, { identifier }).'
  throw new FlowSpecError([createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' })])
}

/**
 * The documents in what somebody gave: a document, a builder of one, a project, built or not, or a list of these.
 *
 * @throws FlowSpecError of a project with environments, whose documents are others in each
 */
export function givenDocuments(given: unknown): readonly GivenDocument[] {
  const found: GivenDocument[] = []
  const add = (one: unknown, path: string): void => {
    const document = plainDocument(one)
    const inProject = documentsOfProject(document)
    if (inProject === undefined) found.push({ document, path })
    else
      for (const [at, part] of inProject.entries())
        found.push({ document: plainDocument(part), path: `${path}/documents/${at}` })
  }
  if (Array.isArray(given)) for (const [at, one] of given.entries()) add(one, `/${at}`)
  else add(given, '')
  return found
}
