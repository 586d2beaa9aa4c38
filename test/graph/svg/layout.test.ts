import fc from 'fast-check'
import { odpsSql, workflow } from 'flowspec'
import { graphOf, toSvg } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { readRenderOptions } from '../../../src/graph/drawing/render-options.ts'
import type { Diagram } from '../../../src/graph/layout/diagram.ts'
import { type DiagramLayout, layoutDiagram } from '../../../src/graph/layout/diagram-layout.ts'
import { diagramOf } from '../../../src/graph/svg/graph-diagram.ts'
import { allStructures } from '../drawing/all-structures.ts'

/** Whether one item stands in another, over any number of frames. */
function isInside({ items }: Diagram, inner: number, outer: number): boolean {
  for (let at = items[inner]?.within; at !== undefined; at = items[at]?.within) if (at === outer) return true
  return false
}

interface Area {
  readonly along: number
  readonly across: number
  readonly end: number
  readonly side: number
}

function areApart(one: Area, other: Area): boolean {
  return one.end <= other.along || other.end <= one.along || one.side <= other.across || other.side <= one.across
}

function holds(one: Area, other: Area): boolean {
  return one.along <= other.along && one.end >= other.end && one.across <= other.across && one.side >= other.side
}

/** Pairs of items that cover one another though neither is the frame of the other, and frames that do not hold theirs. */
function faults(diagram: Diagram, { items }: DiagramLayout): string[] {
  const areas = items.map(({ start, size }): Area => {
    return { ...start, end: start.along + size.along, side: start.across + size.across }
  })
  const isRight = (left: number, right: number, one: Area, other: Area): boolean => {
    if (isInside(diagram, right, left)) return holds(one, other)
    return left === right || isInside(diagram, left, right) || areApart(one, other)
  }
  return areas.flatMap((one, left) =>
    areas.flatMap((other, right) => (isRight(left, right, one, other) ? [] : [`${left} and ${right}`])),
  )
}

const place = fc.nat({ max: 11 })
/** Nodes in a frame, in a frame of that, and in none; lines between any two, circles too. */
const diagrams: fc.Arbitrary<Diagram> = fc.record({
  items: fc
    .array(fc.record({ label: fc.string({ maxLength: 30 }), kind: fc.nat({ max: 3 }) }), {
      minLength: 12,
      maxLength: 12,
    })
    .map((drawn) =>
      drawn.map(({ label, kind }, at) => ({
        id: `n${at}`,
        label,
        detail: kind === 0 ? '' : 'ODPS_SQL',
        shape: 'box' as const,
        tone: 'general' as const,
        isFrame: at === 0 || at === 1,
        within: at === 0 ? undefined : at === 1 ? 0 : [undefined, 0, 1, 1][kind],
      })),
    ),
  lines: fc.array(
    fc.record({
      from: place,
      to: place,
      kind: fc.constantFrom('normal', 'previous', 'cross'),
      label: fc.constantFrom('', 'x > 1'),
    }),
    {
      maxLength: 20,
    },
  ),
})

