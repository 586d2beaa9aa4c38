import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { WorkflowBase } from '../build/context.ts'
import { copyJson } from '../json-copy.ts'
import type { WorkflowKind } from '../workflow/workflow-builder.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { importFlow, readTrigger } from './imported-flow.ts'
import { rebuildWorkflow } from './imported-workflow.ts'
import { type SpecBuilder, SpecBuilderImpl } from './spec-builder.ts'
import { SpecSource } from './spec-source.ts'

const kinds: readonly WorkflowKind[] = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']

/** The kind a workflow says, or its document, in any case as readers of the language take it. */
function kindOf(...holders: readonly unknown[]): WorkflowKind {
  const said = holders.map((holder) => (readText(holder, 'type') ?? readText(holder, 'kind') ?? '').toLowerCase())
  return kinds.find((kind) => said.includes(kind.toLowerCase())) ?? 'CycleWorkflow'
}

function importWorkflow(raw: unknown, source: SpecSource): WorkflowState {
  const trigger = readTrigger(source, raw)
  const name = readText(raw, 'name') ?? readText(raw, 'id') ?? ''
  const { nodes, flow } = importFlow(isRecord(raw) ? raw : {}, source, 'dependencies')
  const path = isRecord(raw) ? readText(source.resolve('Script', raw['script']), 'path') : undefined
  const base: WorkflowBase = { raw, source, trigger, path, rebuild: rebuildWorkflow }
  const state = { kind: kindOf(raw, source.document), name, base, nodes, flow }
  return trigger === undefined ? state : { ...state, trigger }
}

/**
 * Makes builders of a document: any kind, version and spelling, with all that this library does not know. What is not
 * changed is built again as it was, and nothing is added: no default, no id, no output.
 *
 * @param document - what `readSpec` or `readYaml` gave, what a builder built, or a parsed object; it is copied
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
  const { value, notJson } = copyJson(document)
  if (!isRecord(value) || notJson !== undefined) {
    const message = isRecord(value)
      ? `The document holds "${notJson}", whose value JSON cannot hold.`
      : 'A FlowSpec document is a JSON object; this is another value.'
    const hint = 'Read text with readSpec(text) first.'
    throw new FlowSpecError([
      createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' }),
    ])
  }
  const source = new SpecSource(value)
  const { body } = source
  const old = /^[01]\./.test(readText(value, 'version') ?? '1.')
  const held = body['workflows']
  const workflows = Array.isArray(held) ? held.map((raw: unknown) => importWorkflow(raw, source)) : undefined
  const { nodes, flow } = importFlow(body, source, old ? 'flow' : 'dependencies')
  return new SpecBuilderImpl({ source, workflows, nodes, flow })
}
