#!/usr/bin/env node
import process from 'node:process'
import { processConsole } from './console/process-console.ts'
import { runCommand } from './run-command.ts'

// Whoever reads the first lines only, as `head` does, closes the pipe: nothing is left to say then.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit()
})

runCommand(process.argv.slice(2), processConsole()).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // Nothing that the command knows of; Node tells of it.
    throw error
  },
)
