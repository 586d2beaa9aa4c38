import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { showError, showValue } from '../diagnostics/show-value.ts'
import { isRecord } from '../document/json/records.ts'
import { type FaultText, refuse } from './build/faults.ts'

/** What an argument, or a key of one, may be. Made once; asking it makes nothing. */
export interface ArgumentKind {
  /** What it takes, in words that end a sentence. */
  readonly takes: string
  readonly holds: (value: unknown) => boolean
}

/** The keys that an object of settings may have. A key whose value is undefined counts as left out. */
export type SettingKinds = Readonly<Record<string, ArgumentKind>>

/** Whether a value holds its data in its own keys, which dates, maps, promises and boxed texts do not. */
function isRecordLike(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && Object.prototype.toString.call(value) === '[object Object]'
}

/** Reads every value once, so that a getter that throws does so where the error is told. */
function isReadable(value: object): boolean {
  for (const key in value) Reflect.get(value, key)
  return true
}

export const text: ArgumentKind = { takes: 'a text', holds: (value) => typeof value === 'string' }
export const number: ArgumentKind = { takes: 'a finite number', holds: Number.isFinite }
export const boolean: ArgumentKind = { takes: 'true or false', holds: (value) => typeof value === 'boolean' }
export const step: ArgumentKind = { takes: 'a function', holds: (value) => typeof value === 'function' }
export const settings: ArgumentKind = { takes: 'an object of settings', holds: isRecordLike }
export const anything: ArgumentKind = { takes: 'anything', holds: () => true }

export const fields: ArgumentKind = {
  takes: 'an object of fields',
  holds: (value) => isRecordLike(value) && isReadable(value),
}

export const file: ArgumentKind = {
  takes: 'the path of a file, as text or URL',
  holds: (value) => typeof value === 'string' || value instanceof URL,
}

export const code: ArgumentKind = {
  takes: 'text, or what dataIntegration() makes',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['toCode'] === 'function'),
}

export const variable: ArgumentKind = {
  takes: 'a text, or a variable of another node such as variableOf(node, name)',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['node'] === 'string'),
}

export const named: ArgumentKind = {
  takes: 'a builder, or the name of what it builds',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['name'] === 'string'),
}

export const table: ArgumentKind = {
  takes: 'the full name of a table, or an object of what is known of it',
  holds: (value) => typeof value === 'string' || fields.holds(value),
}

export const upstream: ArgumentKind = {
  takes: 'a node, the name of one, or what case(), outputOf(), external() and projectRoot() give',
  holds: (value) =>
    typeof value === 'string' || (isRecord(value) && ('toJSON' in value || typeof value['kind'] === 'string')),
}

/** Looking at a value of a caller can run its code, which may throw whatever it likes. */
function isPromise(value: unknown): boolean {
  try {
    return isRecord(value) && typeof value['then'] === 'function'
  } catch {
    // What cannot even be looked at is no promise that somebody forgot to await.
    return false
  }
}

function refusal(argument: string, value: unknown, takes: string): FaultText {
  if (isPromise(value)) {
    return {
      message: `${argument} is a promise, where ${takes} belongs.`,
      hint: 'Write await before what makes it.',
    }
  }
  return { message: `${argument} is ${showValue(value)}.`, hint: `Give ${takes}.` }
}

function refuseArgument(call: string, { message, hint }: FaultText): never {
  refuse('builder/argument', { message: `${call}(): ${message}`, hint })
}

function refuseUnreadable(call: string, argument: string, error: unknown): never {
  refuseArgument(call, {
    message: `${argument} cannot be read: ${showError(error)}`,
    hint: 'Give a plain value.',
  })
}

/**
 * Ends a call whose argument is not what it takes.
 *
 * @param call - the function or method
 * @param argument - the name of the argument
 * @throws FlowSpecError of rule `builder/argument`
 */
export function checkArgument(call: string, argument: string, value: unknown, kind: ArgumentKind): void {
  let holds: boolean
  try {
    holds = kind.holds(value)
  } catch (error) {
    refuseUnreadable(call, argument, error)
  }
  if (!holds) refuseArgument(call, refusal(argument, value, kind.takes))
}

/** As {@link checkArgument}, for each of the arguments of a call that takes any number. */
export function checkEach(call: string, argument: string, values: readonly unknown[], kind: ArgumentKind): void {
  for (let at = 0; at < values.length; at++) {
    if (!holdsSafely(kind, values[at])) checkArgument(call, `${argument} ${at + 1}`, values[at], kind)
  }
}

function holdsSafely({ holds }: ArgumentKind, value: unknown): boolean {
  try {
    return holds(value)
  } catch {
    // Asked again where the answer is told.
    return false
  }
}

function keyFault(argument: string, key: string, given: object, kinds: SettingKinds): FaultText | undefined {
  const value: unknown = given[key as keyof typeof given]
  if (value === undefined) return undefined
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined
  if (kind === undefined) return unknownKey(argument, key, kinds)
  if (!Object.hasOwn(given, key)) {
    return { message: `${argument} only inherits "${key}".`, hint: 'Give an object that has the key itself.' }
  }
  return kind.holds(value) ? undefined : refusal(`${argument}.${key}`, value, kind.takes)
}

/** What is wrong with the settings of a call, if anything: a key it does not know, or a value that is of another type. */
export function settingFault(argument: string, given: unknown, kinds: SettingKinds): FaultText | undefined {
  try {
    if (!isRecordLike(given)) return refusal(argument, given, settings.takes)
    // A loop over the keys makes no list of them.
    for (const key in given) {
      const fault = keyFault(argument, key, given, kinds)
      if (fault !== undefined) return fault
    }
    return undefined
  } catch (error) {
    return { message: `${argument} cannot be read: ${showError(error)}`, hint: 'Give a plain object.' }
  }
}

function unknownKey(argument: string, key: string, kinds: SettingKinds): FaultText {
  const near = didYouMean(key, Object.keys(kinds))
  const hint = near === undefined ? `It takes: ${Object.keys(kinds).join(', ')}.` : `Did you mean "${near}"?`
  return { message: `${argument} has a key ${showValue(key)}, which nothing reads.`, hint }
}

/** As {@link checkArgument}, for an object of settings. */
export function checkSettings(call: string, argument: string, given: unknown, kinds: SettingKinds): void {
  const fault = settingFault(argument, given, kinds)
  if (fault !== undefined) refuseArgument(call, fault)
}
