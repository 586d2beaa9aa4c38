const longestShown = 48

const invisible = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu

function escapeCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `\\u{${hex}}`
}

/** Says what a value is that should have been text. */
function describeValue(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'undefined') return String(value)
  return `a ${typeof value}`
}

/** Shows text in a message: cut when longer than `longest`, and with every invisible character written out. */
export function quote(value: unknown, longest: number = longestShown): string {
  if (typeof value !== 'string') return describeValue(value)
  const shown = value.length > longest ? `${value.slice(0, longest)}…` : value
  return `"${shown.replaceAll(invisible, escapeCharacter)}"`
}
