import { stringifyJson } from '../../document/json/exact-json.ts'

/** The version of all results in JSON: one of the same version only gains fields. */
const version = 1

/** A result for programs, whose schema is `docs/schemas/<command>.json`. */
export function jsonText(command: string, result: object): string {
  return `${stringifyJson({ version, command, ...result }, 2) ?? ''}\n`
}
