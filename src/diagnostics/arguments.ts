import { createDiagnostic } from './diagnostic.ts'
import { didYouMean } from './did-you-mean.ts'
import { FlowSpecError } from './flow-spec-error.ts'
import { showError, showType, showValue } from './show-value.ts'

/** What is said of an argument: what is wrong, and the way out. */
export interface ArgumentFault {
  readonly message: string
  readonly hint: string
}

/** What an argument, or a key of one, may be. Made once; asking it makes nothing. */
export interface ArgumentKind {
  /** What it takes, in words that end a sentence. */
  readonly takes: string
  readonly holds: (value: unknown) => boolean
  /** Whether what stands here may be a secret, so that nothing is said of it but what it is. */
  readonly isSecret?: true
  /** What is wrong further inside, which says more than that the whole is not what belongs there. */
  readonly inside?: (argument: string, value: unknown) => ArgumentFault | undefined
}

/** The keys that an object of settings may have. A key whose value is undefined counts as left out. */
export type SettingKinds = Readonly<Record<string, ArgumentKind>>

/**
 * The kinds of all settings of an interface, no more and no fewer, so that a key which the interface gets or loses does not
 * compile until its table says so too.
 */
export type SettingKindsOf<Settings> = Readonly<
  Record<Settings extends unknown ? keyof Settings & string : never, ArgumentKind>
>

/** Whether a value holds its data in its own keys, which dates, maps, promises and boxed texts do not. */
function isRecordLike(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}

/** Reads every value once, so that a getter that throws does so where the error is told. */
function isReadable(value: object): boolean {
  for (const key in value) Reflect.get(value, key)
  return true
}

export const text: ArgumentKind = { takes: 'a text', holds: (value) => typeof value === 'string' }
/** A text of some characters, as names are. */
export const name: ArgumentKind = {
  takes: 'a text of at least one character',
  holds: (value) => typeof value === 'string' && value.trim() !== '',
}

export const number: ArgumentKind = { takes: 'a finite number', holds: Number.isFinite }
export const boolean: ArgumentKind = { takes: 'true or false', holds: (value) => typeof value === 'boolean' }

/** A function that is called without `new`, which a class is not. */
export const step: ArgumentKind = {
  takes: 'a function',
  holds: (value) => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
}

export const settings: ArgumentKind = { takes: 'an object of settings', holds: isRecordLike }
export const anything: ArgumentKind = { takes: 'anything', holds: () => true }

/** One of some texts. */
export function oneOf<const Choice extends string>(...choices: readonly Choice[]): ArgumentKind {
  const known: readonly unknown[] = choices
  return { takes: choices.map((choice) => `'${choice}'`).join(' or '), holds: (value) => known.includes(value) }
}

export function listOf({ takes, holds }: ArgumentKind): ArgumentKind {
  return {
    takes: `a list, each of whose items is ${takes}`,
    // Of a list with holes, `every` skips these.
    holds: (value) => Array.isArray(value) && Array.from<unknown>(value).every(holds),
  }
}

/** What has fields or items, as documents, builders and lists of them have; a promise or map has none that count. */
export const object: ArgumentKind = {
  takes: 'an object of fields, or a list of these',
  // A proxy that was revoked cannot even be asked whether it is a list, which throws here and not later.
  holds: (value) => Array.isArray(value) || (isRecordLike(value) && !isPromise(value)),
}

export const texts: ArgumentKind = {
  takes: 'an object of texts',
  holds: (value) => fields.holds(value) && Object.values(Object(value)).every((one) => typeof one === 'string'),
}

export const list: ArgumentKind = { takes: 'a list', holds: Array.isArray }

export const fields: ArgumentKind = {
  takes: 'an object of fields',
  holds: (value) => isRecordLike(value) && isReadable(value),
}

/** Looking at a value of a caller can run its code, which may throw whatever it likes. */
function isPromise(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
  } catch {
    // What cannot even be looked at is no promise that somebody forgot to await.
    return false
  }
}

/** How a value is shown that does not belong where it stands. */
type Show = (value: unknown) => string

function refusal(argument: string, value: unknown, takes: string, show: Show): ArgumentFault {
  if (isPromise(value)) {
    return {
      message: `${argument} is a promise, where ${takes} belongs.`,
      hint: 'Write await before what makes it.',
    }
  }
  return { message: `${argument} is ${show(value)}.`, hint: `Give ${takes}.` }
}

function refuseArgument(call: string, { message, hint }: ArgumentFault): never {
  const text = `${call}(): ${message}`
  throw new FlowSpecError([
    createDiagnostic({ rule: 'builder/argument', severity: 'error', message: text, hint, path: '' }),
  ])
}

/**
 * What is wrong with an argument, if anything.
 *
 * @param show - how a wrong value is shown, where that is not to be told as it is
 */
