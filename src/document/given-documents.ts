import { type ArgumentKind, object } from '../diagnostics/arguments.ts'
import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { joinPointer } from '../diagnostics/json-pointer.ts'
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

/** Which documents of a project with environments are meant, for calls whose users can say it. */
export interface EnvironmentChoice {
  readonly environment: string | undefined
}

/** Documents of a project, and the JSON Pointer in it of the list they stand in. */
interface ProjectDocuments {
  readonly documents: readonly unknown[]
  readonly path: string
}

function environmentError(message: string, hint: string): FlowSpecError {
  const rule = 'project/unknown-environment'
  return new FlowSpecError([createDiagnostic({ rule, severity: 'error', message, hint, path: '' })])
}

/** What is said where a project has several sets of documents, and none was chosen, or one that is none. */
function unknownEnvironment(identifier: unknown, names: readonly string[], choice: EnvironmentChoice | undefined) {
  const said = choice?.environment
  if (said !== undefined) {
    const near = didYouMean(said, names)
    const hint = near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean "${near}"?`
    return environmentError(`Project ${showValue(identifier)} has no environment ${showValue(said)}.`, hint)
  }
  const name = showValue(names[0])
  const built = `project.build({ environment: ${name} })`
  const hint = choice === undefined ? `Give those of one: ${built}.` : `Say which: { environment: ${name} }.`
  const message = `Project ${showValue(identifier)} has other documents in each environment: ${names.join(', ')}.`
  return environmentError(message, hint)
}

/** The documents of a project; undefined for what is none. */
function documentsOfProject(given: unknown, choice?: EnvironmentChoice): ProjectDocuments | undefined {
  if (!isRecord(given) || 'kind' in given || 'spec' in given) return undefined
  const { documents, environments, identifier } = given
  if (Array.isArray(documents)) return { documents, path: '/documents' }
  if (!isRecord(environments)) return undefined
  const name = choice?.environment
  const chosen = name !== undefined && Object.hasOwn(environments, name) ? environments[name] : undefined
  if (name !== undefined && isRecord(chosen) && Array.isArray(chosen['documents']))
    return { documents: chosen['documents'], path: `${joinPointer('/environments', name)}/documents` }
  throw unknownEnvironment(identifier, Object.keys(environments), choice)
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
 * @param choice - of a call that takes an environment: which one it was given
 * @throws FlowSpecError of a project with environments, whose documents are others in each, when none is chosen; of an
 *   environment that nothing in what was given has
 */
export function givenDocuments(given: unknown, choice?: EnvironmentChoice): readonly GivenDocument[] {
  const found: GivenDocument[] = []
  let isChosen = choice?.environment === undefined
  const add = (one: unknown, path: string): void => {
    const document = plainDocument(one)
    const inProject = documentsOfProject(document, choice)
    if (inProject === undefined) {
      found.push({ document, path })
      return
    }
    isChosen ||= inProject.path !== '/documents' || readText(document, 'environment') === choice?.environment
    for (const [at, part] of inProject.documents.entries())
      found.push({ document: plainDocument(part), path: `${path}${inProject.path}/${at}` })
  }
  if (Array.isArray(given)) for (const [at, one] of given.entries()) add(one, `/${at}`)
  else add(given, '')
  if (isChosen) return found
  const message = `What was given has no environment ${showValue(choice?.environment)}: only a project with environments has some.`
  throw environmentError(message, 'Leave the environment out.')
}

/** Where documents belong. */
export const documentSource: ArgumentKind = {
  takes: 'a document, a builder of one, a project, or a list of these',
  holds: (value) => object.holds(value) && (!Array.isArray(value) || value.every(isSource)),
  inside: (argument, value) => {
    const at = Array.isArray(value) ? value.findIndex((one) => !isSource(one)) : -1
    if (!Array.isArray(value) || at < 0) return undefined
    const hint = 'Each item is a document, a builder of one, or a project.'
    return { message: `${argument}[${at}] is ${showValue(value[at])}.`, hint }
  },
}

function isSource(one: unknown): boolean {
  return object.holds(one) && !Array.isArray(one)
}
