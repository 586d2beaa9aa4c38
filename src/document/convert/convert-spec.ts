import { anything, checkArgument, checkSettings, object, type SettingKinds } from '../../diagnostics/arguments.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { givenDocuments } from '../given-documents.ts'
import { flatSpec, withSpec } from '../index/flat-spec.ts'
import { inKeyOrder } from '../json/key-order.ts'
import { isRecord, readText } from '../json/records.ts'
import { type ReadDocument, readSpec } from '../read-spec.ts'
import { readable } from '../reading.ts'
import type { ConvertedSpec, JoinSource } from './conversion.ts'
import { ExpansionLimit } from './expansion-limit.ts'
import { joinSpecs } from './join-specs.ts'
import { copyRecord } from './resolved-copy.ts'
import { splitSpec } from './split-spec.ts'

/** The versions that documents are converted to. */
export type TargetVersion = '1.1.0' | '1.2.0' | '2.0.0'

const convertKinds: SettingKinds = { version: anything }

const targets: readonly string[] = ['1.1.0', '1.2.0', '2.0.0']

function copyOf(document: ReadDocument): ReadDocument {
  const copy = inKeyOrder(document)
  return isRecord(copy) ? copy : document
}

function one(document: ReadDocument, version: string): ConvertedSpec {
  return { documents: [copyOf({ ...document, version })], notCarried: [] }
}

function isOfTwo({ document }: JoinSource): boolean {
  return readText(document, 'version')?.startsWith('2.') === true
}

function convertOne(source: JoinSource, version: TargetVersion): ConvertedSpec {
  const { document, path } = source
  if (version !== '2.0.0') {
    const flat = flatSpec(document)
    return one(
      flat === undefined
        ? document
        : copyRecord(withSpec(document, flat), 'Document', () => undefined, new ExpansionLimit()),
      version,
    )
  }
  const { documents, notCarried } = (isOfTwo(source) ? undefined : splitSpec(document)) ?? one(document, version)
  return { documents, notCarried: notCarried.map((entry) => ({ ...entry, path: path + entry.path })) }
}

/** @throws FlowSpecError when it is no document */
function sourceOf(given: unknown, path: string): JoinSource {
  if (isRecord(given)) return { document: copyOf(readSpec(given)), path }
  const message = `A document is an object, and this is ${given === null ? 'null' : `a ${typeof given}`}.`
  throw new FlowSpecError([createDiagnostic({ rule: 'schema/type', severity: 'error', message, path })])
}

function sourcesOf(given: object): readonly JoinSource[] {
  return givenDocuments(given).map(({ document, path }) => sourceOf(document, path))
}

/**
 * Converts a document, or documents that belong together, to another version of FlowSpec, and says what the result
 * does not carry.
 *
 * - Between 1.1.0 and 1.2.0 only the number changes.
 * - From 1.0.0, the body moves into `spec`, and the group `outputs` of inputs and outputs is named `nodeOutputs`.
 * - To 2.0.0, a bundle becomes one document for each entity: a workflow without its nodes, each node, each resource,
 *   function and component. Nodes and workflows take along what they themselves depend on, and workflows the type that the
 *   body says. What is referred to by id is written in place, and a dependency on another node or workflow names its first
 *   output. A node that stands in no workflow becomes a document of kind Node: another kind, such as `CycleWorkflow` or
 *   `PaiFlow`, is not carried.
 * - From 2.0.0, the documents of nodes are put into the workflow that their metadata names as their container, or that
 *   has the folder of their path, with their dependencies; give all of them in one list. A node that belongs to no
 *   workflow among them stays a document of its own.
 *
 * The documents are not changed, and not checked.
 *
 * The layouts are those of the reader and writer of the open source project aliyun/dataworks-spec, release 2.0.0.
 *
 * @param documents - a built or read document, a builder of one, a project, or a list of these
 * @param options - `version`: the version to convert to
 * @returns the documents, workflows that nodes were put into first, and what none of them carries
 * @throws FlowSpecError when something in the list is no document, or when the references of one, written out, are more
 * than memory is made for (`document/expansion`)
 * @throws RangeError when the version is none of these
 * @throws TypeError when a document contains itself
 *
 * @example
 * ```ts
 * import { convertSpec, odpsSql, workflow } from 'flowspec'
 *
 * const bundle = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1')).build()
 * const { documents, notCarried } = convertSpec(bundle, { version: '2.0.0' })
 * const [joined] = convertSpec(documents, { version: '1.1.0' }).documents
 * ```
 */
export function convertSpec(documents: object, options: { readonly version: TargetVersion }): ConvertedSpec {
  checkArgument('convertSpec', 'documents', documents, object)
  checkSettings('convertSpec', 'options', options, convertKinds)
  const { version } = options
  if (!targets.includes(version)) {
    throw new RangeError(`The version ${showValue(version)} is none of those converted to: ${targets.join(', ')}.`)
  }
  const sources = readable('convertSpec', documents, () => sourcesOf(documents))
  const joins = version === '2.0.0' ? [] : sources.filter(isOfTwo)
  const joined = joins.length === 0 ? [] : [joinSpecs(joins, version)]
  const others = sources
    .filter((source) => version === '2.0.0' || !isOfTwo(source))
    .map((source) => convertOne(source, version))
  const converted = [...joined, ...others]
  return {
    documents: converted.flatMap((each) => each.documents),
    notCarried: converted.flatMap((each) => each.notCarried),
  }
}
