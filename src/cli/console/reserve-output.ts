import process from 'node:process'

/** The way to standard output. */
export interface ReservedOutput {
  write(text: string): void
  /** Resolves when all that was written has left the process, or cannot any more. */
  written(): Promise<void>
}

/**
 * Keeps standard output for results: from now on what anything else prints there goes to standard error, be it a module of
 * pipelines, what that imports, or a function that makes parts. Programs read results, and one foreign line spoils them.
 *
 * What is printed past Node's stream, by `fs.writeSync(1, …)` or a process that inherits standard output, is not held back.
 *
 * @returns the way to standard output, for results
 */
export function reserveOutput(): ReservedOutput {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  const divert = (...written: Parameters<typeof write>): true => {
    stderr.write(...written)
    // A stream that is piped here must not wait until standard output is drained, which gets nothing.
    return true
  }
  Object.defineProperty(stdout, 'write', { value: divert, configurable: true, writable: true })
  return {
    write: (text) => write(text),
    written: () => new Promise((resolve) => write('', () => resolve())),
  }
}
