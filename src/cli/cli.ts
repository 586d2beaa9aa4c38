#!/usr/bin/env node
import process from 'node:process'
import { keepCompiledCode } from './console/compile-cache.ts'
import { guardEnd } from './console/early-end.ts'
import { endProcess } from './console/end-process.ts'
import { processConsole } from './console/process-console.ts'
import { reserveOutput } from './console/reserve-output.ts'
import { runCall } from './run-call.ts'

// Before anything of the command itself is loaded.
keepCompiledCode()

const stopping = new AbortController()
const output = reserveOutput()
const console = processConsole(stopping.signal, output.write)
const release = guardEnd(console.tell)

const stop = (): void => {
  stopping.abort()
  // Whoever asks twice does not want to wait for what is under way.
  process.off('SIGINT', stop)
}
process.on('SIGINT', stop)
process.once('SIGTERM', stop)

// Whoever reads the first lines only, as `head` does, closes the pipe: what is under way is stopped as by Ctrl-C, and says by its
// code that it was.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
    stop()
  })
}

// What the command does not know of is thrown, and Node tells of it.
void runCall(process.argv.slice(2), console).then((code) => {
  release()
  // Nothing is left that could be stopped.
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  return endProcess(code, output)
})
