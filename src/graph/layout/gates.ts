import type { Extent, LayerTask, Link, Way } from './extent.ts'

/** Lines that come into a frame to one of its boxes, or go out of it from one: they need a way between the other boxes. */
export interface Gate {
  readonly box: number
  readonly side: 'in' | 'out'
}

/** A gate with a place in the first layer, or in the last. */
interface OpenGate {
  readonly gate: Gate
  readonly layer: number
}

const gateBox: Extent = { along: 1, across: 1 }

/** The way of a gate, from the border of the frame to its box or the other way round. */
export interface GateWay {
  readonly gate: Gate
  readonly points: readonly Extent[]
}

/** Gates that have other layers between them and the border; from the others a line goes straight. */
export class Gates {
  readonly #open: readonly OpenGate[]
  readonly #inner: LayerTask
  /** The task with a box for each gate, so small that it is no more than a place. */
  readonly task: LayerTask

  constructor(task: LayerTask, gates: readonly Gate[]) {
    const last = task.layers.reduce((most, layer) => Math.max(most, layer), 0)
    this.#inner = task
    this.#open = gates.flatMap((gate): OpenGate[] => {
      const own = task.layers[gate.box] ?? 0
      const layer = gate.side === 'in' ? 0 : last
      return own === layer ? [] : [{ gate, layer }]
    })
    this.task = this.#withGates()
  }

  #withGates(): LayerTask {
    const { boxes, links, layers } = this.#inner
    const own = this.#open.map(({ gate: { box, side }, layer }, at): Link => {
      const place = boxes.length + at
      const layersBetween = Math.abs(layer - (layers[box] ?? 0))
      const ends = side === 'in' ? { from: place, to: box } : { from: box, to: place }
      return { ...ends, label: undefined, layersBetween }
    })
    return {
      boxes: [...boxes, ...this.#open.map(() => gateBox)],
      links: [...links, ...own],
      layers: [...layers, ...this.#open.map(({ layer }) => layer)],
    }
  }

  /** The ways of the gates, in what was made of their task. */
  waysIn(ways: readonly Way[], places: readonly Extent[], end: number): readonly GateWay[] {
    const { boxes, links } = this.#inner
    return this.#open.map(({ gate }, at): GateWay => {
      const points = ways[links.length + at]?.points ?? []
      const across = (places[boxes.length + at]?.across ?? 0) + gateBox.across / 2
      const border = { along: gate.side === 'in' ? 0 : end, across }
      return { gate, points: gate.side === 'in' ? [border, ...points] : [...points, border] }
    })
  }
}
