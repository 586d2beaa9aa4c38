import type { BuildOptions } from '../../builders/build/context.ts'
import { fields, name, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { pointerOf } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { EdgeEntry, NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import { requireArgument, requireSettings } from '../client/given-arguments.ts'
import { readSource } from '../submit/source.ts'
import type { SubmitSource } from '../submit/submission.ts'
import { orderedSteps } from '../workspace/ordered-steps.ts'
import { type CarriedFields, leftFields, type NotCarriedPart } from './left-fields.ts'
import { lostOfNode, lostOfTrigger } from './lost-of-node.ts'
import { type FileContent, nodeFile } from './node-file.ts'

/** A workflow as a business process of the old Data Studio and its files. */
export interface BusinessDraft {
  readonly businessName: string
  readonly description: string | undefined
  /** `NORMAL`: its files run on a schedule. `MANUAL_BIZ`: by hand. */
  readonly useType: 'MANUAL_BIZ' | 'NORMAL'
  /** One for each node, those that others come after first. */
  readonly files: readonly FileContent[]
  /** What of the document business processes and files have no place for. */
  readonly notCarried: readonly NotCarriedPart[]
}

/** The options of {@link toBusiness}. */
export interface ToBusinessOptions {
  /** English name of the workspace: what comes after nothing comes after its root, as the old Data Studio wants it. */
  readonly identifier?: string | undefined
  /** How a builder is built. */
  readonly build?: BuildOptions | undefined
}

const ofWorkflow: CarriedFields = {
  id: true,
  name: true,
  description: true,
  owner: true,
  metadata: true,
  script: { id: true, path: true, language: true, runtime: { command: true, commandTypeId: true } },
  // Looked at by itself, for the nodes have it.
  trigger: true,
  outputs: { nodeOutputs: true },
  nodes: true,
  dependencies: true,
}

function lost(path: string, message: string): NotCarriedPart {
  return { path, message }
}

function lostOfWorkflow({ entitiesOf, edges }: SpecIndex): readonly NotCarriedPart[] {
  const workflow = entitiesOf('Workflow')[0]
  if (workflow === undefined) return []
  const path = pointerOf(workflow)
  const message = 'A business process has no place for this.'
  return [
    ...leftFields(workflow.value, path, ofWorkflow).map((place) => lost(place, message)),
    ...lostOfTrigger(workflow.value['trigger'], `${path}/trigger`),
    ...edges.flatMap(({ workflow: whole, entity }) =>
      whole === undefined ? [] : [lost(pointerOf(entity), 'A business process comes after nothing as a whole.')],
    ),
  ]
}

/** What of a node its whole is lost: one inside of another node, or of a type that files do not have. */
function lostWhole({ entity, name: own, key, flow }: NodeEntry): readonly NotCarriedPart[] {
  const called = own ?? key
  if (flow.entity.name !== 'Workflow' && flow.entity.name !== 'Spec') {
    return [lost(pointerOf(entity), `Node '${called}' stands inside of another node, and a file holds no others.`)]
  }
  const command = readText(Object(entity.value['script'])['runtime'], 'command') ?? ''
  if (nodeTypes.get(command)?.code !== undefined) return []
  return [lost(pointerOf(entity), `Node '${called}' is of type ${command}, for which there is no type of files.`)]
}

/** A document with one workflow as a business process and its files. */
function draftOf(index: SpecIndex, identifier: string | undefined): BusinessDraft {
  const workflow = index.entitiesOf('Workflow')[0]?.value
  const isManual = readText(index.document, 'kind') === 'ManualWorkflow'
  const byNode = new Map<NodeEntry, EdgeEntry[]>()
  for (const edge of index.edges) if (edge.node !== undefined) addToGroup(byNode, edge.node, edge)
  const root = identifier === undefined ? undefined : `${identifier}_root`
  const siteOf = (node: NodeEntry) => ({
    trigger: workflow?.['trigger'],
    isManual,
    edges: byNode.get(node) ?? [],
    root,
  })
  const whole = new Map(index.nodes.map((node) => [node, lostWhole(node)]))
  const carried = index.nodes.filter((node) => whole.get(node)?.length === 0)
  const upstream = (node: NodeEntry) => (byNode.get(node) ?? []).flatMap((edge) => edge.upstream ?? [])
  const { steps, circle } = orderedSteps(carried, upstream)
  return {
    businessName: readText(workflow, 'name') ?? '',
    description: readText(workflow, 'description'),
    useType: isManual ? 'MANUAL_BIZ' : 'NORMAL',
    files: [...steps.flat(), ...circle].flatMap((node) => nodeFile(node, siteOf(node)) ?? []),
    notCarried: [
      ...lostOfWorkflow(index),
      ...[...whole.values()].flat(),
      ...carried.flatMap((node) => lostOfNode(node, siteOf(node))),
    ],
  }
}

const optionKinds: SettingKindsOf<ToBusinessOptions> = { identifier: name, build: fields }

/**
 * A workflow as what the old Data Studio has instead: a business process, and a file for each node. Nothing is sent.
 *
 * Carried are code, types, data sources, resource groups, schedules, scheduling parameters, outputs, reruns, and
 * dependencies by outputs and on the own previous cycle. What files have no place for, such as loops, context variables and
 * dependencies of the workflow as a whole, is listed in `notCarried`, each with its place.
 *
 * @param workflow - a workflow builder, or a document with one workflow
 * @param options - the name of the workspace, and how a builder is built
 * @throws FlowSpecError when the check finds errors
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { toBusiness } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const { files, notCarried } = toBusiness(orders, { identifier: 'retail' })
 * process.stdout.write(`${files.length} files, ${notCarried.length} left\n`)
 * ```
 */
export function toBusiness(workflow: SubmitSource, options: ToBusinessOptions = {}): BusinessDraft {
  requireSettings('toBusiness', 'options', options, optionKinds)
  return draftFor('toBusiness', workflow, options)
}

/** The same as {@link toBusiness}, for a call of another name. */
export function draftFor(
  call: string,
  workflow: SubmitSource,
  { identifier, build }: ToBusinessOptions,
): BusinessDraft {
  const project = identifier === undefined ? {} : { project: identifier }
  const source = readSource(call, workflow, { projectId: '0', build: { ...project, ...build }, allowEmpty: true })
  requireArgument(call, 'workflow', source.index.document, scheduled)
  return draftOf(source.index, identifier)
}

/** Workflows that an event starts have no counterpart there. */
const scheduled = {
  takes: 'a workflow that runs by a schedule or by hand, since the old Data Studio has no others',
  holds: (value: unknown): boolean => isRecord(value) && value['kind'] !== 'TriggerWorkflow',
}
