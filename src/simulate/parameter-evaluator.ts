import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { Entity } from '../document/index/entity.ts'
import { readText } from '../document/json/records.ts'
import { wordOf, wordTable } from '../language/word-of.ts'
import { type EvaluationTimes, readContext } from '../schedule/parameters/context.ts'
import { evaluateParts, type ParameterValue } from '../schedule/parameters/evaluation.ts'
import type { UnknownParameter } from './instance.ts'
import type { PlannedTask } from './plan/planned-task.ts'
import type { Task } from './plan/task.ts'
import type { Timeline, TimelineRun } from './plan/timeline.ts'
import type { SimulationRequest } from './simulate-options.ts'
import type { Source } from './simulated-document.ts'

/** The parameters of one instance: the values that are known, and what is said of the others. */
interface EvaluatedParameters {
  readonly values: Readonly<Record<string, string>>
  readonly unknown: readonly UnknownParameter[]
}

/** What parameters of one workflow come to in one run, by expression. */
type Values = Map<string, ParameterValue>

const nothing: EvaluatedParameters = { values: Object.freeze({}), unknown: Object.freeze([]) }

/** Evaluates parameters at runs; an expression that many nodes have is evaluated once for each run. */
export class ParameterEvaluator {
  readonly #request: Pick<SimulationRequest, 'now' | 'workspace'>
  readonly #parameters = new Map<Task, readonly TaskParameter[]>()
  readonly #workflows = new Map<Task, Readonly<Record<string, string>>>()
  readonly #times = new WeakMap<TimelineRun, EvaluationTimes>()
  readonly #values = new WeakMap<TimelineRun, Map<Task | undefined, Values>>()

  constructor(request: Pick<SimulationRequest, 'now' | 'workspace'>) {
    this.#request = request
  }

  /** The parameters of a task in a run of it. */
  evaluate({ task, timeline }: PlannedTask, run: TimelineRun): EvaluatedParameters {
    const parameters = this.#parametersOf(task)
    if (parameters.length === 0) return nothing
    const values: [string, string][] = []
    const unknown: UnknownParameter[] = []
    for (const parameter of parameters) {
      const value = parameter.isHandedOn ? handedOn : this.#valueOf(parameter, { task, timeline, run })
      if (typeof value === 'string') values.push([parameter.name, value])
      else unknown.push(Object.freeze({ name: parameter.name, expression: parameter.expression, ...value }))
    }
    return { values: Object.freeze(Object.fromEntries(values)), unknown: Object.freeze(unknown) }
  }

  /** The names of the parameters of a task, in their order. */
  namesOf(task: Task): readonly string[] {
    return this.#parametersOf(task).map(({ name }) => name)
  }

  /** The value of an expression as a node has it in a run: of `${workflow.name}` in code, for one. */
  expression(text: string, { task, timeline }: PlannedTask, run: TimelineRun): string | undefined {
    const value = this.#evaluated(text, { task, timeline, run })
    return value.ok ? value.value : undefined
  }

