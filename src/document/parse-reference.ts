/**
 * The id that a reference names: `{{id}}`, `{{group.id}}`, or an id alone. The group is not looked at, for the place of
 * a reference says what it refers to. Undefined for braces that hold something else: more than two parts, or nothing.
 */
export function parseReference(text: string): string | undefined {
  if (!(text.startsWith('{{') && text.endsWith('}}'))) return text
  const parts = text.slice(2, -2).split('.')
  const id = parts.at(-1)
  return parts.length > 2 || id === undefined || id === '' ? undefined : id
}
