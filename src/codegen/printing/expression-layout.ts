import type { CodeFile } from '../program/code-file.ts'
import { type Declaration, type Entry, type Expression, type MethodCall, unchained } from '../program/expression.ts'
import {
  all,
  choice,
  group,
  hardline,
  indent,
  type Layout,
  line,
  separated,
  softline,
  trailingComma,
} from './layout.ts'
import { textLiteral } from './literal.ts'
import { hugs, valueLayout } from './value-layout.ts'

/** What names stand for in a module, and what it imports. */
export interface ModuleNames {
  /** What a declaration is called in the module. */
  nameOf(declaration: Declaration): string
  /** The path of a file from the module on. */
  addressOf(file: CodeFile): string
  /** Notes that a function is imported. */
  uses(entry: Entry | 'node:fs', name: string): void
}

/** Lays expressions out as the formatters of the language do, so that one finds nothing to change. */
export class ExpressionLayouts {
  readonly #names: ModuleNames

  constructor(names: ModuleNames) {
    this.#names = names
  }

  of(expression: Expression): Layout {
    const { start, steps } = unchained(expression)
    return steps.length === 0 ? this.#startOf(start) : this.#chain(start, steps)
  }

  #startOf(start: Expression): Layout {
    switch (start.kind) {
      case 'literal':
        if (holdsExact(start.value)) this.#names.uses('flowspec', 'exactNumber')
        return valueLayout(start.value)
      case 'reference':
        return this.#names.nameOf(start.to)
      case 'call':
        this.#names.uses(start.entry, start.name)
        return all(start.name, this.#arguments(start.args))
      case 'file':
        return this.#address(start.file)
      case 'stored':
        this.#names.uses('flowspec', 'readSpec')
        this.#names.uses('node:fs', 'readFileSync')
        return this.#stored(start.file)
      case 'method':
        return ''
    }
  }

  #address(file: CodeFile): Layout {
    const path = textLiteral(this.#names.addressOf(file))
    return all(
      'new URL(',
      group(all(indent(all(softline, path, ',', line, 'import.meta.url')), trailingComma, softline)),
      ')',
    )
  }

  #stored(file: CodeFile): Layout {
    const address = this.#address(file)
    const inner = all(
      'readFileSync(',
      group(all(indent(all(softline, address, ',', line, '"utf8"')), trailingComma, softline)),
      ')',
    )
    return all('readSpec(', group(all(indent(all(softline, inner)), trailingComma, softline)), ')')
  }

  /** Arguments of a call: in one line, the last of them opened, or a line for each. */
  #arguments(args: readonly Expression[]): Layout {
    if (args.length === 0) return '()'
    const layouts = args.map((one) => this.of(one))
    const broken = all('(', indent(all(softline, separated(layouts, all(',', line)), trailingComma)), softline, ')')
    const last = args.at(-1)
    const isHugged = last?.kind === 'literal' && hugs(last.value) && !isAlike(args.at(-2), last.value)
    if (!isHugged) return group(broken)
    const flat = all('(', separated(layouts, ', '), ')')
    if (args.length === 1) return flat
    return choice(flat, flat, group(broken, true))
  }

  #chain(start: Expression, steps: readonly MethodCall[]): Layout {
    const first = this.#startOf(start)
    const parts = steps.map(({ name, args }) => all('.', name, this.#arguments(args)))
    const oneLine = all(first, ...parts)
    // A short name is no line of its own.
    const isShort = start.kind === 'reference'
    if (steps.length <= (isShort ? 2 : 1)) return group(oneLine)
    const expanded = all(first, indent(all(...parts.map((part) => all(hardline, part)))))
    const calls = steps.length + (start.kind === 'call' ? 1 : 0)
    if (calls > 2 && !this.#isSimple(start, steps)) return group(expanded, true)
    return choice(oneLine, expanded)
  }

  #isSimple(start: Expression, steps: readonly MethodCall[]): boolean {
    const args = [...(start.kind === 'call' ? start.args : []), ...steps.flatMap((one) => one.args)]
    return args.every(({ kind }) => kind !== 'file' && kind !== 'stored')
  }
}

/** Whether the argument before the last is an object or list as that is, so that neither opens on the line of the call. */
function isAlike(before: Expression | undefined, last: unknown): boolean {
  if (before?.kind !== 'literal' || typeof before.value !== 'object' || before.value === null) return false
  return Array.isArray(before.value) === Array.isArray(last)
}

function holdsExact(value: unknown): boolean {
  const queue: unknown[] = [value]
  for (const held of queue) {
    if (typeof held !== 'object' || held === null) continue
    if (held instanceof Number) return true
    for (const inner of Object.values(held)) queue.push(inner)
  }
  return false
}
