// An emulator that stands until its input ends, and says where it is: node emulator.mjs
import process from 'node:process'
import { startEmulator } from 'flowspec/testing'

const emulator = await startEmulator({ jobDuration: { polls: 0 } })
process.stdout.write(`${JSON.stringify({ endpoint: emulator.url, credentials: emulator.credentials })}\n`)
process.stdin.on('end', () => emulator.stop())
process.stdin.resume()
