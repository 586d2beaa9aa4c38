import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { showError } from '../../diagnostics/show-value.ts'
import { framesOf } from '../../diagnostics/stack/stack-frames.ts'
import { type DeepExpression, deepestPlace } from './deep-expression.ts'
import { importedTexts } from './imported-texts.ts'

/** Of the engine, and of what takes types out in it, whose stack is that of WebAssembly. */
const overflow = /^(?:\w+: )?Maximum call stack size exceeded|^memory access out of bounds\n/

/** Whether an error, or what stands in the place of one, says that calls within one another were too many. */
export function isOverflow(said: string): boolean {
  return overflow.test(said)
}

/** What loads modules: the engine's own, and the compiler for those in TypeScript. */
const loaders = /^node:internal\/(?:assert|modules|vm)\b|[\\/]node_modules[\\/]jiti[\\/]/

/**
 * Whether it was a compiler that went too deep, in the text of a module, and no function of one: what loads modules stands on
 * top of the stack, or the compiler for TypeScript gives no stack.
 */
function isOfText(error: unknown): boolean {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const top = framesOf(stack).find(({ place }) => place !== undefined)
  return top?.place === undefined || loaders.test(top.place.file)
}

/** Fewer than these no compiler fails at, so they are not the cause. */
const fewest = 500

interface DeepModule {
  readonly file: string
  readonly found: DeepExpression
}

function deepestModule(path: string): DeepModule | undefined {
  let deepest: DeepModule | undefined
  for (const { file, source } of importedTexts(path)) {
    const found = deepestPlace(source)
    if (found !== undefined && found.depth > (deepest?.found.depth ?? fewest)) deepest = { file, found }
  }
  return deepest
}

/** What is said of an error of too many calls within one another. */
export interface OverflowError {
  readonly message: string
  readonly hint: string
  readonly source?: SourcePlace
}

/** The module in which the compiler for TypeScript failed, as it says it. */
function compiledModule(error: unknown): string | undefined {
  return /\n\s*(.+):\d+:\d+\s*$/.exec(showError(error))?.[1]
}

const partsHint = 'Name a part of it: const part = ….'

function deepText({ file, found: { kind, depth, line, column } }: DeepModule): OverflowError {
  const isChain = kind === 'chain'
  const what = isChain
    ? `${depth} calls and operators in one chain is too long`
    : `${depth} brackets one in the other is too deep`
  return {
    message: `The module is not read: an expression of ${what} to be compiled.`,
    hint: isChain
      ? 'Give many to one call, as .add(a, b, …) and .nodes(a, b, …) take them, or name a part of it: const part = ….'
      : partsHint,
    source: { file, line, column },
  }
}

/**
 * What ended the loading of a module that went too deep: a text of which an expression is too long for compilers, which is
 * looked for in the module and in those that it imports.
 *
 * @returns undefined for any other error
 */
export function deepTextError(error: unknown, path: string): OverflowError | undefined {
  if (!isOverflow(showError(error)) || !isOfText(error)) return undefined
  const deepest = deepestModule(compiledModule(error) ?? path)
  if (deepest !== undefined) return deepText(deepest)
  const message =
    'The module is not read: an expression of it, or of a module that it imports, is too deep to be compiled.'
  return { message, hint: partsHint }
}
