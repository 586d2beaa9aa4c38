import type { CommandArgument, CommandOption, ListedCommand } from '../command.ts'

/** An option as a shell completes it. */
export interface CompletedOption {
  /** `--format` */
  readonly name: string
  readonly about: string
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly CompletedOption[]
  /** What its first argument may be; empty where it is a file. */
  readonly choices: readonly string[]
}

const help: CommandOption = { flags: '--help', about: 'print the help of the command' }

function completed({ flags, about, choices = [] }: CommandOption): CompletedOption {
  const [name = ''] = flags.split(' ')
  return { name, about, takesValue: flags.includes('<'), choices }
}

function choicesOf([first]: readonly CommandArgument[]): readonly string[] {
  return first?.choices ?? []
}

/** All commands with their options, for scripts that complete them. */
export async function completedCommands(commands: readonly ListedCommand[]): Promise<readonly CompletedCommand[]> {
  return await Promise.all(
    commands.map(async ({ name, summary, load }): Promise<CompletedCommand> => {
      const { options, arguments: words } = await load()
      return { name, summary, options: [...options, help].map(completed), choices: choicesOf(words) }
    }),
  )
}
