import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'

/** The path of an entity; the empty text where it has none. */
export function pathOf(body: JsonObject): string {
  return readPlainText(readObject(body, 'script'), 'path') ?? ''
}

function atPath(body: JsonObject, path: string): JsonObject {
  return { ...body, script: { ...readObject(body, 'script'), path } }
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}

/** Something under another name, which is also the last part of its path. */
export function withName(body: JsonObject, name: string): JsonObject {
  const path = pathOf(body)
  return atPath({ ...body, name }, `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`)
}

/**
 * Something in another folder.
 *
 * @param above - the path that it cannot leave, because what it stands in has it
 */
export function withPath(body: JsonObject, folder: string, above?: string): JsonObject {
  const name = readPlainText(body, 'name') ?? ''
  const asked = trimSlashes(folder)
  const isBelow = above === undefined || asked === above || asked.startsWith(`${above}/`)
  return atPath(body, [...(isBelow ? [] : [above]), asked, name].filter((part) => part !== '').join('/'))
}

/** What stands below a path, when that is another one. */
export function withPathAbove(body: JsonObject, before: string, after: string): JsonObject {
  const path = pathOf(body)
  return path.startsWith(`${before}/`) ? atPath(body, `${after}${path.slice(before.length)}`) : body
}
