import { plainDocument } from '../../document/given-documents.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import { UsageError } from '../command-error.ts'
import type { BuilderSource, Source } from './source.ts'

/** What is read of a pipeline. */
export interface DocumentChoice {
  /** The environment of a project that has some. */
  readonly environment?: string | undefined
  /** Whether builders are built and checked; else they are taken as they stand. */
  readonly isBuilt?: boolean
  /** Further settings of the build. */
  readonly build?: Readonly<Record<string, unknown>>
}

/** One document of what was read. */
export interface FoundDocument {
  readonly uri: string
  readonly document: ReadDocument
}

function environmentsOf(drafted: unknown): Readonly<Record<string, unknown>> | undefined {
  const environments = isRecord(drafted) ? drafted['environments'] : undefined
  return isRecord(drafted) && !('spec' in drafted) && isRecord(environments) ? environments : undefined
}

/**
 * The environment of a project that a call names, or the only one it has.
 *
 * @returns undefined for what has no environments
 * @throws UsageError when the call has to name one, or names none of them
 */
export function environmentOf({ builder }: BuilderSource, environment: string | undefined): string | undefined {
  const environments = environmentsOf(builder.toJSON())
  if (environments === undefined) return undefined
  const names = Object.keys(environments)
  if (environment !== undefined && names.includes(environment)) return environment
  if (environment === undefined && names.length === 1) return names[0]
  const what = environment === undefined ? 'has several environments' : `has no environment '${environment}'`
  throw new UsageError(`The project ${what}.`, {
    next: `Name one of: ${names.map((name) => `--env ${name}`).join(', ')}.`,
  })
}

function documentsIn(value: unknown): readonly unknown[] {
  return isRecord(value) && Array.isArray(value['documents']) && !('spec' in value) ? value['documents'] : [value]
}

function builtDocuments(source: BuilderSource, { environment, isBuilt, build }: DocumentChoice): readonly unknown[] {
  const chosen = environmentOf(source, environment)
  const options = { ...build, ...(chosen === undefined ? {} : { environment: chosen }) }
  if (isBuilt) return documentsIn(source.builder.build(options))
  const drafted = source.builder.toJSON()
  return documentsIn(chosen === undefined ? drafted : environmentsOf(drafted)?.[chosen])
}

/**
 * The documents of what was read.
 *
 * @throws FlowSpecError when builders are built and the check finds errors
 * @throws UsageError when a project has environments and none is named
 */
export function documentsOf(sources: readonly Source[], choice: DocumentChoice): readonly FoundDocument[] {
  return sources.flatMap((source): FoundDocument | FoundDocument[] => {
    const { uri } = source
    if (source.kind === 'document') return { uri, document: source.document }
    return itemsOf(builtDocuments(source, choice)).flatMap((given) => {
      const document = plainDocument(given)
      return isRecord(document) ? [{ uri, document: readSpec(document) }] : []
    })
  })
}

/** The name that a document is spoken of with. */
export function nameOf(document: ReadDocument): string {
  const spec = document['spec']
  const first = isRecord(spec) ? itemsOf(spec['workflows'] ?? spec['nodes'])[0] : undefined
  return readText(spec, 'name') ?? readText(first, 'name') ?? readText(document['metadata'], 'uuid') ?? 'document'
}
