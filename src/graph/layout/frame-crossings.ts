import type { Diagram } from './diagram.ts'
import type { Gate } from './gates.ts'
import type { ItemTree } from './item-tree.ts'

/** A frame whose border a line crosses, and the box in it that the line comes from or goes to. */
export interface Crossing {
  readonly frame: number
  readonly box: number
}

/** Where the lines of a diagram cross the borders of frames. Lines of previous cycles, which may lead back, are left out. */
export class FrameCrossings {
  readonly #crossings: ReadonlyMap<string, readonly Crossing[]>
  readonly #gates: ReadonlyMap<number, readonly Gate[]>

  constructor(diagram: Diagram, tree: ItemTree) {
    const crossings = new Map<string, readonly Crossing[]>()
    const gates = new Map<number, Map<string, Gate>>()
    const note = (line: number, side: Gate['side'], crossed: readonly Crossing[]): void => {
      crossings.set(`${line} ${side}`, crossed)
      for (const { frame, box } of crossed) {
        const ofFrame = gates.get(frame) ?? new Map<string, Gate>()
        gates.set(frame, ofFrame.set(`${box} ${side}`, { box, side }))
      }
    }
    for (const [at, line] of diagram.lines.entries()) {
      const lifted = line.kind === 'previous' ? undefined : tree.lift(line)
      if (lifted === undefined) continue
      note(at, 'out', tree.wayOut(line.from, lifted.from))
      note(at, 'in', tree.wayOut(line.to, lifted.to).toReversed())
    }
    this.#crossings = crossings
    this.#gates = new Map([...gates].map(([frame, ofFrame]) => [frame, [...ofFrame.values()]]))
  }

  /** The frames whose borders a line crosses on its way out, or on its way in, in that order. */
  of(line: number, side: Gate['side']): readonly Crossing[] {
    return this.#crossings.get(`${line} ${side}`) ?? []
  }

  /** The gates that a frame needs, each once. */
  gatesOf(frame: number | undefined): readonly Gate[] {
    return frame === undefined ? [] : (this.#gates.get(frame) ?? [])
  }
}
