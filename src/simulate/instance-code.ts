import { readText } from '../document/json/records.ts'
import { nodeTypes } from '../language/generated/node-types.ts'
import { type RenderCodeOptions, renderCode } from '../schedule/parameters/render-code.ts'
import type { Instance } from './instance.ts'
import type { Task } from './plan/task.ts'

/** Names with a scope, as code uses them: `${workflow.name}`. */
const scopedName = /\$\{((?:workflow|workspace)\.[^{}]*)\}/g

/**
 * The code of a task with the parameters of an instance filled in; undefined when it has none.
 *
 * @param evaluate - the value of an expression such as `${workflow.name}`, if it is known
 */
export function renderInstanceCode(
  { script }: Task,
  { parameters }: Instance,
  evaluate: (expression: string) => string | undefined,
): string | undefined {
  const code = readText(script?.value, 'content')
  if (code === undefined) return undefined
  const scoped: [string, string][] = []
  for (const [expression, name = ''] of code.matchAll(scopedName)) {
    const value = evaluate(expression)
    if (value !== undefined) scoped.push([name, value])
  }
  const command = readText(script?.child('runtime')?.value, 'command')
  return renderCode(code, { ...parameters, ...Object.fromEntries(scoped) }, { style: styleOf(command) })
}

/** How the code of a node type names its parameters. */
function styleOf(command: string | undefined): RenderCodeOptions['style'] {
  const type = nodeTypes.get(command ?? '')
  if (command === undefined || type === undefined) return 'sql'
  if (/^PY_?ODPS/.test(command)) return 'pyodps'
  return type.language === 'shell-script' ? 'shell' : 'sql'
}
