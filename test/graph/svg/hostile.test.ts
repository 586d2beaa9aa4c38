import fc from 'fast-check'
import { toSvg } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../drawing/hostile-text.ts'

const texts = String.raw`[^<>"&\p{C}]|[\u200c\u200d]|&(?:amp|lt|gt|quot|#39);`
const content = `(?:${texts})*`
const tag = (name: string, attributes: string): string => `<${name}(?: (?:${attributes})="${content}")*\\/?>`
/** The only elements and attributes that a picture is made of. */
const piece = new RegExp(
  [
    tag(
      '(?:svg|rect|path|g|text|tspan|title|style)',
      'xmlns|class|role|aria-label|viewBox|width|height|x|y|rx|d|dx|text-anchor|data-item|data-line',
    ),
    '</(?:svg|g|text|tspan|title|style)>',
  ].join('|'),
  'gu',
)

const named = fc.record({
  id: hostileText,
  name: hostileText,
  script: fc.record({ runtime: fc.record({ command: hostileText }) }),
})
const documents = fc.record({
  name: hostileText,
  nodes: fc.array(named, { minLength: 1, maxLength: 4 }),
  branch: hostileText,
})

describe('whatever the texts of a document are', () => {
  test('a picture has no element and no attribute of theirs', () => {
    fc.assert(
      fc.property(documents, ({ name, nodes, branch }) => {
        const [first] = nodes
        const arms = [{ when: branch, output: { data: 'x' } }]
        const dependencies = nodes.map(({ id }) => ({
          nodeId: id,
          depends: [{ type: branch, output: 'x' }, { nodeId: first?.id }],
        }))
        const workflow = { name, nodes: [{ id: 'b', name, branch: { branches: arms } }, ...nodes], dependencies }
        const svg = toSvg({ spec: { workflows: [workflow] } }, { title: name })
        const left = svg.replace(/<style>[^<]*<\/style>/, '').replaceAll(piece, '')
        expect(left).not.toMatch(/[<>"]/)
        // What XML has no room for, and what turns the direction of text.
        expect(left.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        expect(left).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
      }),
      { numRuns: 200 },
    )
  })

  test('names that objects have of their own are names as any other', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
    const nodes = names.map((name) => ({ id: name, name }))
    const dependencies = [{ nodeId: 'constructor', depends: [{ nodeId: '__proto__' }] }]
    const svg = toSvg({ spec: { workflows: [{ name: '__proto__', nodes, dependencies }] } })
    for (const name of names) expect(svg).toContain(`>${name}</text>`)
    expect(svg).toContain('data-line="n1 n0"')
  })

  test('very long names are cut', () => {
    const svg = toSvg({
      spec: { workflows: [{ name: 'x'.repeat(5_000_000), nodes: [{ id: '中'.repeat(1_000_000) }] }] },
    })
    expect(svg.length).toBeLessThan(20_000)
  })
})
