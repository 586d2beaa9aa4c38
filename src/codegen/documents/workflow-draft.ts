import { isRecord, readText } from '../../document/json/records.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { call, chained, type Declaration, literal, plainStep, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf, objectIn, parameterSteps, usualOutput } from '../steps/node-steps.ts'
import { strategyInput } from '../steps/strategy-steps.ts'
import { workflowTriggerSteps } from '../steps/trigger-steps.ts'
import { isText, objectSteps, outputStep, stepsOfAll, withoutFields } from '../steps/written-lists.ts'
import type { EntityDraft, Manner } from './draft.ts'
import { draftFlow, type FlowDraft } from './flow-draft.ts'

const makers: Readonly<Record<string, string>> = {
  CycleWorkflow: 'workflow',
  ManualWorkflow: 'manualWorkflow',
  TriggerWorkflow: 'triggerWorkflow',
}

/** The function that starts workflows of a kind. */
function makerOf(workflow: Fields, document: Fields): string {
  const kind = readText(workflow, 'type') ?? readText(document, 'kind') ?? ''
  return Object.hasOwn(makers, kind) ? (makers[kind] ?? 'workflow') : 'workflow'
}

function textSteps(names: readonly string[], holder: Fields): readonly Step[] {
  return names.flatMap((name) => (isText(holder[name]) ? [plainStep(name, holder[name])] : []))
}

function isUsualOutput(workflow: Fields, project: string | undefined): boolean {
  const outputs = objectIn(workflow, 'outputs')['nodeOutputs']
  const [output] = Array.isArray(outputs) && outputs.length === 1 ? outputs : []
  if (!isRecord(output)) return false
  const { name } = workflow
  const usual = isText(name) ? usualOutput({ name }, project) : undefined
  return Object.keys(output).length === 3 && output['data'] === usual && output['refTableName'] === name
}

function outputSteps(workflow: Fields, { isFilled, project }: Manner): readonly Step[] {
  if (isFilled && isUsualOutput(workflow, project)) return []
  const name = isFilled ? nameOf(workflow) : undefined
  return stepsOfAll(objectIn(workflow, 'outputs')['nodeOutputs'], (one) => outputStep(one, name))
}

function whenSteps(workflow: Fields, maker: string, isFilled: boolean): readonly Step[] {
  const trigger = objectIn(workflow, 'trigger')
  if (maker === 'workflow') return workflowTriggerSteps(trigger, isFilled)
  return maker === 'triggerWorkflow'
    ? textSteps(['identifier'], trigger).map(({ args }) => step('trigger', ...args))
    : []
}

function headSteps(workflow: Fields, maker: string, manner: Manner): readonly Step[] {
  const { isFilled, lifted } = manner
  const script = objectIn(workflow, 'script')
  const usualPath = isFilled ? nameOf(workflow) : undefined
  const strategy = strategyInput('Strategy', objectIn(workflow, 'strategy'), entityTable.Strategy.fields)
  const citable = workflow['citable']
  return [
    ...textSteps(['id'], workflow),
    ...(script['path'] === usualPath ? [] : textSteps(['path'], script)),
    ...textSteps(lifted.owner === undefined ? ['owner', 'description'] : ['description'], workflow),
    ...whenSteps(workflow, maker, isFilled),
    ...objectSteps('strategy', strategy),
    ...parameterSteps(script['parameters'], 'Workflow'),
    ...outputSteps(workflow, manner),
    ...(typeof citable === 'boolean' ? [plainStep('citable', citable)] : []),
  ]
}

/** A workflow as code, with its nodes. */
export interface WorkflowDraft {
  readonly draft: EntityDraft
  readonly drafts: readonly EntityDraft[]
}

/** The step that says what the nodes have in common. */
export function defaultSteps({ lifted }: Manner): readonly Step[] {
  return objectSteps('defaults', lifted)
}

/**
 * Writes a workflow as code.
 *
 * @param path - where the document holds it
 * @param whole - the steps that say what it comes after as a whole
 */
export function draftWorkflow(
  raw: Fields,
  document: Fields,
  path: readonly (string | number)[],
  manner: Manner,
  whole: readonly Step[] = [],
): WorkflowDraft {
  const name = nameOf(raw)
  const maker = makerOf(raw, document)
  const folder = readText(objectIn(raw, 'script'), 'path') ?? name
  const flow: FlowDraft | undefined = draftFlow({ holder: raw, edges: 'dependencies', path, folder, manner })
  const nodes =
    flow === undefined || (flow.handles.length === 0 && manner.isFilled) ? [] : [step('nodes', ...flow.handles)]
  const declaration: Declaration = {
    title: name,
    kind: 'flow',
    value: chained(call(maker, literal(name)), [
      // Its builder calls one that comes after something by its name, where it has no other id.
      ...headSteps(whole.length > 0 && raw['id'] === name ? withoutFields(raw, 'id') : raw, maker, manner),
      ...whole,
      ...(manner.isFilled ? defaultSteps(manner) : []),
      ...nodes,
    ]),
  }
  const said = flow === undefined ? [] : ['nodes', ...(flow.saysEdges ? ['dependencies'] : [])]
  return { draft: { declaration, raw, entity: 'Workflow', path, said }, drafts: flow?.drafts ?? [] }
}
