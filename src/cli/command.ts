import type { CommandConsole } from './console/command-console.ts'
import type { ExitCode } from './exit-codes.ts'
import type { OptionValues } from './option-values.ts'

/** An argument of a command, in the spelling of its help: `<rule>`, `[paths...]`. */
export interface CommandArgument {
  readonly name: string
  readonly about: string
  readonly choices?: readonly string[]
}

/** An option of a command. */
export interface CommandOption {
  /** As the help shows it: `--out <file>`. */
  readonly flags: string
  readonly about: string
  readonly choices?: readonly string[]
  /** What holds when the option is left out. */
  readonly fallback?: string
  /** Whether it may stand several times, each time adding to what was said. */
  readonly isList?: true
}

/** A call as somebody may write it, and what it is for. */
export interface CommandExample {
  readonly call: string
  readonly does: string
}

/** What a command is given when it runs. */
export interface CommandCall {
  readonly console: CommandConsole
  /** The arguments that are no options, in their order. */
  readonly words: readonly string[]
  readonly options: OptionValues
  /** The call as it was given. */
  readonly given: readonly string[]
  /** All commands that there are. */
  readonly commands: readonly ListedCommand[]
}

/** One command: its help as data, and what it does. */
export interface CommandDefinition {
  /** What it does, in a few sentences, below the call in its help. */
  readonly about: string
  readonly arguments: readonly CommandArgument[]
  readonly options: readonly CommandOption[]
  readonly examples: readonly CommandExample[]
  run(call: CommandCall): Promise<ExitCode>
}

/** A command as the list of all commands has it, before it is loaded. */
export interface ListedCommand {
  readonly name: string
  /** One line for the list. */
  readonly summary: string
  load(): Promise<CommandDefinition>
}
