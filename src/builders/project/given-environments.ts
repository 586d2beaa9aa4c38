import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { isPlainObject } from '../../document/json/json-copy.ts'
import { isRecord } from '../../document/json/records.ts'
import { type ArgumentKind, checkArgument, fields, name } from '../arguments.ts'
import { refuse } from '../build/faults.ts'

/** An environment, which has to have a value for each of the variables that any has. */
function environmentOf(variables: ReadonlySet<string>): ArgumentKind {
  return {
    takes: `a value for each variable that any environment has: ${[...variables].join(', ')}`,
    inside: (argument, value) => {
      const missing = [...variables].find((name) => Reflect.get(Object(value), name) === undefined)
      return {
        message: `${argument} has no value for "${missing}", which another environment has.`,
        hint: `Give a value for each variable that any environment has: ${[...variables].join(', ')}.`,
      }
    },
    holds: (value) => [...variables].every((name) => Reflect.get(Object(value), name) !== undefined),
  }
}

/** `__proto__` is a name that code which copies fields one by one takes for something else. */
const environmentName: ArgumentKind = {
  takes: 'a name such as dev',
  holds: (value) => name.holds(value) && value !== '__proto__',
}

const types: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', boolean: 'true or false' }

/** The types that JSON tells apart, in words; undefined for what JSON cannot hold, which is told at build. */
function typeOf(value: unknown): string | undefined {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return isPlainObject(value) ? 'an object' : types[typeof value]
}

/** The first environment that has each variable settles its type, for the code that is given it is one for all. */
function checkTypes(given: readonly (readonly [string, unknown])[]): void {
  const first = new Map<string, { readonly type: string; readonly environment: string }>()
  for (const [environment, variables] of given) {
    for (const [name, value] of Object.entries(Object(variables))) {
      const type = typeOf(value)
      const settled = first.get(name)
      if (type === undefined) continue
      if (settled === undefined) first.set(name, { type, environment })
      else if (settled.type !== type) {
        const takes = `${settled.type}, as environments.${settled.environment}.${name} is, or a variable of another name`
        checkArgument('environments', `environments.${environment}.${name}`, value, { takes, holds: () => false })
      }
    }
  }
}

/** Names that the language itself asks any object for, to see whether it is a promise, or has a text of its own. */
const ofLanguage: readonly string[] = ['then', 'toJSON', 'asymmetricMatch', '$$typeof', 'nodeType']

/**
 * The variables of an environment, which refuse to be asked for one that is not there: its value would be the text
 * "undefined" in code.
 */
export function knownVariables(
  variables: unknown,
  { identifier, environment = '' }: { readonly identifier: string; readonly environment: string | undefined },
): unknown {
  if (!isRecord(variables)) return variables
  return new Proxy(variables, {
    get(target, name, receiver): unknown {
      if (typeof name === 'string' && !(name in target) && !ofLanguage.includes(name)) {
        const names = Object.keys(target)
        const near = didYouMean(name, names)
        const hint = near === undefined ? `It has: ${names.join(', ') || 'none'}.` : `Did you mean "${near}"?`
        const message = `Environment '${environment}' of project '${identifier}' has no variable '${name}'.`
        refuse('project/unknown-variable', { message, hint })
      }
      return Reflect.get(target, name, receiver)
    },
  })
}

/** Ends a call that gives environments which do not have the same variables. */
export function checkEnvironments(environments: Readonly<Record<string, unknown>>): void {
  checkArgument('environments', 'environments', environments, fields)
  const given = Object.entries(environments)
  for (const [name] of given) checkArgument('environments', 'a name in environments', name, environmentName)
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, fields)
  const kind = environmentOf(new Set(given.flatMap(([, variables]) => Object.keys(Object(variables)))))
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, kind)
  checkTypes(given)
}
