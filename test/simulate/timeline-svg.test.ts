import { isFlowSpecError, manualWorkflow, shell, virtual, workflow } from 'flowspec'
import { simulate, timelineSvg } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { nodesDocument } from './nodes-document.ts'

const day = { from: '2026-01-05', to: '2026-01-05' }
const daily = '00 00 02 * * ?'

/** How often something stands in a text. */
function count(svg: string, part: string): number {
  return svg.split(part).length - 1
}

/** Whether every element is closed by the one it opened, and nothing stands unescaped. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  const rest = svg.replaceAll(
    /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<&]*(?:&[a-z#0-9]+;[^"<&]*)*")*)(\/?)>/g,
    (_, close, name, _attributes, empty) => {
      if (close === '/') return open.pop() === name ? '' : '<mismatch>'
      if (empty === '') open.push(name)
      return ''
    },
  )
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)
}

describe('the timeline', () => {
  const orders = workflow('orders')
    .cron('00 30 02 * * ?')
    .timezone('America/New_York')
    .nodes(
      virtual('start'),
      shell('load').code('1').after('start'),
      shell('end').code('2').after('load').afterPrevious('self'),
    )
  const march = simulate([orders, manualWorkflow('repair')], { from: '2026-03-07', to: '2026-03-09' })
  const svg = timelineSvg(march)

  it('is SVG with a title', () => {
    expect(isWellFormed(svg)).toBe(true)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="fs-timeline" role="img" /)
    expect(svg).toContain('<title>Instances from 2026-03-07 00:00 to 2026-03-09 23:59</title>')
    expect(timelineSvg(march, { title: 'March' })).toContain('<title>March</title>')
  })

  it('has a mark for every instance, by its state, that says what it is', () => {
    expect(count(svg, '<circle class="fs-runs"')).toBe(8 + 1)
    expect(count(svg, '<circle class="fs-dry-run"')).toBe(4 + 1)
    expect(svg).toContain(
      '<title>load at 2026-03-08T03:30:00-04:00: dry-run (clock-change), business date 2026-03-07</title>',
    )
  })

  it('has a line for every dependency in the span, dashed for the previous cycle', () => {
    expect(count(svg, '<path class="fs-link"')).toBe(6)
    expect(count(svg, '<path class="fs-link fs-cross"')).toBe(2)
    expect(timelineSvg(march, { dependencies: false })).not.toContain('class="fs-link')
  })

  it('puts nodes after what they wait for, below their workflow', () => {
    const labels = [...svg.matchAll(/<text class="fs-text(?: fs-strong)?" [^>]*>([^<]*)</g)].map(([, label]) => label)
    expect(labels).toEqual(['orders', 'start', 'load', 'end', 'repair'])
    expect(svg).toContain('no instances: manual')
  })

  it('marks the change of the clock, in the zone of most instances or the one that is asked for', () => {
    expect(svg).toContain('clock +1 h')
    expect(svg).toContain('>America/New_York</text>')
    const london = timelineSvg(march, { timezone: 'Europe/London' })
    expect(london).not.toContain('clock +1 h')
    expect(london).toContain('>Europe/London</text>')
    const lordHowe = simulate(nodesDocument({ a: { cron: daily, timezone: 'Australia/Lord_Howe' } }), {
      from: '2026-04-05',
      to: '2026-04-05',
    })
    expect(timelineSvg(lordHowe)).toContain('clock −30 min')
  })

  it('refuses an unknown zone', () => {
    expect(() => timelineSvg(march, { timezone: 'Nowhere' })).toThrow(expect.toSatisfy(isFlowSpecError))
  })

  it('draws every state', () => {
    const nodes = nodesDocument({
      paused: { cron: daily, recurrence: 'Pause' },
      blocked: { cron: daily, after: ['paused'] },
      skipped: { cron: daily, recurrence: 'Skip' },
      other: { cron: '00 00 02 ? * TUE' },
      branch: { cron: daily, more: { branch: { branches: [] } } },
      open: { cron: daily, after: ['branch'] },
    })
    const picture = timelineSvg(simulate(nodes, day))
    expect(isWellFormed(picture)).toBe(true)
    for (const words of ['>runs<', '>dry run<', '>skipped<', '>paused<', '>blocked<', '>unknown until run time<']) {
      expect(picture).toContain(words)
    }
  })

  it('escapes what documents say', () => {
    const name = `<script>&"'\u0000\u001B`
    const picture = timelineSvg(simulate(nodesDocument({ [name]: { cron: daily } }), day), { title: '</title><b>' })
    expect(isWellFormed(picture)).toBe(true)
    expect(picture).toContain('&lt;script&gt;&amp;&quot;&#39;\\u0000\\u001b')
    expect(picture).not.toContain('<script')
    expect(picture).not.toContain('<b>')
  })

  it('cuts long names, which their titles have whole', () => {
    const name = 'n'.repeat(100)
    const picture = timelineSvg(simulate(nodesDocument({ [name]: { cron: daily } }), day))
    expect(picture).toContain(`<title>${name}</title>`)
    expect(picture).toMatch(/>n{10,60}…</)
  })

  it('stays small however many instances there are', () => {
    const nodes = nodesDocument({ often: { cron: '00 */5 * * * ?' }, daily: { cron: daily } })
    const picture = timelineSvg(simulate(nodes, { from: '2026-01-01', to: '2026-04-30' }))
    expect(count(picture, 'class="fs-tick')).toBeLessThan(2 * 960)
    expect(isWellFormed(picture)).toBe(true)
    expect(picture.length).toBeLessThan(400_000)
  })

  it('says how many rows are not drawn', () => {
    const nodes = nodesDocument(
      Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`node${place}`, { cron: daily }])),
    )
    const simulation = simulate(nodes, day)
    expect(timelineSvg(simulation, { maxRows: 10 })).toContain('… and 2 more rows')
    expect(timelineSvg(simulation)).not.toContain('more rows')
  })

  it.each<[string, string, string, readonly string[]]>([
    ['minutes', '2026-01-05 02:00:00', '2026-01-05 02:10:00', ['>02:00<', '>02:05<', '>2026-01-05<']],
    ['hours', '2026-01-05', '2026-01-05', ['>00:00<', '>03:00<', '>21:00<']],
    ['days', '2026-01-05', '2026-01-12', ['>01-06<', '>01-12<']],
    ['weeks, which begin on Mondays', '2026-01-01', '2026-02-28', ['>01-05<', '>02-23<']],
    ['months', '2026-01-01', '2026-06-30', ['>2026-01<', '>2026-06<']],
    ['years', '2020-01-01', '2026-12-31', ['>2020<', '>2026<']],
  ])('has marks at %s', (_, from, to, labels) => {
    const picture = timelineSvg(simulate(nodesDocument({ a: { cron: '00 00 02 1 * ?' } }), { from, to }))
    for (const label of labels) expect(picture).toContain(label)
  })

  it('of nothing is a picture all the same', () => {
    const empty = timelineSvg(simulate([], day))
    expect(isWellFormed(empty)).toBe(true)
    const moment = simulate(nodesDocument({ a: { cron: daily } }), {
      from: '2026-01-05 02:00:00',
      to: '2026-01-05 02:00:00',
    })
    expect(timelineSvg(moment)).toContain('fs-runs')
    expect(timelineSvg(moment)).not.toContain('NaN')
  })
})
