import type { CallPlace, SourcePlace } from '../diagnostic.ts'

/** One frame of a stack: a function that ran, and where it was when it called the next. */
export interface StackFrame {
  /** The name of the function; undefined of what has none, such as a module, or an arrow that is passed on. */
  readonly name: string | undefined
  /** Undefined of a function of the engine, such as `Array.map`. */
  readonly place: Required<SourcePlace> | undefined
}

const frame = /^\s*at (?:async )?(?:(.*) \()?(.+?)\)?$/
/** What stands behind the place in a file where a text was run as code: the place in that text. */
const inEvaluated = /(?:\), <anonymous>:\d+:\d+)+$/
const position = /^(.+?):(\d+):(\d+)$/

/** What the engine says beside the name of a function: the object that holds it, and how that calls it. */
const holder = /^(?:Object|Module|Function|Proxy|exports)\.| \[as .*\]$/g

function nameOf(called = ''): string | undefined {
  const name = called.replaceAll(holder, '')
  return name === '' || name === 'eval' || name.endsWith('<anonymous>') ? undefined : name
}

function frameOf(line: string): StackFrame | undefined {
  const [, called, where] = frame.exec(line) ?? []
  if (where === undefined) return undefined
  const [, file, row, column] = position.exec(where.replace(inEvaluated, '')) ?? []
  const place = file === undefined ? undefined : { file, line: Number(row), column: Number(column) }
  return { name: nameOf(called), place }
}

/** The frames in the text of a stack, from the inside out. */
export function framesOf(stack: string): readonly StackFrame[] {
  return stack.split('\n').flatMap((line) => frameOf(line) ?? [])
}

/** Whether a place is in a package or in the engine, which users do not change. */
export function isForeign({ file = '' }: SourcePlace): boolean {
  return file.startsWith('node:') || file.split(/[\\/]/).includes('node_modules')
}

/** The folder that this library runs in: `src` or `dist`, with what stands before it; the empty text on an engine without stacks. */
let ownFolder: string | undefined

function folderOfLibrary(): string {
  if (ownFolder === undefined) {
    const [own] = framesOf(new Error('here').stack ?? '')
    ownFolder = /^.*[\\/](?:src|dist)[\\/]/.exec(own?.place?.file ?? '')?.[0] ?? ''
  }
  return ownFolder
}

/** Whether a place is in this library, which stands in no `node_modules` where it is linked. */
export function isOfLibrary({ file = '' }: SourcePlace): boolean {
  const own = folderOfLibrary()
  return own !== '' && file.startsWith(own)
}

function note(calls: Map<string, CallPlace>, call: CallPlace): void {
  const key = JSON.stringify(call)
  if (!calls.has(key)) calls.set(key, call)
}

/**
 * Where the functions were called that a stack stands in, from the inside out: calls by name, in files of the user, each once. What
 * loaded a module is no call that leads to what it holds, so the calls end at a frame without a name that a package or the
 * engine's loader called. A function of the engine, as `map` is, and one of the user call an arrow.
 *
 * @param isOthers - whether a place is one that the user does not change
 */
export function callsIn(
  [innermost, ...outer]: readonly StackFrame[],
  isOthers: (place: SourcePlace) => boolean = isForeign,
): readonly CallPlace[] {
  const isOfUser = (place: SourcePlace): boolean => !isOthers(place) && !isOfLibrary(place)
  // A function that calls itself does so in the same line again and again.
  const calls = new Map<string, CallPlace>()
  let called = innermost?.name
  let isForeignCall = innermost?.place !== undefined && isOthers(innermost.place)
  let isPassedOn = false
  for (const { name, place } of outer) {
    if (place === undefined) {
      isPassedOn = true
      continue
    }
    // A module has no name either, and a loader calls it.
    if (called === undefined && !isPassedOn && !isOfUser(place)) break
    isPassedOn = false
    if (isOthers(place)) {
      // Inside of a package the outermost function is the one that its user calls; what a package calls for its user stays.
      if (isForeignCall || called === undefined) called = name
      continue
    }
    if (called !== undefined) note(calls, { name: called, ...place })
    called = name
    isForeignCall = false
  }
  return [...calls.values()]
}
