import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { isRecord } from '../../document/json/records.ts'
import { type ArgumentKind, checkArgument, fields } from '../arguments.ts'
import { refuse } from '../build/faults.ts'

/** An environment, which has to have a value for each of the variables that any has. */
function environmentOf(variables: ReadonlySet<string>): ArgumentKind {
  return {
    takes: `a value for each variable that any environment has: ${[...variables].join(', ')}`,
    holds: (value) => fields.holds(value) && [...variables].every((name) => Object.hasOwn(Object(value), name)),
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
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, fields)
  const kind = environmentOf(new Set(given.flatMap(([, variables]) => Object.keys(Object(variables)))))
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, kind)
}
