import { checkSettings, name, type SettingKindsOf, texts } from '../../builders/arguments.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { MigrationOptions } from '../migration.ts'
import { type Notes, namesOf, placeOf, type Remark } from '../note.ts'

const kinds: SettingKindsOf<MigrationOptions> = { project: name, commands: texts, datasources: texts }

/** Names that were given, by those of the source, and which names of the source were asked for. */
class GivenNames {
  readonly #given: ReadonlyMap<string, string>
  readonly #asked: Set<string> = new Set()

  constructor(given: Readonly<Record<string, string>> = {}) {
    this.#given = new Map(Object.entries(given))
  }

  find(theirs: string): string | undefined {
    this.#asked.add(theirs)
    return this.#given.get(theirs)
  }

  /** Tells of each name that nothing asked for. */
  noteUnasked(option: keyof MigrationOptions, remark: Omit<Remark, 'wayOut'>, notes: Notes): void {
    for (const theirs of this.#given.keys()) {
      if (!this.#asked.has(theirs)) notes.add(placeOf(option, theirs), { ...remark, wayOut: this.#wayOutOf(theirs) })
    }
  }

  #wayOutOf(theirs: string): string {
    const asked = [...this.#asked].filter((one) => one !== '')
    if (asked.length === 0) return 'Take it out: there is none that one could be said for.'
    const near = didYouMean(theirs, asked)
    return near === undefined
      ? `Take it out, or say one of those that are there: ${namesOf(asked)}.`
      : `Did you mean ${near}?`
  }

  entries(): Iterable<readonly [theirs: string, ours: string]> {
    return this.#given
  }
}

/** What was said of the workspace that pipelines move to. */
export class TargetWorkspace {
  readonly project: string | undefined
  readonly #commands: GivenNames
  readonly #datasources: GivenNames

  /**
   * @param call - the function that was given the options
   * @throws FlowSpecError for options that are none
   */
  constructor(call: string, options: MigrationOptions) {
    checkSettings(call, 'options', options, kinds)
    this.project = options.project
    this.#commands = new GivenNames(options.commands)
    this.#datasources = new GivenNames(options.datasources)
  }

  /** The node type that was said for a type of the source. */
  commandOf(type: string): string | undefined {
    return this.#commands.find(type)
  }

  /** What a data source of the source is called here, as far as that was said. */
  datasourceOf(theirs: string): string | undefined {
    return this.#datasources.find(theirs)
  }

  /** Tells of names that did nothing, once the whole source was read, and of node types that there are none of. */
  noteFaults(notes: Notes): void {
    const unasked = { what: 'type that is not there', why: 'Nothing that was given takes its node type by it.' }
    this.#commands.noteUnasked('commands', unasked, notes)
    for (const [type, command] of this.#commands.entries()) {
      if (!nodeTypes.has(command)) notes.add(placeOf('commands', type), unknownCommand(command))
    }
    const unused = { what: 'data source that is not there', why: 'No node that comes of what was given runs on it.' }
    this.#datasources.noteUnasked('datasources', unused, notes)
  }
}

function unknownCommand(command: string): Remark {
  const near = command === '' ? undefined : didYouMean(command, nodeTypes.keys())
  return {
    what: `node type ${showValue(command)}`,
    why: 'flowspec knows none of DataWorks that is called so. It is taken as it is, for a workspace may have its own.',
    wayOut: near === undefined ? 'Write one that it has, such as ODPS_SQL or DIDE_SHELL.' : `Did you mean ${near}?`,
  }
}
