import { plainDocument } from '../../document/given-documents.ts'
import { copyJson } from '../../document/json/json-copy.ts'
import { isRecord } from '../../document/json/records.ts'
import { reading } from '../../document/reading.ts'
import { refuse } from '../build/faults.ts'
import { ImportedSpec } from './imported-spec.ts'
import { type SpecBuilder, SpecBuilderImpl } from './spec-builder.ts'
import { SpecSource } from './spec-source.ts'

/**
 * Makes builders of a document: any kind, version and spelling, with all that this library does not know. What is not
 * changed is built again as it was, and nothing is added: no default, no id, no output.
 *
 * @param document - what `readSpec` or `readYaml` gave, what a builder built, a builder, or a parsed object; it is copied
 * @returns a builder that is never changed; nothing is checked until `build()` or `check()`
 * @throws FlowSpecError when it is not a JSON object, or holds something JSON cannot
 *
 * @example
 * ```ts no-run
 * import { readFileSync } from 'node:fs'
 * import { fromSpec, readSpec, writeJson } from 'flowspec'
 *
 * const spec = fromSpec(readSpec(readFileSync('orders.json', 'utf8')))
 * const ods = spec.node('ods').code('select 2').after('start')
 * const text = writeJson(spec.with(ods).build())
 * ```
 */
export function fromSpec(document: unknown): SpecBuilder {
  const { value, notJson } = reading('fromSpec', document, () => copyJson(plainDocument(document)))
  const hint = 'Read text with readSpec(text) first.'
  if (!isRecord(value)) {
    const message = 'A FlowSpec document is a JSON object; this is another value.'
    return refuse('document/not-json', { message, hint })
  }
  if (notJson !== undefined) {
    const message = `The document holds "${notJson}", whose value JSON cannot hold.`
    return refuse('document/not-json', { message, hint })
  }
  return new SpecBuilderImpl(ImportedSpec.read(new SpecSource(value)))
}
