import { parseParameter } from '../../schedule/parameters/parse.ts'
import type { NoteTaker, Remark } from '../note.ts'
import { type FilledCode, namedParameters, type Placeholder, shellParameters } from '../parameters/code-parameters.ts'
import type { ParameterDraft } from '../target/draft.ts'
import { builtInValue, placeholder, timeExpression } from './expressions.ts'
import type { DolphinProcess, DolphinProperty, DolphinTask } from './model.ts'

/** The parameters of a process in the words of DataWorks, and what they mean in its tasks. */
export class ProcessScope {
  readonly #globals: ReadonlyMap<string, DolphinProperty>
  readonly #values: Map<string, string> = new Map()

  constructor({ globals }: DolphinProcess, note: NoteTaker) {
    this.#globals = new Map(globals.map((one) => [one.name, one]))
    for (const { name, value, isOut } of this.#globals.values()) {
      const carried = isOut ? undefined : carriedValue(value, (other) => this.#plainValue(other, name))
      if (carried !== undefined) this.#values.set(name, carried)
      else note(notCarried('global parameter', name, value, isOut))
    }
  }

  /** The value of another parameter that one is made of, if that is made of none itself. */
  #plainValue(name: string, asking: string): string | undefined {
    const other = name === asking ? undefined : this.#globals.get(name)
    return other === undefined ? undefined : carriedValue(other.value, () => undefined)
  }

  /** The parameters of the workflow. */
  parameters(): readonly ParameterDraft[] {
    return [...this.#values].map(([name, value]) => ({ name, value }))
  }

  /** What a task writes to have a parameter of the process. */
  valueFor(name: string): string | undefined {
    const value = this.#values.get(name)
    const reference = `\${workflow.${name}}`
    return value !== undefined && parseParameter(reference).ok ? reference : value
  }

  /** What the parameter is, where it is a plain text. */
  constantOf(name: string): string | undefined {
    const value = this.#values.get(name)
    return value?.includes('$') === false ? value : undefined
  }
}

/**
 * A value in the words of DataWorks; undefined for one that it cannot say.
 *
 * @param valueFor - what a name stands for that is none of the system
 */
function carriedValue(raw: string, valueFor: (name: string) => string | undefined): string | undefined {
  let isCarried = true
  const value = raw.replaceAll(placeholder, (_, name: string | undefined, expression: string | undefined) => {
    const part =
      name === undefined ? timeExpression(expression ?? '') : (builtInValue(name.trim()) ?? valueFor(name.trim()))
    if (part === undefined) isCarried = false
    return part ?? ''
  })
  return isCarried && parseParameter(value).ok ? value : undefined
}

function notCarried(kind: string, name: string, value: string, isOut: boolean): Remark {
  if (isOut) {
    return {
      what: `${kind} '${name}' that is set by a task`,
      why: 'DataWorks hands values on by assignment nodes, which print them.',
      wayOut: 'Make the task an assignment node, and take its output with .param(name, variableOf(node, "outputs")).',
    }
  }
  return {
    what: `${kind} '${name}'`,
    why: `DataWorks has no parameter that means '${value.slice(0, 100)}'.`,
    wayOut: 'Write a scheduling parameter that fits, such as $[yyyymmdd-1], or work it out in the code.',
  }
}

/** What names mean in one task: its own parameters, those of its process, and those of the system. */
export class TaskScope {
  readonly #process: ProcessScope
  readonly #locals: ReadonlyMap<string, string>

  constructor({ locals }: DolphinTask, process: ProcessScope, note: NoteTaker) {
    this.#process = process
    const values = new Map<string, string>()
    for (const { name, value, isOut } of locals) {
      // A parameter without a value is the one of the process.
      const carried = isOut
        ? undefined
        : value === ''
          ? process.valueFor(name)
          : carriedValue(value, (other) => process.valueFor(other))
      if (carried !== undefined) values.set(name, carried)
      else if (isOut || value !== '') note(notCarried('parameter', name, value, isOut))
    }
    this.#locals = values
  }

  /** The value of a parameter in the words of DataWorks; undefined for one that there is not. */
  valueFor(name: string): string | undefined {
    return this.#locals.get(name) ?? this.#process.valueFor(name) ?? builtInValue(name)
  }

  /** What the parameter is, where it is a plain text. */
  constantOf(name: string): string | undefined {
    const own = this.#locals.get(name)
    if (own !== undefined && !own.startsWith('${workflow.')) return own.includes('$') ? undefined : own
    return this.#process.constantOf(name)
  }

  /** Code whose placeholders DataWorks fills in; those that stand for nothing known stay as they are. */
  fill(code: string, isShell: boolean): FilledCode {
    const found = [...code.matchAll(placeholder)].flatMap((match): readonly Placeholder[] => {
      const [text, named, expression] = match
      const value = named === undefined ? timeExpression(expression ?? '') : this.valueFor(named.trim())
      const name = named === undefined ? nameOfExpression(expression ?? '') : named.trim()
      return value === undefined ? [] : [{ index: match.index, text, name, value }]
    })
    return isShell ? shellParameters(code, found) : namedParameters(code, found)
  }
}

/** A name for an expression in code, which has none: `$[yyyyMMdd-1]` is `yyyymmdd_minus_1`. */
function nameOfExpression(expression: string): string {
  return expression
    .trim()
    .toLowerCase()
    .replaceAll(/\s*-\s*(?=\d)/g, '_minus_')
    .replaceAll(/\s*\+\s*(?=\d)/g, '_plus_')
}
