import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { assignment, branch, external, forEach, odpsSql, project, pyodps, readSpec, shell, workflow } from 'flowspec'
import { graphOf } from 'flowspec/graph'
import { type PreviewOptions, toHtml } from 'flowspec/preview'
import { describe, expect, test } from 'vitest'
import { unpackRun } from '../../src/preview/packed-run.ts'
import { hostileText } from '../graph/drawing/hostile-text.ts'
import { dataOf, itemOf } from './page-data.ts'

const march = { from: '2026-03-01', to: '2026-03-31' } as const
const ods = odpsSql('ods').code("select *\nfrom t where ds = '${ds}'\nlimit 1").param('ds', '$bizdate')
const report = shell('report').code('report.sh $1').param('1', '$[yyyymmdd-1]').after(ods).afterPrevious('self')
const orders = workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York').nodes(ods, report)
const data = dataOf(toHtml(orders, march))

describe('of each node a page knows', () => {
  // The clocks of New York go forward on 2026-03-08 at 02:00: documented is a dry run at 03:30.
  test('its runs, dry ones with the reason', () => {
    const runs = itemOf(data, 'ods').runs.map(unpackRun)
    expect(runs).toHaveLength(31)
    const dry = runs.filter(({ state }) => state === 'dry-run')
    expect(dry.map(({ time, reason }) => [data.times[time]?.wallClock, reason])).toEqual([
      ['2026-03-08 03:30:00', 'clock-change'],
    ])
    expect(data.clockChanges).toEqual([{ timezone: 'America/New_York', date: '2026-03-08', minutes: 60 }])
  })

  test('its code, and the lines that the values of a run change', () => {
    const item = itemOf(data, 'ods')
    const [first] = item.runs.map(unpackRun)
    expect(item.language).toBe('sql')
    expect(item.code.split('\n')).toHaveLength(3)
    expect(first?.lines.map(([line, text]) => [line, data.texts[text]])).toEqual([[1, "from t where ds = '20260228'"]])
    expect(first?.values.map((value) => data.texts[value])).toEqual(['20260228'])
    expect(item.parameters).toEqual([{ name: 'ds', expression: '$bizdate' }])
  })

  test('whether its values are put into the code, or looked up by it', () => {
    const nodes = [
      odpsSql('sql').code("select '${ds}'").param('ds', '$bizdate'),
      pyodps('python').code("print(args['ds'])").param('ds', '$bizdate'),
      shell('shell').code('echo $1').param('ds', '$bizdate'),
      assignment('assigned', 'python2').code("print('${ds}')").param('ds', '$bizdate'),
    ]
    const { items } = dataOf(toHtml(workflow('w').cron('00 02 00 * * ?').nodeList(nodes), march))
    const looking = items.filter(({ looksUpValues }) => looksUpValues).map(({ name }) => name)
    expect(looking.sort()).toEqual(['python', 'shell'])
  })

  test('its schedule, which is that of its workflow', () => {
    expect(itemOf(data, 'ods')).toMatchObject({ cron: '00 30 02 * * ?', timezone: 'America/New_York' })
    expect(itemOf(data, 'ods').schedule).toMatch(/02:30/)
  })

  test('what it waits for, and which instances', () => {
    const [from, to] = ['ods', 'report'].map((name) => data.items.indexOf(itemOf(data, name)))
    expect(data.lines).toContainEqual({ from, to, kind: 'normal', label: '' })
    const second = unpackRun(itemOf(data, 'report').runs[1] ?? expect.fail())
    const waits = second.waits.map(({ name, time, isPrevious }) => [
      data.texts[name],
      data.times[time]?.wallClock,
      isPrevious,
    ])
    expect(waits).toEqual([
      ['orders/ods', '2026-03-02 02:30:00', false],
      ['orders/report', '2026-03-01 02:30:00', true],
    ])
  })

  test('its diagnostics; those of no node are told of the documents', () => {
    const wrong = workflow('wrong').cron('every day').nodes(odpsSql('bad').code('select ${nobody}'))
    const { items, notes } = dataOf(toHtml(wrong, march))
    const rules = (name: string): string[] =>
      items.find((item) => item.name === name)?.problems.map(({ rule }) => rule) ?? []
    expect(rules('bad')).toContain('parameter/undeclared')
    expect(rules('wrong')).toContain('schedule/cron-syntax')
    expect(
      notes.filter(({ severity }) => severity !== 'error' && severity !== 'warning' && severity !== 'info'),
    ).toEqual([])
  })

  // The business date is the day before the schedule time, whatever else waits for the run.
  test('the business date of each run, of those too that an earlier node waits for', () => {
    const late = workflow('late')
      .cron('00 00 05 * * ?')
      .nodes(shell('report').after(external('loaded')))
    const early = workflow('early').cron('00 00 02 * * ?').nodes(shell('load').output('loaded'))
    const page = dataOf(toHtml([late, early], march))
    const dates = itemOf(page, 'load').runs.map((run) => page.times[unpackRun(run).time]?.businessDate)
    expect(dates.slice(0, 2)).toEqual(['2026-02-28', '2026-03-01'])
    expect(dates).not.toContain('')
  })

  test('what it stands in, from the inside out', () => {
    const ids = assignment('ids', 'shell').code('echo 1,2')
    const inner = shell('inner').code('ls')
    const loops = workflow('loops').cron('00 00 02 * * ?').nodes(ids, forEach('each').over(ids.result()).nodes(inner))
    const page = dataOf(toHtml(loops, march))
    expect(itemOf(page, 'inner')).toMatchObject({ workflow: 'loops', inside: ['for-each loop each'] })
    expect(itemOf(page, 'each')).toMatchObject({ workflow: 'loops', inside: [] })
    expect(itemOf(page, 'loops')).toMatchObject({ workflow: '', inside: [] })
  })

  test('why it has no runs', () => {
    const inside = dataOf(toHtml(JSON.parse('{"spec":{"nodes":[{"id":"a","name":"a"}]}}'), march))
    expect(itemOf(inside, 'a').withoutRuns).toMatch(/no workflow/)
  })
})

