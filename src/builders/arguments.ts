import { type ArgumentKind, boolean, checkArgument, step } from '../diagnostics/arguments.ts'
import { stringifyJson } from '../document/json/exact-json.ts'
import { isPlainObject } from '../document/json/json-copy.ts'
import { isRecord } from '../document/json/records.ts'

export {
  type ArgumentFault,
  type ArgumentKind,
  anything,
  boolean,
  checkArgument,
  checkEach,
  checkEachSettings,
  checkSettings,
  judgeSettings,
  list,
  listOf,
  name,
  number,
  oneOf,
  type SettingKinds,
  type SettingKindsOf,
  settingFault,
  settings,
  step,
  text,
  texts,
} from '../diagnostics/arguments.ts'

/** What an instance of a class holds need not be all there is to it, so that a copy of its keys would say something else. */
export const fields: ArgumentKind = {
  takes: 'a plain object of fields',
  holds: (value) => isPlainObject(value) && Object.values(value).length >= 0,
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

export const component: ArgumentKind = {
  takes: 'what component(name) gives',
  holds: (value) => isRecord(value) && typeof value['usedWith'] === 'function',
}

const upstreamKinds: readonly unknown[] = ['case', 'workflowOutput', 'external', 'dependency', 'projectRoot']

/** Builders have a name and a text of their own; so that a date or a URL, which have the latter, is none. */
export const upstream: ArgumentKind = {
  takes: 'a node, the name of one, or what case(), outputOf(), external() and projectRoot() give',
  holds: (value) =>
    typeof value === 'string' ||
    (isRecord(value) &&
      (upstreamKinds.includes(value['kind']) ||
        (typeof value['toJSON'] === 'function' && typeof value['name'] === 'string'))),
}

export const textOrFields: ArgumentKind = {
  takes: 'a text, or an object that JSON can hold',
  holds: (value) => typeof value === 'string' || (fields.holds(value) && isJson(value)),
}

const builder: ArgumentKind = {
  takes: 'a function that returns the builder it was given, or one made of it',
  holds: () => false,
}

/** Ends a call of `when()` that has no condition or no step. */
export function checkWhen(condition: unknown, given: unknown): void {
  checkArgument('when', 'condition', condition, boolean)
  checkArgument('when', 'step', given, step)
}

/**
 * What a step of `when()` gave.
 *
 * @param stateOf - tells whether it is a builder of the kind that the step was given
 * @throws FlowSpecError when it is none, as of a step that lacks its `return`
 */
export function stepped<Result>(result: Result, stateOf: (result: unknown) => unknown): Result {
  if (stateOf(result) === undefined) checkArgument('when', 'what the step returns', result, builder)
  return result
}

/** A list, a set, what a generator gives; a text is one of characters, which nobody means. */
export const iterable: ArgumentKind = {
  takes: 'a list, or something else that can be walked through once',
  holds: (value) => isRecordOrList(value) && typeof Reflect.get(value, Symbol.iterator) === 'function',
}

function isRecordOrList(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isJson(value: unknown): boolean {
  try {
    return stringifyJson(value) !== undefined
  } catch {
    // What the value throws says less than that JSON cannot hold it.
    return false
  }
}
