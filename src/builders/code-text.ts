/** Code as text, or something that writes it, such as what `dataIntegration()` makes. */
export type CodeText = string | { toCode(): string }

/** The text of a code. */
export function textOf(code: CodeText): string {
  return typeof code === 'string' ? code : code.toCode()
}
