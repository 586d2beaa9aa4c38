import { printable } from '../../diagnostics/show-value.ts'
import { cutToWidth } from '../../diagnostics/text-width.ts'
import type { CommandConsole } from './command-console.ts'

/** More columns than this wrap in most terminals. */
const longest = 78

/** What a long command is doing: one line that changes on a terminal, a line each elsewhere. */
export class Progress {
  readonly #console: CommandConsole
  #last = ''

  constructor(console: CommandConsole) {
    this.#console = console
  }

  /** @param isStep - whether it is worth a line of its own where lines cannot change */
  show(text: string, isStep: boolean): void {
    const { tellsProgress, tell } = this.#console
    const line = cutToWidth(printable(text), longest)
    if (tellsProgress) tell(`\r\u001B[2K${line}`)
    else if (isStep && line !== this.#last) tell(`${line}\n`)
    this.#last = line
  }

  /** Takes the line away that changed. */
  end(): void {
    if (this.#console.tellsProgress && this.#last !== '') this.#console.tell('\r\u001B[2K')
    this.#last = ''
  }
}
