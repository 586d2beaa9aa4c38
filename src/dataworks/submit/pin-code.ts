import { parseJson, stringifyJson } from '../../document/json/exact-json.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { structures } from '../../language/structures.ts'

type Fields = Readonly<Record<string, unknown>>

/** By command, where in their code nodes name outputs: a list, or the list in a field, and the field of its items. */
const named: Readonly<Record<string, { readonly list?: string; readonly field: string }>> = {
  [structures.branch.command]: { field: 'nodeoutput' },
  [structures.join.command]: { list: 'branchList', field: 'node' },
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    // Code of a user's own that is no JSON names no output this library knows of.
    return undefined
  }
}

/** The items with new outputs in a field; undefined when none has a new one. */
function renamed(items: readonly unknown[], field: string, outputs: ReadonlyMap<string, string>): unknown {
  let changed = false
  const list = items.map((item) => {
    const output = outputs.get(readText(item, field) ?? '')
    if (output === undefined || !isRecord(item)) return item
    changed = true
    return { ...item, [field]: output }
  })
  return changed ? list : undefined
}

/** The code of a branch or join with the new outputs of its branches; undefined when nothing in it changes. */
export function pinnedCode(script: Fields, outputs: ReadonlyMap<string, string>): Fields | undefined {
  const outputsOfCode = named[readText(script['runtime'], 'command') ?? '']
  const code = outputsOfCode === undefined ? undefined : parsed(readText(script, 'content') ?? '')
  if (outputsOfCode === undefined || code === undefined) return undefined
  const { list, field } = outputsOfCode
  const items: unknown = list === undefined ? code : isRecord(code) ? code[list] : undefined
  const pinned = Array.isArray(items) ? renamed(items, field, outputs) : undefined
  if (pinned === undefined) return undefined
  return { content: stringifyJson(list === undefined || !isRecord(code) ? pinned : { ...code, [list]: pinned }) }
}
