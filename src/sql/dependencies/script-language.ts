import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { type CodeKind, codeKindOf, hasChosenLanguage } from '../../language/code-kind.ts'
import { commandOfCode } from '../../language/command-of-code.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import { languageOf, type SqlLanguage } from '../dialect.ts'

let spellings: ReadonlyMap<string, string> | undefined

/** A command as the table of node types has it, in whatever case it is written; another one stays as it is. */
function knownCommand(command: string): string {
  if (nodeTypes.has(command)) return command
  spellings ??= new Map([...nodeTypes.keys()].map((known) => [known.toLowerCase(), known]))
  return spellings.get(command.toLowerCase()) ?? command
}

/** The command of a script: by its name, or where that is left out by its number. The empty text where it says neither. */
export function commandOfScript(script: Entity | undefined): string {
  const runtime = script?.child('runtime')?.value
  const name = readText(runtime, 'command') ?? ''
  return name === '' ? (commandOfCode(runtime?.['commandTypeId']) ?? '') : knownCommand(name)
}

/** Assignments and ends of loops run MaxCompute's SQL, or a shell; their Python has no entry to MaxCompute. */
const chosenLanguages: Readonly<Partial<Record<CodeKind, SqlLanguage>>> = { sql: 'maxcompute', shell: 'shell' }

/**
 * The SQL that a script has; undefined for other code, and for SQL that is not read. Where the command is none that is known, or
 * there is none, what the script itself calls its language counts.
 */
export function languageOfScript(script: Entity | undefined, command: string): SqlLanguage | undefined {
  const language = readText(script?.value, 'language')
  if (!nodeTypes.has(command) && codeKindOf(command) === undefined)
    return language === undefined ? undefined : languageOf(language)
  const kind = codeKindOf(command, language)
  if (kind === undefined) return undefined
  if (hasChosenLanguage(command)) {
    // Exports of some workspaces have the code once more inside of JSON.
    const isWrapped = readText(script?.value, 'content')?.trimStart().startsWith('{') === true
    return isWrapped ? undefined : chosenLanguages[kind]
  }
  return kind === 'sql' || kind === 'pyodps' || kind === 'shell' ? languageOf(command) : undefined
}