describe('against other documents', () => {
  const before = workflow('orders')
    .cron('00 30 03 * * ?')
    .timezone('America/New_York')
    .nodes(
      odpsSql('ods').code("select *\nfrom s where ds = '${ds}'\nlimit 1").param('ds', '$bizdate'),
      shell('old').code('old.sh').after('ods'),
    )
  const compared = dataOf(toHtml(orders, { ...march, against: before }))

  test('what was added, what changed, and what is gone', () => {
    expect(compared.items.map(({ name, change }) => [name, change])).toEqual([
      ['orders', 'changed'],
      ['ods', 'changed'],
      ['report', 'added'],
    ])
    expect(compared.removed).toEqual(['orders/old'])
  })

  test('how: fields, code line by line, dependencies', () => {
    expect(itemOf(compared, 'orders').changes).toEqual([
      { path: '/trigger/cron', before: '"00 30 03 * * ?"', after: '"00 30 02 * * ?"', diff: '' },
    ])
    const [code] = itemOf(compared, 'ods').changes
    expect(code?.diff).toContain("-from s where ds = '${ds}'\n+from t where ds = '${ds}'")
  })

  // RFC 8259 sets no bound to numbers; a double holds integers up to 2^53 = 9007199254740992.
  test('with numbers that no double holds as they are written, alone and in objects', () => {
    const withNumber = (number: string): object =>
      readSpec(
        `{"version":"1.1.0","kind":"CycleWorkflow","spec":{"workflows":[{"name":"w","nodes":[{"id":"a","name":"a","timeout":${number},"script":{"runtime":{"command":"ODPS_SQL","sparkConf":{"n":${number}}},"parameters":[{"name":"p","value":${number}}]}}]}]}}`,
      )
    const [old, current] = [withNumber('9007199254740992'), withNumber('9007199254740993')]
    const page = dataOf(toHtml(current, { ...march, against: old }))
    const changes = itemOf(page, 'a').changes.map(({ path, before: was, after }) => [path, was, after])
    expect(changes).toContainEqual(['/timeout', '9007199254740992', '9007199254740993'])
    expect(changes).toContainEqual(['/script/runtime/sparkConf', '{"n":9007199254740992}', '{"n":9007199254740993}'])
    expect(itemOf(page, 'a').parameters).toEqual([{ name: 'p', expression: '9007199254740993' }])
  })

  test('nothing differs of the same', () => {
    const same = dataOf(toHtml(orders, { ...march, against: orders }))
    expect(same.items.filter(({ change }) => change !== 'none')).toEqual([])
    expect(same).toMatchObject({ removed: [], isCompared: true })
  })
})

