import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { flatSpec } from '../index/flat-spec.ts'
import { isRecord, readText } from '../json/records.ts'
import type { ReadDocument } from '../read-spec.ts'
import type { ConvertedSpec, NotCarried } from './conversion.ts'
import { ExpansionLimit } from './expansion-limit.ts'
import { copyEntity } from './resolved-copy.ts'
import { type SplitContext, splitContext } from './split-context.ts'
import { DependencySplitter } from './split-dependencies.ts'
import { leaveKind, leaveRest, splitEntities, splitWorkflows } from './split-entities.ts'
import { splitNodes } from './split-nodes.ts'

const version = '2.0.0'
const ofDocument: ReadonlySet<string> = new Set(['kind', 'version', 'metadata', 'spec'])

/** The metadata of a bundle go to the entity that they name, or to the first. */
function withVersions({ documents }: SplitContext, metadata: unknown): ReadDocument[] {
  const uuid = readText(metadata, 'uuid')
  const named = uuid === undefined ? -1 : documents.findIndex(({ id }) => id === uuid)
  return documents.map(({ kind, spec }, at) =>
    metadata !== undefined && at === Math.max(named, 0) ? { kind, version, metadata, spec } : { kind, version, spec },
  )
}

/** Splits a bundle into documents of one entity each; undefined when it holds none. */
export function splitSpec(source: ReadDocument): ConvertedSpec | undefined {
  const flat = flatSpec(source)
  const spec = flat ?? source['spec']
  if (!isRecord(spec)) return undefined
  const notCarried: NotCarried[] = []
  const leave = (path: string, reason: string): void => {
    notCarried.push({ path, reason })
  }
  const context = splitContext(source, { spec, base: flat === undefined ? '/spec' : '', leave })
  const splitter = new DependencySplitter(context)
  splitWorkflows(context, splitter)
  splitNodes(context, splitter)
  splitEntities(context)
  if (context.documents.length === 0) return undefined
  leaveKind(context, source['kind'])
  leaveRest(context)
  for (const field of flat === undefined ? Object.keys(source) : []) {
    if (!ofDocument.has(field))
      leave(joinPointer('', field), 'It is no field of a document, and the bundle became several.')
  }
  return {
    documents: withVersions(context, copyEntity(source['metadata'], undefined, context.find, new ExpansionLimit())),
    notCarried,
  }
}
