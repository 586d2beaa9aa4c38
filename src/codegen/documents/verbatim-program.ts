import type { EdgeForm } from '../../builders/build/context.ts'
import { firstOutput } from '../../builders/build/outputs.ts'
import type { VerbatimOptions } from '../../builders/verbatim/verbatim-document.ts'
import { edgeFieldOf } from '../../document/edge-field.ts'
import { isRecord, itemsOf, readText, recordsOf } from '../../document/json/records.ts'
import { entityKinds, everyEntityKind } from '../../language/entity-kinds.ts'
import { call, chained, literal, reference, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { verbatimEntity } from '../steps/entity-steps.ts'
import { keyOf, nameOf } from '../steps/node-steps.ts'
import { onlyRecords, withoutFields } from '../steps/written-lists.ts'
import type { EntityDraft, Manner } from './draft.ts'
import { draftFlow } from './flow-draft.ts'
import { allNodes, liftedDefaults } from './lifted-defaults.ts'
import type { DocumentProgram } from './program.ts'
import { defaultSteps, draftWorkflow } from './workflow-draft.ts'

/** All dependencies in a document, with those in workflows and in nodes. */
function dependsIn(body: Fields, nodes: readonly Fields[]): readonly Fields[] {
  const holders = [body, ...itemsOf(body['workflows']), ...nodes.flatMap((node) => Object.values(node))].filter(
    isRecord,
  )
  const entries = holders.flatMap((holder) => [...itemsOf(holder['flow']), ...itemsOf(holder['dependencies'])])
  return entries.filter(isRecord).flatMap((entry) => recordsOf(entry['depends']))
}

/** How most dependencies on nodes of the document are written. */
function edgeForm(body: Fields, nodes: readonly Fields[]): EdgeForm {
  const byOutput = new Map(nodes.map((node) => [firstOutput(node), nameOf(node)]))
  const keys = new Set(nodes.filter((node) => firstOutput(node) !== undefined).map(keyOf))
  const counts = { named: 0, output: 0, id: 0 }
  for (const { output, nodeId, refTableName } of dependsIn(body, nodes)) {
    const name = typeof output === 'string' ? byOutput.get(output) : undefined
    if (name !== undefined && refTableName === name) counts.named += 1
    else if (name !== undefined && refTableName === undefined) counts.output += 1
    else if (typeof nodeId === 'string' && keys.has(nodeId)) counts.id += 1
  }
  if (counts.named >= counts.output && counts.named >= counts.id) return 'named'
  return counts.output >= counts.id ? 'output' : 'id'
}

/** The manner of a document to which nothing is added. */
function verbatimManner(body: Fields, isLifting: boolean): Manner {
  const nodes = allNodes(body)
  const workflows = recordsOf(body['workflows'])
  const lifted = isLifting && workflows.length < 2 ? liftedDefaults(nodes, workflows[0]) : {}
  return { isFilled: false, edges: edgeForm(body, nodes), lifted }
}

/** What the builder of a document is called after. */
export function titleOf(document: Fields, body: Fields): string {
  const [first] = [
    ...itemsOf(body['workflows']),
    ...itemsOf(body['nodes']),
    ...Object.values(body).flatMap(itemsOf),
  ].filter(isRecord)
  return (
    readText(body, 'name') ??
    (first === undefined ? undefined : readText(first, 'name')) ??
    readText(document, 'kind') ??
    ''
  )
}

/** What is written of the body so far. */
interface Written {
  readonly drafts: EntityDraft[]
  readonly steps: Step[]
  readonly fields: string[]
  options: VerbatimOptions
}

function writeNodes(body: Fields, document: Fields, path: readonly string[], manner: Manner, written: Written): void {
  const edges = Object.hasOwn(body, 'dependencies') ? 'dependencies' : 'flow'
  const flow = draftFlow({ holder: body, edges, path, folder: undefined, manner })
  if (flow === undefined) return
  written.drafts.push(...flow.drafts)
  written.steps.push(step('nodes', ...flow.handles))
  written.fields.push('nodes')
  if (!flow.saysEdges || body[edges] === undefined) return
  written.fields.push(edges)
  if (edges !== edgeFieldOf(document)) written.options = { ...written.options, field: edges }
}

function writeWorkflows(
  body: Fields,
  document: Fields,
  path: readonly string[],
  manner: Manner,
  written: Written,
): void {
  const workflows = onlyRecords(body['workflows'])
  if (workflows === undefined) return
  const made = workflows.map((raw, at) => draftWorkflow(raw, document, [...path, 'workflows', at], manner))
  for (const { drafts, draft } of made) written.drafts.push(...drafts, draft)
  written.steps.push(step('workflows', ...made.map(({ draft }) => reference(draft.declaration))))
  written.fields.push('workflows')
}

/** Resources, functions and other entities, each list of them where builders say all that is in it. */
function writeEntities(body: Fields, path: readonly string[], written: Written): void {
  for (const kind of everyEntityKind()) {
    const { list, entity } = entityKinds[kind]
    const items = itemsOf(body[list])
    const drafts = items.flatMap((raw, at): EntityDraft[] => {
      const value = isRecord(raw) ? verbatimEntity(raw, kind) : undefined
      if (!isRecord(raw) || value === undefined) return []
      const declaration = { title: nameOf(raw), kind: entityKinds[kind].word, value }
      return [{ declaration, raw, entity, path: [...path, list, at], said: [] }]
    })
    if (drafts.length === 0 || drafts.length < items.length) continue
    for (const draft of drafts) written.drafts.push(draft)
    written.steps.push(step('entities', ...drafts.map(({ declaration }) => reference(declaration))))
    written.fields.push(list)
  }
}

/** A document as code that adds nothing to it. */
export function verbatimProgram(document: Fields, isLifting: boolean): DocumentProgram {
  const spec = document['spec']
  const body = isRecord(spec) ? spec : document
  const path = isRecord(spec) ? ['spec'] : []
  const manner = verbatimManner(body, isLifting)
  const written: Written = { drafts: [], steps: [], fields: [], options: isRecord(spec) ? {} : { body: 'document' } }
  writeNodes(body, document, path, manner, written)
  writeWorkflows(body, document, path, manner, written)
  writeEntities(body, path, written)
  if (manner.edges !== 'named') written.options = { edges: manner.edges, ...written.options }
  const rest = withoutFields(body, ...written.fields)
  const frame = isRecord(spec)
    ? { ...withoutFields(document, 'spec'), ...(Object.keys(rest).length === 0 ? {} : { spec: rest }) }
    : rest
  const options = Object.keys(written.options).length === 0 ? [] : [literal(written.options)]
  const start = call('verbatim', literal(frame), ...options)
  const value = chained(start, [...defaultSteps(manner), ...written.steps])
  return { drafts: written.drafts, document: { title: `${titleOf(document, body)} document`, kind: 'document', value } }
}