describe('a page', () => {
  test('is the same for the same documents, as builders, built, and as a project', () => {
    expect(toHtml(orders, march)).toBe(toHtml(orders, march))
    expect(toHtml(orders.build(), march)).toBe(toHtml(orders, march))
    expect(dataOf(toHtml(project('retail').add(orders), march)).items.map(({ name }) => name)).toEqual([
      'orders',
      'ods',
      'report',
    ])
  })

  test('allows its own script and style alone, which it names by their hashes, and nothing from elsewhere', () => {
    const html = toHtml(orders, march)
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const texts = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text)
      expect(texts).toHaveLength(1)
      const hash = createHash('sha256')
        .update(texts[0] ?? '')
        .digest('base64')
      expect(policy).toContain(`${directive} 'sha256-${hash}'`)
    }
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(html).not.toMatch(/ (?:src|href|style|on\w+)=/)
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
  })

  const others = ['b', 'c'].map((name) => workflow(name).cron('00 30 02 * * ?').nodes(odpsSql(name).code('select 1')))

  test.each([
    ['a workflow', () => orders, 'orders'],
    ['several', () => [orders, ...others], 'orders and 2 more'],
    ['a project', () => project('retail').add(orders, ...others), 'retail'],
    ['nothing', () => [], 'FlowSpec'],
  ] as const)('the page of %s is called as that', (_, source, title) => {
    expect(dataOf(toHtml(source(), march)).title).toBe(title)
  })

  test('shows the span that it was given, and thirty days from today on', () => {
    expect(data).toMatchObject({ ...march, title: 'orders' })
    const { from, to } = dataOf(toHtml(orders))
    expect(Date.parse(to) - Date.parse(from)).toBe(30 * 24 * 3_600_000)
  })

  test.each([
    ['{ "from": "yesterday" }', 'no date'],
    ['{ "from": "2026-02-30" }', 'no date'],
    ['{ "from": "2026-03-02", "to": "2026-03-01" }', 'before it begins'],
    ['{ "until": "2026-03-01" }', '"until"'],
  ])('%s is refused', (text, message) => {
    const options: PreviewOptions = JSON.parse(text)
    expect(() => toHtml(orders, options)).toThrow(message)
  })

  test('is not made of a graph, which has neither code nor schedules', () => {
    expect(() => toHtml(graphOf(orders), march)).toThrow('a graph has neither code nor schedules')
    expect(() => toHtml(orders, { ...march, against: graphOf(orders) })).toThrow(
      'a graph has neither code nor schedules',
    )
  })

  test('says what keeps runs from being worked out, and shows the rest', () => {
    const often = workflow('often')
      .cron('00 * * * * ?')
      .nodes(...['a', 'b', 'c'].map((name) => shell(name).code('x')))
    const { notes, items } = dataOf(toHtml(often, { from: '2026-01-01', to: '2026-12-31' }))
    expect(notes.map(({ severity }) => severity)).toContain('error')
    expect(items).toHaveLength(4)
  })
})

test('no text of a document ends an element or begins one', () => {
  const tags = (html: string): string[] => html.replace(/<style>.*<\/style>/, '').match(/<\/?[a-z!]+/gi) ?? []
  const named = (name: string, code: string): object => {
    const script = { content: code, runtime: { command: 'ODPS_SQL' }, parameters: [{ name, value: code }] }
    const nodes = [
      { id: 'a', name, script },
      { id: 'b', name: `${name}b`, script },
    ]
    const dependencies = [{ nodeId: 'b', depends: [{ nodeId: 'a', type: 'Normal' }] }]
    return {
      spec: { workflows: [{ name, nodes, dependencies, trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' } }] },
    }
  }
  // Names of one letter: longer ones are cut, and get an element that holds all of them.
  const wanted = tags(toHtml(named('x', 'y'), march)).filter((tag) => !/title/.test(tag))
  fc.assert(
    fc.property(hostileText, hostileText, (name, code) => {
      const html = toHtml(named(name.slice(0, 12), code), { ...march, against: named('old', code) })
      expect(tags(html).filter((tag) => !/title/.test(tag) && tag !== '<circle')).toEqual(wanted)
    }),
    { numRuns: 100 },
  )
})

test('a branch and what comes after it are decided at run time', () => {
  const route = branch('route').param('size', '12').arm('big', '${size} > 10')
  const flow = workflow('flow')
    .cron('00 02 00 * * ?')
    .nodes(route, shell('pack').code('pack').after(route.case('big')))
  const page = dataOf(toHtml(flow, march))
  expect(unpackRun(itemOf(page, 'pack').runs[0] ?? expect.fail()).state).toBe('unknown')
  expect(page.lines.map(({ label }) => label)).toEqual(['${size} > 10'])
})
