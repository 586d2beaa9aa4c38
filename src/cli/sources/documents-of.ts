import { DocumentBuilder } from '../../builders/buildable.ts'
import { ProjectImpl } from '../../builders/project/project.ts'
import type { CheckOptions } from '../../check/check-options.ts'
import { checkSpec } from '../../check/check-spec.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { plainDocument, projectIn } from '../../document/given-documents.ts'
import type { Entity } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import { entityKinds, isEntityKind, kindsOfOneNode } from '../../language/entity-kinds.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { UsageError } from '../command-error.ts'
import { faultsWithPlaces } from '../modules/thrown-faults.ts'
import { FaultsError } from './faults-error.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { AnyBuilder, BuilderSource, DocumentSource, Source } from './source.ts'

/** What is read of a pipeline. */
export interface DocumentChoice {
  /** The environment of a project that has some. */
  readonly environment?: string | undefined
  /** Whether builders are built, and they and documents checked; else they are taken as they stand. */
  readonly isBuilt?: boolean
  /** What the configuration says of the check of what is built; an opened project has that already. */
  readonly check?: Pick<CheckOptions, 'custom' | 'rules' | 'suppress'>
  /** Further settings of the build. */
  readonly build?: Readonly<Record<string, unknown>>
  /** The folder that places of faults count from. */
  readonly cwd: string
}

/** One document of what was read. */
export interface FoundDocument {
  readonly uri: string
  readonly document: ReadDocument
  /** What it was read of, where that is a file. */
  readonly source?: DocumentSource
  /** The English name of the project that it was built in; undefined where it stands alone. */
  readonly project?: string | undefined
}

function environmentsOf(drafted: unknown): Readonly<Record<string, unknown>> | undefined {
  const environments = isRecord(drafted) ? drafted['environments'] : undefined
  return isRecord(drafted) && !('spec' in drafted) && isRecord(environments) ? environments : undefined
}

/** The names of the environments of a project; undefined for what has none. Nothing is drafted to find that out. */
export function environmentNames(builder: AnyBuilder): readonly string[] | undefined {
  const state = ProjectImpl.stateOf(builder)
  if (state !== undefined) return state.environments && [...state.environments.keys()]
  if (builder instanceof DocumentBuilder) return undefined
  // A builder of another copy of the library says it in its draft alone.
  const environments = environmentsOf(builder.toJSON())
  return environments && Object.keys(environments)
}

/** Whether one of what was read is a project with environments, or one that was opened for one. */
export function hasEnvironments(sources: readonly Source[]): boolean {
  return sources.some(
    (source) => source.kind === 'builder' && (source.isOpened || environmentNames(source.builder) !== undefined),
  )
}

/**
 * The environment of a project that a call names, or the only one it has.
 *
 * @returns undefined for what has no environments
 * @throws UsageError when the call has to name one, or names none of them
 */
export function environmentOf(
  { builder, isOpened }: BuilderSource,
  environment: string | undefined,
): string | undefined {
  if (isOpened) return undefined
  const names = environmentNames(builder)
  if (names === undefined) return undefined
  if (environment !== undefined && names.includes(environment)) return environment
  if (environment === undefined && names.length === 1) return names[0]
  const what = environment === undefined ? 'has several environments' : `has no environment '${environment}'`
  throw new UsageError(`The project ${what}.`, {
    next: `Name one of: ${names.map((name) => `--env ${name}`).join(', ')}.`,
  })
}

interface BuiltDocuments extends Pick<FoundDocument, 'project'> {
  readonly documents: readonly unknown[]
}

function documentsIn(value: unknown): BuiltDocuments {
  return isRecord(value) && Array.isArray(value['documents']) && !('spec' in value)
    ? { documents: value['documents'], project: projectIn(value) }
    : { documents: [value] }
}

/** What a builder builds; its faults say where in the module they come from. */
function built(source: BuilderSource, options: Readonly<Record<string, unknown>>, cwd: string): unknown {
  try {
    return source.builder.build({ ...options, trace: true })
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    throw new FaultsError(placeDiagnostics(source, faultsWithPlaces(error), { cwd, texts: new FileTexts() }), {
      cause: error,
    })
  }
}

function builtDocuments(source: BuilderSource, choice: DocumentChoice): BuiltDocuments {
  const { environment, isBuilt, build, check, cwd } = choice
  const chosen = environmentOf(source, environment)
  if (isBuilt || source.isOpened) {
    const { project: _, ...ofAny } = build ?? {}
    // An environment that was opened says what the project is called.
    const settings = source.isOpened ? ofAny : { ...check, ...build }
    return documentsIn(built(source, { ...settings, ...(chosen === undefined ? {} : { environment: chosen }) }, cwd))
  }
  const drafted = source.builder.toJSON()
  return documentsIn(chosen === undefined ? drafted : environmentsOf(drafted)?.[chosen])
}

/** Refuses documents with errors, as builders refuse to build such. */
function refuseFaulty(sources: readonly Source[], { check = {}, cwd }: DocumentChoice): void {
  const texts = new FileTexts()
  const faulty = sources.flatMap((source) => {
    if (source.kind !== 'document') return []
    const errors = checkSpec(source.document, check).filter(({ severity }) => severity === 'error')
    return placeDiagnostics(source, errors, { cwd, texts })
  })
  if (faulty.length > 0) throw new FaultsError(faulty)
}

/**
 * The documents of what was read.
 *
 * @throws FaultsError when they are built and the check finds errors
 * @throws UsageError when a project has environments and none is named
 */
export function documentsOf(sources: readonly Source[], choice: DocumentChoice): readonly FoundDocument[] {
  if (choice.isBuilt) refuseFaulty(sources, choice)
  return sources.flatMap((source): FoundDocument | FoundDocument[] => {
    const { uri } = source
    if (source.kind === 'document') return { uri, document: source.document, source }
    const { documents, project } = builtDocuments(source, choice)
    return itemsOf(documents).flatMap((given) => {
      const document = plainDocument(given)
      return isRecord(document) ? [{ uri, document: readSpec(document), project }] : []
    })
  })
}

/** What a document is about, the first of these that it has. */
const namedEntities = ['Workflow', ...Object.values(entityKinds).map(({ entity }) => entity), 'Node'] as const

/** The entity of the kind of a document: a function holds its resources, too, and a node its data source. */
function ownEntity(document: ReadDocument): readonly EntityName[] {
  const kind = readText(document, 'kind') ?? ''
  if (kindsOfOneNode.includes(kind)) return ['Node']
  return isEntityKind(kind) ? [entityKinds[kind].entity] : []
}

/** What a document is about: the entity of its kind, its workflow, another entity, or its node; undefined for an empty one. */
export function subjectOf(document: ReadDocument): Entity | undefined {
  const index = indexSpec(document)
  return [...ownEntity(document), ...namedEntities]
    .map((name) => index.entitiesOf(name)[0])
    .find((found) => found !== undefined)
}

/** The name that a document is spoken of with, by what it is about. */
export function nameOf(subject: Entity | undefined): string {
  return readText(subject?.value, 'name') ?? 'document'
}
