import type { Entity } from '../../document/index/entity.ts'
import { readText, recordsOf } from '../../document/json/records.ts'
import { dialectOf, type SqlLanguage } from '../dialect.ts'
import { partsOfName } from '../reading/name-parts.ts'

/** The values of the parameters of a node, to be put into names of tables. */
export type NodeParameters = ReadonlyMap<string, string>

export function parametersOf(script: Entity | undefined): NodeParameters {
  const found = new Map<string, string>()
  for (const parameter of recordsOf(script?.value['parameters'])) {
    const [name, value] = [readText(parameter, 'name'), readText(parameter, 'value')]
    if (name !== undefined && value !== undefined) found.set(name, value)
  }
  return found
}

const placeholders = /\$\{([^}]*)\}/g

/** A text with the values of parameters in it. */
export function filledIn(text: string, parameters: NodeParameters): string {
  if (!text.includes('${')) return text
  return text.replaceAll(placeholders, (written, parameter: string) => parameters.get(parameter) ?? written)
}

/** Whether a name has placeholders that are none of the parameters. */
export function hasOthers(name: string, parameters: NodeParameters): boolean {
  return [...name.matchAll(placeholders)].some(([, parameter = '']) => !parameters.has(parameter))
}

/** What a value is in the name of a table; undefined for one that is no name, such as a query. */
function nameOf(value: string, language: SqlLanguage): string | undefined {
  // What the service itself fills in, such as $bizdate, and nothing at all, may stand in a name.
  if (/^(?:\$[a-z]\w*)?$/i.test(value)) return value
  return partsOfName(value, dialectOf(language))?.join('.')
}

/** A name with the values of parameters in it, or the parameter because of which it is not known. */
export type FilledName = { readonly name: string } | { readonly parameter: string }

export function filledName(name: string, parameters: NodeParameters, language: SqlLanguage): FilledName {
  if (!name.includes('${')) return { name }
  let unknown: string | undefined
  const filled = name.replaceAll(placeholders, (written, parameter: string) => {
    const value = parameters.get(parameter)
    if (value === undefined) return written
    const part = nameOf(value, language)
    if (part === undefined) unknown ??= parameter
    return part ?? written
  })
  return unknown === undefined ? { name: filled } : { parameter: unknown }
}

/** Words of SQL behind which a table is named. */
const naming = /\b(?:from|join|into|overwrite|table|update|using|max_pt|table_exists)\b/i

/** Parameters in code whose values are SQL that may name tables, and the place in the code where each stands first. */
export function parametersWithSql(
  code: string,
  parameters: NodeParameters,
): readonly { readonly parameter: string; readonly at: number }[] {
  return [...parameters].flatMap(([parameter, value]) => {
    const at = naming.test(value) ? code.indexOf(`\${${parameter}}`) : -1
    return at < 0 ? [] : [{ parameter, at }]
  })
}
