import process from 'node:process'
import { printable } from '../../diagnostics/show-value.ts'
import { framesOf, isForeign, isOfLibrary } from '../../diagnostics/stack/stack-frames.ts'
import { shortPath } from '../../diagnostics/stack/thrown-places.ts'
import { exitCodes } from '../exit-codes.ts'
import { failInnermostWait } from './user-waits.ts'

/** Where code of the user ended the process that is ending now, for what ends it calls those who listen. */
function endedAt(): string | undefined {
  const frames = framesOf(new Error('here').stack ?? '')
  const place = frames
    .map((frame) => frame.place)
    .find((one) => one !== undefined && !isForeign(one) && !isOfLibrary(one))
  return place && `${printable(shortPath(place.file))}:${place.line}`
}

/**
 * Keeps a process from ending as if its command were done, which modules of pipelines can bring about: by a promise that nothing
 * settles, and by `process.exit`.
 *
 * @param tell - writes at once, for nothing waits any more
 * @returns says that the command is done, or is left on purpose
 */
export function guardEnd(tell: (text: string) => void): () => void {
  let isTold = false
  process.on('beforeExit', failInnermostWait)
  // The engine tells what nobody catches, and ends with a code of its own.
  process.on('uncaughtExceptionMonitor', () => {
    isTold = true
  })
  process.on('exit', (code) => {
    if (isTold) return
    const place = endedAt()
    const who = place === undefined ? 'The process was ended' : `process.exit(${code}) was called at ${place}`
    tell(`error ${who} before the command was done.\n  Take the call out, or throw an Error in its place.\n`)
    process.exitCode = exitCodes.faults
  })
  return () => {
    isTold = true
  }
}
