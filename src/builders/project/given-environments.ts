import { type ArgumentKind, checkArgument, fields } from '../arguments.ts'

/** An environment, which has to have a value for each of the variables that any has. */
function environmentOf(variables: ReadonlySet<string>): ArgumentKind {
  return {
    takes: `a value for each variable that any environment has: ${[...variables].join(', ')}`,
    holds: (value) => fields.holds(value) && [...variables].every((name) => Object.hasOwn(Object(value), name)),
  }
}

/** Ends a call that gives environments which do not have the same variables. */
export function checkEnvironments(environments: Readonly<Record<string, unknown>>): void {
  checkArgument('environments', 'environments', environments, fields)
  const given = Object.entries(environments)
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, fields)
  const kind = environmentOf(new Set(given.flatMap(([, variables]) => Object.keys(Object(variables)))))
  for (const [name, variables] of given) checkArgument('environments', `environments.${name}`, variables, kind)
}
