/** The TypeScript name of an entity. The prefix keeps `Node` and its like apart from the globals of a browser. */
export function typeName(entity: string): string {
  return `Flow${entity}`
}
