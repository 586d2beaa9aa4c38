import { odpsSql, shell, workflow } from 'flowspec'
import { graphOf, type SvgOptions, toSvg } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { allStructures } from '../drawing/all-structures.ts'

const two = workflow('two').cron('00 02 00 * * ?').nodes(shell('a').code('ls'), odpsSql('b').code('ls').after('a'))

describe('a picture', () => {
  test('of two nodes', async () => {
    await expect(toSvg(two, { theme: 'light' })).toMatchFileSnapshot('golden/two-nodes.svg')
  })

  test('of every control structure, downwards and dark', async () => {
    const svg = toSvg(allStructures, { variables: true, direction: 'TB', theme: 'dark' })
    await expect(svg).toMatchFileSnapshot('golden/all-structures.svg')
  })

  test('of a document without nodes', () => {
    expect(toSvg({})).toContain('<title>0 nodes</title>')
    expect(toSvg(workflow('empty'))).toContain('>empty</text>')
  })

  test('of one document is the same text twice, and so is that of the document as text and read back', () => {
    expect(toSvg(allStructures)).toBe(toSvg(allStructures))
    expect(toSvg(graphOf(allStructures))).toBe(toSvg(JSON.parse(JSON.stringify(allStructures))))
  })

  test.each(['LR', 'RL', 'TB', 'BT'] as const)('that points %s has all nodes and lines inside of it', (direction) => {
    const svg = toSvg(allStructures, { direction })
    const { nodes, edges } = graphOf(allStructures)
    for (const { place } of nodes) expect(svg).toContain(`data-item="n${place}"`)
    expect(svg.match(/<path class="fs-line fs-\w+" d="M[\d.]+ [\d.]+[LCc]/g)).toHaveLength(edges.length)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
    for (const [, x, y] of svg.matchAll(/[MLC ](-?[\d.]+) (-?[\d.]+)(?=[LCz"])/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(-1)
      expect(Number(x)).toBeLessThanOrEqual(Number(width))
      expect(Number(y)).toBeLessThanOrEqual(Number(height))
    }
  })
})

describe('kinds of lines', () => {
  const other = workflow('other').cron('00 02 00 * * ?').nodes(shell('c').code('ls'))
  const branched = workflow('w')
    .cron('00 02 00 * * ?')
    .nodes(shell('a').code('ls').afterPrevious('self'), shell('b').code('ls').after('a', other.node('c')))

  test.each([
    ['normal', 'n0 n1'],
    ['previous', 'n0 n0'],
    ['cross', 'n2 n1'],
  ])('%s: %s', (kind, ends) => {
    const svg = toSvg([branched, other])
    const line = svg.split('\n').find((text) => text.includes(`data-line="${ends}"`))
    expect(line).toContain(`fs-line fs-${kind}`)
  })

  test('labels say what the look does not: conditions and states, not the cycle', () => {
    const svg = toSvg(allStructures)
    expect(svg).toContain('>${size} &gt; 10</text>')
    expect(svg).toContain('>a: Success, NotRun</text>')
    expect(toSvg(two)).not.toContain('class="fs-label')
    expect(svg).not.toMatch(/fs-label"[^>]*>previous cycle</)
  })
})

describe('options', () => {
  test('the theme decides which colours there are', () => {
    expect(toSvg(two)).toContain('@media (prefers-color-scheme:dark)')
    expect(toSvg(two, { theme: 'dark' })).not.toContain('@media')
    expect(toSvg(two, { theme: 'dark' })).toContain('#0d1117')
    expect(toSvg(two, { theme: 'light' })).not.toContain('#0d1117')
  })

  test('a title stands for the picture', () => {
    expect(toSvg(two, { title: 'a < b' })).toContain('<title>a &lt; b</title>')
    expect(toSvg(two)).toContain('aria-label="two: 2 nodes"')
  })

  test('commands, and what stands outside, are left out', () => {
    expect(toSvg(two, { commands: false })).not.toContain('DIDE_SHELL')
    expect(toSvg(allStructures)).toContain('retail.other')
    expect(toSvg(allStructures, { externals: false })).not.toContain('retail.other')
  })

  test.each([
    ['{ "theme": "sepia" }', "'auto' or 'light' or 'dark'"],
    ['{ "colour": "red" }', '"colour"'],
    ['{ "direction": "up" }', "'LR' or 'RL' or 'TB' or 'BT'"],
  ])('%s is refused', (text, message) => {
    const options: SvgOptions = JSON.parse(text)
    expect(() => toSvg(two, options)).toThrow(message)
  })
})
