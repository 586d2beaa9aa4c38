import { readText } from '../document/json/records.ts'
import { type CodeKind, codeKindOf } from '../language/code-kind.ts'
import { type RenderCodeOptions, renderCode } from '../schedule/parameters/render-code.ts'
import type { Instance } from './instance.ts'
import type { Task } from './plan/task.ts'

/** Names with a scope, as code uses them: `${workflow.name}`. */
const scopedName = /\$\{((?:workflow|workspace)\.[^{}]*)\}/g

/** What code is filled in with, besides the parameters of an instance. */
interface CodeValues {
  /** The value of an expression such as `${workflow.name}`, if it is known. */
  readonly evaluate: (expression: string) => string | undefined
  /** The names of the parameters of the task, in their order. */
  readonly names: readonly string[]
}

/**
 * The code of a task with the parameters of an instance filled in; undefined when it has none.
 */
export function renderInstanceCode(
  { script }: Task,
  { parameters }: Instance,
  { evaluate, names }: CodeValues,
): string | undefined {
  const code = readText(script?.value, 'content')
  if (code === undefined) return undefined
  const scoped: [string, string][] = []
  for (const [expression, name = ''] of code.matchAll(scopedName)) {
    const value = evaluate(expression)
    if (value !== undefined) scoped.push([name, value])
  }
  const command = readText(script?.child('runtime')?.value, 'command') ?? ''
  const style = styleOf(codeKindOf(command, readText(script?.value, 'language')))
  const named = style === 'shell' ? byPlace(names, parameters) : parameters
  return renderCode(code, { ...named, ...Object.fromEntries(scoped) }, { style })
}

/**
 * The values of the parameters of a shell by their places, which are those of the list; one that is called by a number is
 * at that place, and one called "-" holds as many values as its text has.
 */
function byPlace(names: readonly string[], values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const places: [string, string][] = []
  for (const [index, name] of names.entries()) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) continue
    if (name === '-')
      for (const [more, part] of value.split(/\s+/).entries()) places.push([String(index + more + 1), part])
    else places.push([/^[1-9]\d*$/.test(name) ? name : String(index + 1), value])
  }
  return Object.fromEntries(places)
}

/** How code of a kind names its parameters. */
function styleOf(kind: CodeKind | undefined): RenderCodeOptions['style'] {
  return kind === 'shell' || kind === 'pyodps' ? kind : 'sql'
}
