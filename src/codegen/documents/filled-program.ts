import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { entityKinds, everyEntityKind } from '../../language/entity-kinds.ts'
import { call, chained, plainStep, type Step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { entityExpression } from '../steps/entity-steps.ts'
import { nameOf } from '../steps/node-steps.ts'
import { hasOnly } from '../steps/written-lists.ts'
import type { Manner } from './draft.ts'
import { draftFlow } from './flow-draft.ts'
import { allNodes, liftedDefaults } from './lifted-defaults.ts'
import type { OutsideOutputs } from './outside-outputs.ts'
import type { DocumentProgram } from './program.ts'
import { wholeSteps } from './whole-edges.ts'
import { draftWorkflow } from './workflow-draft.ts'

/** The only item of a list; undefined when there are others. */
function onlyRecord(list: unknown): Fields | undefined {
  const [item, ...others] = itemsOf(list)
  return isRecord(item) && others.length === 0 ? item : undefined
}

/** How a document of builders is to be read. */
export interface FilledOptions {
  /** Whether what nodes have in common is said once. */
  readonly isLifting: boolean
  /** The project that it is a part of, and what others of that offer. */
  readonly project?: string | undefined
  readonly outside?: OutsideOutputs | undefined
}

function mannerOf(workflow: Fields | undefined, { isLifting, project, outside }: FilledOptions): Manner {
  const lifted = isLifting && workflow !== undefined ? liftedDefaults(allNodes(workflow), workflow) : {}
  return { isFilled: true, project, outside, edges: 'named', lifted }
}

function workflowProgram(document: Fields, spec: Fields, options: FilledOptions): DocumentProgram | undefined {
  const workflow = onlyRecord(spec['workflows'])
  if (workflow === undefined || !hasOnly(spec, 'name', 'type', 'workflows', 'flow')) return undefined
  if (spec['name'] !== workflow['name'] || spec['type'] !== document['kind']) return undefined
  const manner = mannerOf(workflow, options)
  const whole = wholeSteps(spec['flow'], workflow, manner)
  if (whole === undefined) return undefined
  const made = draftWorkflow(workflow, document, ['spec', 'workflows', 0], manner, whole)
  return { drafts: [...made.drafts, made.draft], document: made.draft.declaration }
}

const standaloneKinds: readonly unknown[] = ['Node', 'ManualNode', 'TemporaryWorkflow', 'CycleWorkflow']

function standaloneProgram(document: Fields, spec: Fields, options: FilledOptions): DocumentProgram | undefined {
  const kind = document['kind']
  if (onlyRecord(spec['nodes']) === undefined || !hasOnly(spec, 'nodes', 'flow') || !standaloneKinds.includes(kind))
    return undefined
  const flow = draftFlow({
    holder: spec,
    edges: 'flow',
    path: ['spec'],
    folder: undefined,
    manner: mannerOf(undefined, { ...options, isLifting: false }),
  })
  const [handle] = flow?.handles ?? []
  if (flow === undefined || handle === undefined || !flow.saysEdges) return undefined
  const ofKind: readonly Step[] = kind === 'Node' ? [] : [plainStep('ofKind', kind)]
  const title = readText(onlyRecord(spec['nodes']), 'name') ?? ''
  return {
    drafts: flow.drafts,
    document: { title: `${title} document`, kind: 'document', value: chained(call('standalone', handle), ofKind) },
  }
}

/** The document of a resource, a function or the like, which its builder makes by itself. */
function entityProgram(document: Fields, spec: Fields): DocumentProgram | undefined {
  const kind = everyEntityKind().find((one) => one === document['kind'])
  const entity = kind && onlyRecord(spec[entityKinds[kind].list])
  const value =
    kind && entity && hasOnly(spec, entityKinds[kind].list) ? entityExpression(entity, kind, true) : undefined
  return value && { drafts: [], document: { title: nameOf(Object(entity)), kind: 'document', value } }
}

/** A document as code of builders that write what is usual by themselves; undefined for one they would not make. */
export function filledProgram(document: Fields, options: FilledOptions): DocumentProgram | undefined {
  const spec = document['spec']
  if (!isRecord(spec) || document['version'] !== '1.1.0' || !hasOnly(document, 'kind', 'version', 'spec'))
    return undefined
  return (
    workflowProgram(document, spec, options) ??
    standaloneProgram(document, spec, options) ??
    entityProgram(document, spec)
  )
}
