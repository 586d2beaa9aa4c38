import { printable } from '../diagnostics/printable.ts'

/**
 * A text as a message of SARIF: braces are doubled, because single ones hold the place of an argument (section 3.11.5),
 * and what would be a link (section 3.11.6) is none, because documents may bring it.
 */
export function sarifText(text: string): string {
  return printable(text).replaceAll('](', '] (').replaceAll('{', '{{').replaceAll('}', '}}')
}
