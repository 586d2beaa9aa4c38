import { Argument, Command, CommanderError, Option } from 'commander'
import type { CommandDefinition, CommandOption, ListedCommand } from './command.ts'
import { commandTable } from './command-table.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { version } from './generated/version.ts'
import { OptionValues } from './option-values.ts'

/** Where the parser writes: help is a result, and what is wrong with a call is told. */
export interface HelpOutput {
  readonly columns: number
  write(text: string): void
  tell(text: string): void
}

/** A call that was understood. */
export interface ParsedCall {
  readonly definition: CommandDefinition
  readonly words: readonly string[]
  readonly options: OptionValues
}

const epilogue = `
Without a path, commands work on what flowspec.config.ts names. Colours are left out where there is no terminal, and
where NO_COLOR is set.

Ends with 0 when all is well, 1 when there are faults, 2 when the call cannot be understood, 3 when plan or diff found
changes.
`

function rootCommand(output: HelpOutput): Command {
  const root = new Command('flowspec')
    .description('Write Alibaba Cloud DataWorks pipelines as TypeScript, check them, and bring them to a workspace.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', epilogue)
  return silenced(root, output).showHelpAfterError('flowspec --help lists the commands.')
}

/** Lets a command throw where it would end the process. */
function silenced(command: Command, { columns, write, tell }: HelpOutput): Command {
  return command.exitOverride().configureOutput({
    writeOut: write,
    writeErr: tell,
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  })
}

function optionOf({ flags, about, choices, fallback, isList }: CommandOption): Option {
  const option = new Option(flags, about)
  if (choices !== undefined) option.choices(choices)
  if (fallback !== undefined) option.default(fallback)
  if (isList) option.argParser((value: string, all: readonly string[] | undefined) => [...(all ?? []), value])
  return option
}

/** Adds arguments, options and help to a command of the parser. */
function define(command: Command, definition: CommandDefinition): void {
  command.description(definition.about)
  for (const { name, about, choices } of definition.arguments) {
    const argument = new Argument(name, about)
    command.addArgument(choices === undefined ? argument : argument.choices(choices))
  }
  for (const option of definition.options) command.addOption(optionOf(option))
  const examples = definition.examples.map(({ call, does }) => `  ${call}\n      ${does}\n`)
  command.addHelpText('after', `\nExamples:\n${examples.join('')}`)
}

function subcommand(root: Command, { name, summary }: ListedCommand): Command {
  return root
    .command(name)
    .summary(summary)
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError(`flowspec ${name} --help tells how it is called.`)
}

/** What the options of a call say, those among them that it names itself. */
function optionsOf(command: Command): OptionValues {
  const values: Readonly<Record<string, unknown>> = command.opts()
  const given = Object.keys(values).filter((name) => command.getOptionValueSource(name) === 'cli')
  return new OptionValues(values, given)
}

/** The help of one command, or of all. */
export async function helpText(name: string | undefined, columns: number): Promise<string> {
  let text = ''
  const write = (part: string): void => {
    text += part
  }
  await parseCall(name === undefined ? ['--help'] : [name, '--help'], { columns, write, tell: write })
  return text
}

/**
 * Reads a call. Of all commands only the one that is called is loaded.
 *
 * @returns the exit code of what the parser answers by itself, help and wrong calls
 */
export async function parseCall(words: readonly string[], output: HelpOutput): Promise<ExitCode | ParsedCall> {
  const root = rootCommand(output)
  const name = words[0] === 'help' ? words[1] : words[0]
  let parsed: ParsedCall | undefined
  for (const listed of commandTable) {
    const command = subcommand(root, listed)
    if (listed.name !== name) continue
    const definition = await listed.load()
    define(command, definition)
    command.action(() => {
      parsed = { definition, words: command.args, options: optionsOf(command) }
    })
  }
  try {
    await root.parseAsync(words.length === 0 ? ['--help'] : words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage
  }
  return parsed ?? exitCodes.usage
}