export function argumentFault(
  argument: string,
  value: unknown,
  { takes, holds, isSecret, inside }: ArgumentKind,
  show: Show = showValue,
): ArgumentFault | undefined {
  try {
    if (holds(value)) return undefined
    return inside?.(argument, value) ?? refusal(argument, value, takes, isSecret ? showType : show)
  } catch (error) {
    const reason = isSecret ? 'it throws an error' : showError(error)
    return { message: `${argument} cannot be read: ${reason}.`, hint: 'Give a plain value.' }
  }
}

/**
 * Ends a call whose argument is not what it takes.
 *
 * @param call - the function or method
 * @param argument - the name of the argument
 * @throws FlowSpecError of rule `builder/argument`
 */
export function checkArgument(call: string, argument: string, value: unknown, kind: ArgumentKind): void {
  const fault = argumentFault(argument, value, kind)
  if (fault !== undefined) refuseArgument(call, fault)
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

/** An object of settings, what it may hold, and how it is spoken of. */
interface GivenSettings {
  readonly argument: string
  readonly given: object
  readonly kinds: SettingKinds
  readonly show: Show
}

function keyFault(key: string, { argument, given, kinds, show }: GivenSettings): SettingFault | undefined {
  const value: unknown = given[key as keyof typeof given]
  if (value === undefined) return undefined
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined
  if (kind === undefined) return unknownKey(argument, key, kinds)
  if (!Object.hasOwn(given, key)) {
    return { message: `${argument} only inherits "${key}".`, hint: 'Give an object that has the key itself.' }
  }
  return argumentFault(`${argument}.${key}`, value, kind, show)
}

/** Settings as far as they can be used, and what is wrong with the others. */
export interface JudgedSettings<Settings> {
  readonly usable: Partial<Settings>
  readonly faults: readonly SettingFault[]
}

/** What is said of a key of settings; without a key it is the whole that is wrong. */
export interface SettingFault extends ArgumentFault {
  readonly key?: string
  /** The key that one which nothing reads is a slip of. */
  readonly meant?: string
}

/** Whether faults tell of one of these keys: that it is wrong, or misspelt, or that the whole is wrong. */
export function tellsOf(faults: readonly SettingFault[], ...keys: readonly string[]): boolean {
  return faults.some(({ key, meant }) => key === undefined || keys.includes(key) || keys.includes(meant ?? key))
}

/** As {@link settingFault}, for a call that tells all that is wrong with its settings and goes on with what is right. */
export function judgeSettings<Settings extends object>(
  argument: string,
  given: Settings,
  kinds: SettingKinds,
  show: Show = showValue,
): JudgedSettings<Settings> {
  try {
    if (!isRecordLike(given)) return { usable: {}, faults: [refusal(argument, given, settings.takes, show)] }
    const usable: Partial<Settings> = {}
    const faults: SettingFault[] = []
    for (const key in given) {
      const fault = keyFault(key, { argument, given, kinds, show })
      if (fault !== undefined) faults.push({ ...fault, key })
      else Reflect.set(usable, key, given[key])
    }
    return { usable, faults }
  } catch (error) {
    return { usable: {}, faults: [unreadableSettings(argument, error)] }
  }
}

function unreadableSettings(argument: string, error: unknown): ArgumentFault {
  return { message: `${argument} cannot be read: ${showError(error)}.`, hint: 'Give a plain object.' }
}

/** What is wrong with the settings of a call, if anything: a key it does not know, or a value that is of another type. */
export function settingFault(
  argument: string,
  given: unknown,
  kinds: SettingKinds,
  show: Show = showValue,
): ArgumentFault | undefined {
  try {
    if (!isRecordLike(given)) return refusal(argument, given, settings.takes, show)
    // A loop over the keys makes no list of them.
    for (const key in given) {
      const fault = keyFault(key, { argument, given, kinds, show })
      if (fault !== undefined) return fault
    }
    return undefined
  } catch (error) {
    return unreadableSettings(argument, error)
  }
}

function unknownKey(argument: string, key: string, kinds: SettingKinds): SettingFault {
  const meant = didYouMean(key, Object.keys(kinds))
  const message = `${argument} has a key ${showValue(key)}, which nothing reads.`
  if (meant === undefined) return { message, hint: `It takes: ${Object.keys(kinds).join(', ')}.` }
  return { message, hint: `Did you mean "${meant}"?`, meant }
}

/** As {@link checkArgument}, for an object of settings. */
export function checkSettings(call: string, argument: string, given: unknown, kinds: SettingKinds): void {
  const fault = settingFault(argument, given, kinds)
  if (fault !== undefined) refuseArgument(call, fault)
}

/** As {@link checkEach}, for arguments of which those that are no texts are objects of settings. */
export function checkEachSettings(
  call: string,
  argument: string,
  values: readonly unknown[],
  kind: ArgumentKind,
  kinds: SettingKinds,
): void {
  checkEach(call, argument, values, kind)
  for (const [at, value] of values.entries()) {
    if (typeof value !== 'string') checkSettings(call, `${argument} ${at + 1}`, value, kinds)
  }
}
