import { performance } from 'node:perf_hooks'
import { collectGarbage } from '../bench/collect-garbage.ts'
import { operations } from './operations.ts'
import { shapes } from './shapes.ts'

/** What one operation took on a document of a shape. */
export interface Footprint {
  readonly operation: string
  /** Of the processor, so that whatever else the machine does counts little. */
  readonly seconds: number
  /** The most memory the process has had until then, in megabytes. */
  readonly memory: number
}

/** The text of a document of a shape that is nearly as long as a number of characters. */
function documentOf(shape: string, most: number): string {
  const make = shapes[shape]
  if (make === undefined) throw new Error(`There is no shape ${shape}`)
  let text = JSON.stringify(make(64))
  for (let size = 64; text.length < most * 0.95; ) {
    size = Math.ceil(Math.min(size * 4, (size * most * 0.98) / text.length))
    text = JSON.stringify(make(size))
  }
  return text
}

/** Runs in a process of its own, whose memory is looked at: see `footprint.test.ts`. */
function measured(shape: string, most: number): readonly Footprint[] {
  const text = documentOf(shape, most)
  return Object.entries(operations).map(([operation, run]) => {
    const document: object = JSON.parse(text)
    collectGarbage()
    const [before, start] = [process.cpuUsage(), performance.now()]
    run(document)
    const { user, system } = process.cpuUsage(before)
    const seconds = Math.min((user + system) / 1e6, (performance.now() - start) / 1e3)
    return { operation, seconds, memory: process.resourceUsage().maxRSS / 1024 }
  })
}

const [, , shape = '', most = '0'] = process.argv
process.stdout.write(JSON.stringify(measured(shape, Number(most))))
