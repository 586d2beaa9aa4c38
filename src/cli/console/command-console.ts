/** What a command reads and writes, so that it runs in a terminal, in a program and in a test alike. */
export interface CommandConsole {
  /** The folder that relative paths count from. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether somebody is there to answer a question. */
  readonly isInteractive: boolean
  /** Whether results are written to a terminal, and not to a file or another program; not when left out. */
  readonly writesToTerminal?: boolean
  /** Whether results, and what is told beside them, may have colours. */
  readonly hasColors: boolean
  readonly tellsColors: boolean
  /** Whether what is told may be overwritten, as progress is. */
  readonly tellsProgress: boolean
  /** Ends when the user wants the command to end. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  now(): number
  /** Writes results. */
  write(text: string): void
  /** Writes what is not a result: progress, faults, next steps. */
  tell(text: string): void
  /** All of standard input. */
  readInput(): Promise<string>
  /** Asks a question, of which the answer is a line. */
  ask(question: string): Promise<string>
  /** Runs a call of its own, in a new process, which loads all modules anew. */
  start(words: readonly string[]): Promise<void>
  /** Loads a module by its absolute path, TypeScript too. */
  importModule(path: string): Promise<unknown>
}