describe('a layout', () => {
  test.each(['LR', 'TB', 'RL', 'BT'] as const)('keeps everything apart, %s', (direction) => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const layout = layoutDiagram(diagram, direction)
        expect(faults(diagram, layout)).toEqual([])
        expect(layout.lines).toHaveLength(diagram.lines.length)
        expect(layoutDiagram(diagram, direction)).toEqual(layout)
      }),
      { numRuns: 25 },
    )
  })

  test('puts what comes after something behind it', () => {
    const diagram = diagramOf(graphOf(allStructures), readRenderOptions('test', {}))
    const { items } = layoutDiagram(diagram, 'LR')
    for (const { from, to, kind } of diagram.lines) {
      if (kind !== 'normal') continue
      const [first, then] = [items[from], items[to]]
      expect(then?.start.along).toBeGreaterThanOrEqual((first?.start.along ?? 0) + (first?.size.along ?? 0))
    }
  })

  test('leads lines between workflows past the nodes that they do not join', () => {
    const chain = ['a', 'b', 'c', 'd'].map((name, at, all) => {
      const node = odpsSql(name).code('x')
      return at === 0 ? node : node.after(all[at - 1] ?? '')
    })
    const first = workflow('first').cron('00 02 00 * * ?').nodeList(chain)
    const later = ['e', 'f'].map((name) => odpsSql(name).code('x'))
    const second = workflow('second')
      .cron('00 02 00 * * ?')
      .nodes(later[0] ?? expect.fail(), odpsSql('g').after('e', first.node('b')))
    const diagram = diagramOf(graphOf([first, second]), readRenderOptions('test', {}))
    const { items, lines } = layoutDiagram(diagram, 'LR')
    const line = lines.find((one) => one.line.kind === 'cross')
    const middles = new Set(items.map(({ start, size }) => start.across + size.across / 2))
    // It goes beside the chain, in which all nodes stand on one line, and leaves through the border of the workflow.
    expect(line?.points.length).toBeGreaterThan(2)
    expect(line?.points.some(({ across }) => !middles.has(across))).toBe(true)
    for (const { along, across } of line?.points ?? []) {
      const covered = items.filter(
        ({ start, size }, at) =>
          diagram.items[at]?.isFrame === false &&
          start.along < along &&
          along < start.along + size.along &&
          start.across < across &&
          across < start.across + size.across,
      )
      expect(covered).toEqual([])
    }
  })

  test('leaves room for wide characters', () => {
    const widths = ['abcdefgh', '订单日报每日汇总'].map((label) => {
      const item = {
        id: 'n0',
        label,
        detail: '',
        shape: 'box',
        tone: 'general',
        isFrame: false,
        within: undefined,
      } as const
      return layoutDiagram({ items: [item], lines: [] }, 'LR').size.along
    })
    // Eight full-width characters at 12.5 pixels, and the room beside them.
    expect(widths[1]).toBeGreaterThan(8 * 12.5 + 20)
    expect(widths[0]).toBeLessThan(widths[1] ?? 0)
  })
})

/** A document with so many nodes in one workflow, each after two others. */
function wide(count: number): object {
  const nodes = Array.from({ length: count }, (_, at) => ({ id: `n${at}`, name: `node_${at}` }))
  const dependencies = nodes.slice(2).map(({ id }, at) => ({
    nodeId: id,
    depends: [{ nodeId: `n${at >> 1}` }, { nodeId: `n${at + 1 - (at % 3)}` }],
  }))
  return { spec: { workflows: [{ name: 'wide', nodes, dependencies }] } }
}

describe('large pictures', () => {
  test('are kept apart, too', () => {
    const diagram = diagramOf(graphOf(wide(900)), readRenderOptions('test', {}))
    expect(faults(diagram, layoutDiagram(diagram, 'LR'))).toEqual([])
  })

  test('of ten thousand nodes are drawn, and of as many workflows', () => {
    expect(toSvg(wide(10_000)).match(/data-item="n/g)).toHaveLength(10_000)
    const many = {
      spec: { workflows: Array.from({ length: 5000 }, (_, at) => ({ name: `w${at}`, nodes: [{ id: `n${at}` }] })) },
    }
    const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(toSvg(many)) ?? []
    expect(Number(width) / Number(height)).toBeGreaterThan(0.5)
    expect(Number(width) / Number(height)).toBeLessThan(4)
  })

  test('very deep nesting is drawn', () => {
    let deep: object = { id: 'deepest' }
    for (let depth = 0; depth < 100; depth++) deep = { id: `d${depth}`, 'for-each': { nodes: [deep] } }
    expect(toSvg({ spec: { nodes: [deep] } }).match(/class="fs-frame"/g)).toHaveLength(100)
  })

  test('circles of nodes are drawn', () => {
    const ring = workflow('ring')
      .cron('00 02 00 * * ?')
      .nodeList([odpsSql('a').after('c'), odpsSql('b').after('a'), odpsSql('c').after('b')])
    expect(toSvg(JSON.parse(JSON.stringify(ring))).match(/fs-line fs-normal" d/g)).toHaveLength(4)
  })
})
