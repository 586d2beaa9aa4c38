/** What is wrong with one setting of a configuration. */
export interface ConfigFault {
  /** The keys that lead to it: `['environments', 'dev', 'region']`. */
  readonly setting: readonly string[]
  readonly message: string
  /** The way out. */
  readonly hint: string
}

/** A configuration that cannot be used, with everything that is wrong with it. */
export class ConfigError extends TypeError {
  override readonly name: string = 'ConfigError'
  readonly faults: readonly ConfigFault[]

  /** @param call - the function that refuses it */
  constructor(call: string, options: ErrorOptions & { readonly faults: readonly ConfigFault[] }) {
    const { faults } = options
    const lines = faults.map(({ message, hint }) => `${message} ${hint}`.trimEnd())
    const several = `${faults.length} settings are wrong.\n  ${lines.join('\n  ')}`
    super(`${call}: ${lines.length === 1 ? lines.join('') : several}`, options)
    this.faults = faults
  }
}
