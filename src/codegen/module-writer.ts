import { textWidth } from '../diagnostics/text-width.ts'
import { Identifiers } from './names/identifiers.ts'
import { ExpressionLayouts, type ModuleNames } from './printing/expression-layout.ts'
import type { Layout } from './printing/layout.ts'
import { lineWidth } from './printing/layout.ts'
import { textLiteral } from './printing/literal.ts'
import { type Constant, type Exported, moduleText } from './printing/module-text.ts'
import type { CodeFile } from './program/code-file.ts'
import { type Declaration, type Entry, type Expression, unchained } from './program/expression.ts'

/** Where files go, and how modules call them. */
export interface FilePlaces {
  /** Takes a file up, and gives the path that a module names it by. */
  addressOf(file: CodeFile): string
}

/** A module of generated code while it is written. */
export class ModuleWriter implements ModuleNames {
  readonly #places: FilePlaces
  readonly #imports: Map<string, Set<string>> = new Map()
  readonly #names: Map<Declaration, string> = new Map()
  readonly #constants: {
    readonly declaration: Declaration
    readonly isExported: boolean
    readonly value: Layout
    readonly isShort: boolean
  }[] = []
  #identifiers: Identifiers = new Identifiers()

  constructor(places: FilePlaces) {
    this.#places = places
  }

  /** Gives declarations their names; done for all before any is written, when all imports are known. */
  name(declarations: readonly Declaration[], taken: Iterable<string>): void {
    this.#identifiers = new Identifiers(taken)
    for (const one of declarations) this.#names.set(one, this.#identifiers.nameOf(one.title, one.kind))
  }

  nameOf(declaration: Declaration): string {
    return this.#names.get(declaration) ?? ''
  }

  addressOf(file: CodeFile): string {
    return this.#places.addressOf(file)
  }

  uses(entry: Entry | 'node:fs' | (string & Record<never, never>), name: string): void {
    const names = this.#imports.get(entry) ?? new Set()
    this.#imports.set(entry, names.add(name))
  }

  write(declaration: Declaration, isExported: boolean): void {
    const value = new ExpressionLayouts(this).of(declaration.value)
    this.#constants.push({ declaration, isExported, value, isShort: this.#isShort(declaration) })
  }

  /** A chain of at most two calls, each with one short argument. */
  #isShort({ value }: Declaration): boolean {
    const { start, steps } = unchained(value)
    if (steps.length !== 1) return false
    const args = [...(start.kind === 'call' ? start.args : []), ...steps.flatMap((one) => one.args)]
    return args.length <= 2 && args.every((one) => this.#isShortArgument(one))
  }

  #isShortArgument(argument: Expression): boolean {
    if (argument.kind === 'reference') return textWidth(this.nameOf(argument.to)) <= lineWidth / 4
    if (argument.kind !== 'literal' || typeof argument.value !== 'string') return false
    return argument.value.length < lineWidth && textWidth(textLiteral(argument.value)) <= lineWidth / 4
  }

  text(exported: Exported | undefined, header: string | undefined): string {
    if (exported?.project !== undefined) this.uses('flowspec', 'project')
    const constants = this.#constants.map(
      ({ declaration, ...rest }): Constant => ({ name: this.nameOf(declaration), ...rest }),
    )
    return moduleText(this.#imports, constants, exported, header)
  }
}

/** The functions that a declaration calls, whose names are taken in its module. */
export function calledBy(declaration: Declaration): readonly string[] {
  const names: string[] = []
  const queue = [declaration.value]
  for (const expression of queue) {
    if (expression.kind === 'method') queue.push(expression.on, ...expression.args)
    if (expression.kind !== 'call') continue
    names.push(expression.name)
    queue.push(...expression.args)
  }
  return names
}
