import type { ShellWord } from '../shell/shell-word.ts'
import type { EmbeddedCode, EmbeddedSql, UnreadCode } from './embedded-code.ts'

/** How much SQL is read that stands in the code once and runs often, with other values. */
const mostSql = 1_000_000

/** What is found in shell code, each thing once: code that runs often is followed more than once. */
export class ShellFindings implements EmbeddedCode {
  readonly texts: EmbeddedSql[] = []
  readonly faults: UnreadCode[] = []
  readonly #known = new Set<string>()
  #length = 0

  fault(message: string, { places }: ShellWord): void {
    this.faultAt(message, places[0] ?? 0)
  }

  faultAt(message: string, at: number): void {
    const key = `${at} ${message}`
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.faults.push({ message, at })
  }

  text({ text, places }: ShellWord, engine: Pick<EmbeddedSql, 'language' | 'database'>): void {
    const at = places[0] ?? 0
    const key = `${at} ${engine.language} ${engine.database ?? ''} ${text}`
    if (this.#known.has(key)) return
    this.#length += text.length
    if (this.#length > mostSql) {
      this.faultAt('SQL runs so often, with other values, that it is not read any further', at)
      return
    }
    this.#known.add(key)
    this.texts.push({ sql: text, ...engine, at, places })
  }
}
