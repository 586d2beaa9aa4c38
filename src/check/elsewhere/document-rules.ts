import type { RuleDescription } from '../rule.ts'

/** The rules of reading and submitting documents. */
export const documentRules: readonly RuleDescription[] = [
  /**
   * @example
   * ```ts
   * import { odpsSql, workflow } from 'flowspec'
   *
   * const orders = workflow('orders').cron('00 02 00 * * ?')
   *
   * export const wrong = orders.nodes(odpsSql('ods').codeFile('sql/there_is_no_such_file.sql'))
   *
   * export const right = orders.nodes(odpsSql('ods').code('select 1'))
   * ```
   */
  {
    name: 'code/file-unreadable',
    severity: 'error',
    summary: 'A code file of a node cannot be read.',
    evidence: 'A node without its code would be deployed empty.',
  },
  /**
   * @example
   * ```ts
   * const document: Record<string, unknown> = { kind: 'ManualWorkflow', version: '1.1.0', spec: {} }
   *
   * // Parts may be shared by what they stand in, but no part may stand in itself.
   * export const wrong: Record<string, unknown> = { ...document, spec: { nodes: [] } }
   * wrong['spec'] = { workflows: [wrong] }
   *
   * export const right = { ...document, spec: { workflows: [] } }
   * ```
   */
  {
    name: 'document/cyclic',
    severity: 'error',
    summary: 'A document contains itself.',
    evidence: 'JSON cannot hold it.',
  },
  /**
   * @example
   * ```ts
   * import { odpsSql, workflow } from 'flowspec'
   *
   * const ods = odpsSql('ods').code('select 1')
   * const orders = workflow('orders').cron('00 02 00 * * ?')
   *
   * export const wrong = orders.nodes(ods.extra({ metadata: { since: new Date(0) } }))
   *
   * export const right = orders.nodes(ods.extra({ metadata: { since: new Date(0).toISOString() } }))
   * ```
   */
  {
    name: 'document/not-json',
    severity: 'error',
    summary: 'A document, or a field added to one, is not what JSON can hold.',
    evidence: 'A FlowSpec document is a JSON object.',
  },
  /**
   * @example
   * ```ts
   * import { createClient, submit } from 'flowspec/dataworks'
   * import { startEmulator } from 'flowspec/testing'
   *
   * async function send(workflows: readonly object[]) {
   *   const { url, credentials, stop } = await startEmulator()
   *   const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows } }
   *   await submit(createClient({ endpoint: url, credentials }), document, { projectId: 10000 }).finally(stop)
   * }
   * const daily = (name: string) => ({
   *   name,
   *   script: { path: name, runtime: { command: 'WORKFLOW' } },
   *   trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
   * })
   *
   * export const wrong = () => send([daily('orders'), daily('invoices')])
   *
   * export const right = () => send([daily('orders')])
   * ```
   */
  {
    name: 'document/one-workflow',
    severity: 'error',
    summary: 'A document to be submitted does not hold exactly one workflow, or has nodes outside of it.',
    evidence:
      'ImportWorkflowDefinition takes the first workflow with its nodes and leaves the rest out without a word.',
  },
  /**
   * @example
   * ```ts
   * import { readSpec } from 'flowspec'
   *
   * export const wrong = () => readSpec('{ "kind": "CycleWorkflow", }')
   *
   * export const right = () => readSpec('{ "kind": "CycleWorkflow" }')
   * ```
   */
  {
    name: 'document/syntax',
    severity: 'error',
    summary: 'A text is neither JSON nor, where YAML is read, YAML.',
    evidence: 'The JSON standard; one key with two values is refused too, because readers disagree on the winner.',
  },
  /**
   * @example
   * ```ts
   * import { readSpec } from 'flowspec'
   *
   * const nested = (depth: number) => `{ "metadata": ${'['.repeat(depth)}${']'.repeat(depth)} }`
   *
   * export const wrong = () => readSpec(nested(1000))
   *
   * export const right = () => readSpec(nested(10))
   * ```
   */
  {
    name: 'document/too-deep',
    severity: 'error',
    summary: 'A document is nested deeper than any workflow is.',
    evidence: 'A limit of this library, far above real documents.',
  },
  /**
   * @example
   * ```ts
   * import { checkSpec } from 'flowspec'
   *
   * const node = { name: 'start', script: { path: 'start', runtime: { command: 'VIRTUAL' } } }
   * const flow = (length: number) => {
   *   return { kind: 'ManualWorkflow', version: '1.1.0', spec: { nodes: Array.from({ length }, () => node) } }
   * }
   *
   * export const wrong = () => checkSpec(flow(4_000_000))
   *
   * export const right = () => checkSpec(flow(1))
   * ```
   */
  {
    name: 'document/too-large',
    severity: 'error',
    summary: 'A document has more entities than this library looks at.',
    evidence: 'A limit of this library, above 100,000 nodes.',
  },
  /**
   * @example
   * ```ts
   * import { readSpec } from 'flowspec'
   *
   * export const wrong = () => readSpec('{ "kind": "CycleWorkflow", "metadata": { "__proto__": { "owner": "1" } } }')
   *
   * export const right = () => readSpec('{ "kind": "CycleWorkflow", "metadata": { "owner": "1" } }')
   * ```
   */
  {
    name: 'document/unsafe-key',
    severity: 'error',
    summary: 'A document has a key "__proto__".',
    evidence: 'No field has that name, and JavaScript would take it for a prototype.',
  },
]