  #valueOf(
    { expression, isConstant }: TaskParameter,
    at: TaskRun,
  ): string | Omit<UnknownParameter, 'name' | 'expression'> {
    if (expression === undefined) return { reason: 'invalid', message: 'The parameter has no value.' }
    if (isConstant) return expression
    const value = this.#evaluated(expression, at)
    if (value.ok) return value.value
    const isRuntime = value.diagnostics.every(({ rule }) => rule === 'parameter/runtime-only')
    const message = value.diagnostics.map(describeFault).join(' ')
    return { reason: isRuntime ? 'runtime-only' : 'invalid', message }
  }

  #evaluated(expression: string, { task, timeline, run }: TaskRun): ParameterValue {
    const workflow = task.workflow ?? (task.kind === 'workflow' ? task : undefined)
    const byWorkflow = this.#values.get(run) ?? new Map<Task | undefined, Values>()
    const values: Values = byWorkflow.get(workflow) ?? new Map()
    this.#values.set(run, byWorkflow.set(workflow, values))
    const known = values.get(expression)
    if (known !== undefined) return known
    const named = {
      workflow: workflow && this.#workflowValues(workflow),
      isWholeWorkflow: workflow !== undefined && this.#isWhole(workflow),
      workspace: this.#request.workspace,
    }
    const value = evaluateParts(expression, this.#timesOf(run, timeline), named)
    values.set(expression, value)
    return value
  }

  #parametersOf(task: Task): readonly TaskParameter[] {
    const known = this.#parameters.get(task) ?? parametersOf(task)
    this.#parameters.set(task, known)
    return known
  }

  /** The parameters of a workflow, as its nodes name them. */
  #workflowValues(workflow: Task): Readonly<Record<string, string>> {
    const known = this.#workflows.get(workflow)
    if (known !== undefined) return known
    const named = this.#parametersOf(workflow).flatMap(({ name, expression }) =>
      expression === undefined ? [] : [[name, expression] as const],
    )
    const values = Object.fromEntries(named)
    this.#workflows.set(workflow, values)
    return values
  }

  /** Whether all parameters of a workflow could be read. */
  #isWhole(workflow: Task): boolean {
    const list = workflow.script?.value['parameters'] ?? []
    return workflow.script !== undefined && Array.isArray(list) && list.length === this.#parametersOf(workflow).length
  }

  #timesOf(run: TimelineRun, timeline: Timeline): EvaluationTimes {
    const known = this.#times.get(run)
    if (known !== undefined) return known
    const read = readContext({
      scheduleTime: run.described.wallClock,
      businessDate: run.described.businessDate,
      timezone: timeline.zone.name,
      now: this.#request.now,
    })
    if (!read.ok) throw new FlowSpecError(read.diagnostics)
    this.#times.set(run, read.times)
    return read.times
  }
}

/** What is wrong with a value; a name that is misspelt is told with the one that is meant. */
function describeFault({ rule, message, hint }: Diagnostic): string {
  return rule === 'parameter/unknown-workflow' && hint !== undefined ? `${message} ${hint}` : message
}

interface TaskRun {
  readonly task: Task
  readonly timeline: Timeline
  readonly run: TimelineRun
}

const handedOn = { reason: 'runtime-only', message: 'Another node hands the value on when it has run.' } as const

/** A parameter of a node or workflow, as the document writes it. */
interface TaskParameter {
  readonly name: string
  /** What is evaluated at a run; undefined when the value comes from elsewhere. */
  readonly expression: string | undefined
  /** Whether the value stands as it is, without being evaluated. */
  readonly isConstant: boolean
  /** Whether another node gives the value. */
  readonly isHandedOn: boolean
}

const types = /* @__PURE__ */ wordTable(['Constant', 'NodeOutput', 'PassThrough', 'PaiOutput'])
const handedOnTypes: ReadonlySet<string | undefined> = new Set(['NodeOutput', 'PassThrough', 'PaiOutput'])

/** The parameters of a task's script, those included that stand elsewhere and are referred to. */
function parametersOf({ script, source }: Task): readonly TaskParameter[] {
  const list = script?.value['parameters']
  if (script === undefined || !Array.isArray(list)) return []
  const byPosition = new Map(
    script.children.filter(({ field }) => field === 'parameters').map((each) => [each.position, each]),
  )
  return list.flatMap((item: unknown, position) => {
    const variable = byPosition.get(position) ?? referenced(item, source)
    const read = variable && readVariable(variable)
    return read === undefined ? [] : [read]
  })
}

function referenced(item: unknown, { index }: Source): Entity | undefined {
  return typeof item === 'string' ? index.entityById('Variable', item) : undefined
}

function readVariable(variable: Entity): TaskParameter | undefined {
  const { value } = variable
  const name = readText(value, 'name')
  if (name === undefined) return undefined
  const type = wordOf(types, value['type'])
  return {
    name,
    expression: readText(value, 'value'),
    isConstant: type === 'Constant',
    isHandedOn: handedOnTypes.has(type) || (value['referenceVariable'] ?? value['from'] ?? undefined) !== undefined,
  }
}
