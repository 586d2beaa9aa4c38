import { createDiagnostic, type SourcePlace } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { BuiltInRuleName } from '../diagnostics/rule-names.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { placeInText } from '../diagnostics/text-lines.ts'
import { parseJson } from './json/exact-json.ts'
import { isRecord } from './json/records.ts'
import { tooDeepAt } from './json/scanner.ts'

/** A document as read: its kind and version are likely there, and so may be fields this library does not know. */
export type ReadDocument = Readonly<Record<string, unknown>>

/** Deeper brackets than any workflow has, and far fewer than overflow the stack of the parser. */
const deepestText = 1000

function refuse(rule: BuiltInRuleName, message: string, source?: SourcePlace, hint?: string): FlowSpecError {
  const parts = { rule, severity: 'error', message, path: '', ...(hint === undefined ? {} : { hint }) } as const
  return new FlowSpecError([createDiagnostic(source === undefined ? parts : { ...parts, source })])
}

/** Any of the letters of `__proto__` as an escape; other escapes, such as those of Chinese text, are none of them. */
const escapedLetter = /\\u00[567]/i

/** Code that copies fields one by one would set a prototype with the key `__proto__`: such text is refused. */
function hasUnsafeKey(text: string): boolean {
  if (!text.includes('__proto__') && !escapedLetter.test(text)) return false
  let found = false
  JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__') found = true
    return value
  })
  return found
}

/**
 * What JSON text says, whatever it is: see {@link readSpec}, which takes documents only.
 *
 * @throws FlowSpecError as `readSpec` does
 */
export function readJson(source: string): unknown {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const deep = tooDeepAt(text, deepestText)
  if (deep >= 0) {
    const message = `The document is nested more than ${deepestText} brackets deep.`
    throw refuse('document/too-deep', message, placeInText(text, deep))
  }
  try {
    const value = parseJson(text)
    if (hasUnsafeKey(text))
      throw refuse('document/unsafe-key', 'The document has a key "__proto__", which no field has.')
    return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // The last words are the parser's own; before them it may quote the text, which can say anything.
    const [ending = '', offset] = / at position (\d+)$/.exec(error.message) ?? []
    const fault = error.message.slice(0, error.message.length - ending.length)
    const source = offset === undefined ? undefined : placeInText(text, Number(offset))
    throw refuse('document/syntax', `The text is not JSON: ${fault}.`, source)
  }
}

/**
 * Reads a FlowSpec document from JSON text, or takes an object that was read already. Nothing is lost: unknown fields
 * stay, integers beyond 2^53 become bigints, and other numbers that JavaScript would round keep their text: see
 * {@link ExactNumber}. The document is not checked; that is what {@link checkSpec} is for.
 *
 * @param source - JSON text, with or without a byte order mark, or a parsed object, which is returned as it is
 * @returns the document as read
 * @throws FlowSpecError with line and column when the text is not JSON, is not an object, is nested more than 1,000
 * brackets deep, gives one key two values, or has a key `__proto__`
 *
 * @example
 * ```ts
 * import { checkSpec, readSpec } from 'flowspec'
 *
 * const document = readSpec('{"kind":"CycleWorkflow","version":"1.1.0","spec":{}}')
 * const diagnostics = checkSpec(document)
 * ```
 */
export function readSpec(source: string | object): ReadDocument {
  const value = typeof source === 'string' ? readJson(source) : source
  if (isReadable(value)) return value
  const given = typeof source === 'string' ? 'another JSON value' : showValue(source)
  const hint = 'Give readSpec(source) the JSON text of a document, or what JSON.parse makes of it.'
  throw refuse('document/not-json', `A FlowSpec document is a JSON object; this is ${given}.`, undefined, hint)
}

function isReadable(value: unknown): value is ReadDocument {
  try {
    return isRecord(value)
  } catch {
    // A proxy that was revoked cannot even be asked whether it is a list.
    return false
  }
}
