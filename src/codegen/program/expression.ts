import type { CodeFile } from './code-file.ts'

/** The entries of the package that generated code imports from. */
export type Entry = 'flowspec' | 'flowspec/schedule'

/** A value as JSON has it, or undefined. */
export interface Literal {
  readonly kind: 'literal'
  readonly value: unknown
}

/** A call of a function of the package. */
export interface FunctionCall {
  readonly kind: 'call'
  readonly entry: Entry
  readonly name: string
  readonly args: readonly Expression[]
}

/** A call of a method of what another expression gives. */
export interface MethodCall {
  readonly kind: 'method'
  readonly on: Expression
  readonly name: string
  readonly args: readonly Expression[]
}

/** What a declaration holds, by its name in the code. */
export interface Reference {
  readonly kind: 'reference'
  readonly to: Declaration
}

/** The file of a code, which the generated code takes by its address. */
export interface FileReference {
  readonly kind: 'file'
  readonly file: CodeFile
}

/** The document in a file, read as it is. */
export interface StoredDocument {
  readonly kind: 'stored'
  readonly file: CodeFile
}

/**
 * A piece of generated code as data: it is printed, and it is evaluated with the builders themselves, so that what the
 * code does is known before anybody runs it.
 */
export type Expression = Literal | FunctionCall | MethodCall | Reference | FileReference | StoredDocument

/** A constant of the generated code. What it holds is settled while the document is written as code. */
export interface Declaration {
  /** What it is called after: the name of a node or workflow. */
  readonly title: string
  /** The function it is made by, which names it where the title has no letters. */
  readonly kind: string
  value: Expression
}

export function literal(value: unknown): Literal {
  return { kind: 'literal', value }
}

export function call(name: string, ...args: readonly Expression[]): FunctionCall {
  return { kind: 'call', entry: 'flowspec', name, args }
}

export function scheduleCall(name: string, ...args: readonly Expression[]): FunctionCall {
  return { kind: 'call', entry: 'flowspec/schedule', name, args }
}

export function method(on: Expression, name: string, ...args: readonly Expression[]): MethodCall {
  return { kind: 'method', on, name, args }
}

export function reference(to: Declaration): Reference {
  return { kind: 'reference', to }
}

/** A step of a builder: a method with its arguments, to be put behind what is there already. */
export interface Step {
  readonly name: string
  readonly args: readonly Expression[]
}

export function step(name: string, ...args: readonly Expression[]): Step {
  return { name, args }
}

/** A step whose arguments are plain values. */
export function plainStep(name: string, ...values: readonly unknown[]): Step {
  return { name, args: values.map(literal) }
}

/** A chain of steps behind an expression. */
export function chained(start: Expression, steps: readonly Step[]): Expression {
  let chain = start
  for (const { name, args } of steps) chain = { kind: 'method', on: chain, name, args }
  return chain
}

/** The expression a chain begins with, and its steps in order. */
export function unchained(expression: Expression): {
  readonly start: Expression
  readonly steps: readonly MethodCall[]
} {
  const steps: MethodCall[] = []
  let start = expression
  while (start.kind === 'method') {
    steps.push(start)
    start = start.on
  }
  return { start, steps: steps.reverse() }
}
