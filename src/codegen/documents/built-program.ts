import type { BuildOptions } from '../../builders/build/context.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { call, literal, method, reference } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { withNestedLoops } from './nested-loops.ts'
import type { DocumentProgram } from './program.ts'

/** How a document was built otherwise than builders do that are told nothing. */
export interface OtherBuild {
  /** What the builders make that are told nothing. */
  readonly usual: Fields
  readonly options: Pick<BuildOptions, 'version' | 'loops'>
}

/** What `build()` was told when it made a document; undefined where it was told nothing, or did not make it. */
export function otherBuild(document: Fields): OtherBuild | undefined {
  const { version, spec } = document
  if (!isRecord(spec) || (version !== '1.1.0' && version !== '1.2.0')) return undefined
  const [workflow, ...others] = itemsOf(spec['workflows'])
  const nested = isRecord(workflow) && others.length === 0 ? withNestedLoops(workflow) : undefined
  if (version === '1.1.0' && nested === undefined) return undefined
  return {
    usual: { ...document, version: '1.1.0', spec: nested === undefined ? spec : { ...spec, workflows: [nested] } },
    options: {
      ...(version === '1.1.0' ? {} : { version }),
      ...(nested === undefined ? {} : { loops: 'siblings' as const }),
    },
  }
}

/** The document that builders make when `build()` is told something, as code: its builders, and what they are built with. */
export function builtProgram(
  { drafts, document }: DocumentProgram,
  options: OtherBuild['options'],
  project: string | undefined,
): DocumentProgram {
  const all = project === undefined ? options : { project, ...options }
  const made = method(reference(document), 'build', literal(all))
  return { drafts, document: { title: `${document.title} document`, kind: 'document', value: call('fromSpec', made) } }
}
