import type { NoteTaker } from '../../note.ts'
import { namedParameters, type Placeholder, shellParameters } from '../../parameters/code-parameters.ts'
import type { NodeBody, UpstreamDraft } from '../../target/draft.ts'
import type { TargetWorkspace } from '../../target/target-workspace.ts'
import type { Cycle } from '../awaited-cycle.ts'
import { type MacroContext, macroValue, template } from '../macros.ts'
import type { AirflowTask } from '../model.ts'

/** Where a task of a DAG is made a node. */
export interface TaskSite {
  readonly task: AirflowTask
  readonly macros: MacroContext
  readonly workspace: TargetWorkspace
  /** Whether a DAG is among those that were given, and a task of it. */
  readonly has: (dag: string, task?: string) => boolean
  /** The cycle of its DAG. */
  readonly cycle: Cycle | undefined
  /** The cycle of a DAG that was given. */
  readonly cycleIn: (dag: string) => Cycle | undefined
  readonly note: NoteTaker
}

/** What a task becomes. */
export interface ConvertedTask extends NodeBody {
  readonly after?: readonly UpstreamDraft[]
  readonly afterPrevious?: readonly UpstreamDraft[]
}

export type OperatorConverter = (site: TaskSite) => ConvertedTask

/** The node type for an operator. */
export function commandForOperator({ task, workspace }: TaskSite, usual: string): string {
  return workspace.commandOf(task.operator) ?? usual
}

/** A name for what a template says: `macros.ds_add(ds, -1)` is `ds_add_ds_1`. */
function nameOf(expression: string): string {
  return expression
    .trim()
    .replaceAll(/^macros\.|^params\.|^var\.value\./g, '')
    .replaceAll(/\W+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
}

/** A node of a type with its code, whose templates are filled in; what no parameter says stays as it is, and is told. */
export function codeNode({ macros, note }: TaskSite, command: string, code: string): ConvertedTask {
  const unknown: string[] = []
  const found = [...code.matchAll(template)].flatMap(
    ({ 0: text, 1: expression = '', index }): readonly Placeholder[] => {
      const value = macroValue(expression, macros)
      if (value !== undefined) return [{ index, text, name: nameOf(expression), value }]
      unknown.push(text)
      return []
    },
  )
  if (/\{%/.test(code)) unknown.push('{% … %}')
  if (unknown.length > 0) {
    note({
      what: `templates ${[...new Set(unknown)].join(', ').slice(0, 200)}`,
      why: 'DataWorks has no parameter that means the same, and no Jinja: they stand in the code as they were.',
      wayOut: 'Write scheduling parameters, such as $[yyyymmdd-1], or let an assignment node hand the value on.',
    })
  }
  const fill = command === 'DIDE_SHELL' ? shellParameters : namedParameters
  return { making: { kind: 'plain', command }, ...fill(code, found) }
}
