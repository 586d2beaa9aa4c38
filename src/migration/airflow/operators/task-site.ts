import type { MigrationOptions } from '../../migration.ts'
import type { Remark } from '../../note.ts'
import { namedParameters, type Placeholder, shellParameters } from '../../parameters/code-parameters.ts'
import type { NodeBody, UpstreamDraft } from '../../target/draft.ts'
import { type MacroContext, macroValue, template } from '../macros.ts'
import type { AirflowTask } from '../model.ts'

/** Where a task of a DAG is made a node. */
export interface TaskSite {
  readonly task: AirflowTask
  readonly macros: MacroContext
  readonly options: MigrationOptions
  /** Whether a DAG is among those that were given, and a task of it. */
  readonly has: (dag: string, task?: string) => boolean
  readonly note: (remark: Remark) => void
}

/** What a task becomes. */
export interface ConvertedTask extends NodeBody {
  readonly after?: readonly UpstreamDraft[]
  readonly afterPrevious?: readonly UpstreamDraft[]
}

export type OperatorConverter = (site: TaskSite) => ConvertedTask

/** The node type for an operator. */
export function commandFor({ task, options: { commands = {} } }: TaskSite, usual: string): string {
  return (Object.hasOwn(commands, task.operator) ? commands[task.operator] : undefined) ?? usual
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

/** A node that somebody has to write: it has no code, which the check tells, and is paused until then. */
export function placeholderNode({ note }: TaskSite, command: string, remark: Remark): ConvertedTask {
  note({ ...remark, why: `${remark.why} In its place stands a paused ${command} node without code.` })
  return { making: { kind: 'plain', command }, isPlaceholder: true }
}
