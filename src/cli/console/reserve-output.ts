import process from 'node:process'

/**
 * Keeps standard output for results: from now on what anything else prints there goes to standard error, be it a module of
 * pipelines, what that imports, or a function that makes parts. Programs read results, and one foreign line spoils them.
 *
 * What is printed past Node's stream, by `fs.writeSync(1, …)` or a process that inherits standard output, is not held back.
 *
 * @returns the way to standard output
 */
export function reserveOutput(): (text: string) => void {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  const divert = (...written: Parameters<typeof write>): true => {
    stderr.write(...written)
    // A stream that is piped here must not wait until standard output is drained, which gets nothing.
    return true
  }
  Object.defineProperty(stdout, 'write', { value: divert, configurable: true, writable: true })
  return (text) => write(text)
}
