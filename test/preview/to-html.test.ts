import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { branch, node, odpsSql, project, pyodps3, shell, workflow } from 'flowspec'
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

  test('says what keeps runs from being worked out, and shows the rest', () => {
    const often = workflow('often')
      .cron('00 * * * * ?')
      .nodes(...['a', 'b', 'c'].map((name) => shell(name).code('x')))
    const { notes, items } = dataOf(toHtml(often, { from: '2026-01-01', to: '2026-12-31' }))
    expect(notes.map(({ severity }) => severity)).toContain('error')
    expect(items).toHaveLength(4)
  })
})

describe('of tables a page knows', () => {
  const copy = odpsSql('copy').code('insert overwrite table dwd_orders\nselect *\nfrom ods_orders')
  const sync = node('sync', 'DI').code('{}').writes('odps.retail.ods_orders')
  const mail = pyodps3('mail').code("o.execute_sql('insert into mails select * from dwd_orders')")
  const first = workflow('first').cron('00 30 02 * * ?').nodes(sync, copy.after(sync))
  const second = workflow('second').cron('00 30 02 * * ?').nodes(mail)
  const retail = dataOf(toHtml(project('retail').add(first, second), march))

  test('which nodes use them, in which line, and how sure that is, over all workflows', () => {
    const uses = retail.uses.map(({ node: user, table, kind, line, isSure }) => [
      ...[retail.items[user]?.name, kind, retail.tables[table]?.name],
      ...[line, isSure],
    ])
    expect(uses).toEqual([
      ['sync', 'writes', 'retail.ods_orders', 0, true],
      ['copy', 'writes', 'retail.dwd_orders', 1, true],
      ['copy', 'reads', 'retail.ods_orders', 3, true],
      ['mail', 'writes', 'retail.mails', 1, false],
      ['mail', 'reads', 'retail.dwd_orders', 1, false],
    ])
    expect(new Set(retail.tables.map(({ engine }) => engine))).toEqual(new Set(['MaxCompute']))
  })

  test('that there may be more, where SQL was not read', () => {
    const half = odpsSql('half').code('insert into a select 1; selec 2 from b')
    const page = dataOf(toHtml(workflow('w').cron('00 30 02 * * ?').nodes(half, copy), march))
    expect(page.items.filter(({ hasUnreadSql }) => hasUnreadSql).map(({ name }) => name)).toEqual(['half'])
  })

  test.each<[string, object]>([
    ['a builder', first],
    ['a list', [second, first]],
    ['a built project', { documents: [first.build()] }],
  ])('of %s', (_, source) => {
    const page = dataOf(toHtml(source, march))
    const reads = page.uses.find(({ kind, line }) => kind === 'reads' && line === 3)
    expect(page.items[reads?.node ?? -1]?.name).toBe('copy')
  })

  test('none of documents without SQL, and then the page has one picture and no tabs', () => {
    const html = toHtml(workflow('w').cron('00 30 02 * * ?').nodes(shell('a').code('ls')), march)
    expect(dataOf(html)).toMatchObject({ tables: [], uses: [] })
    expect(html).not.toMatch(/role="tab|id="lineage"/)
    expect(toHtml(first, march)).toMatch(/role="tablist".*id="lineage"/s)
  })

  test('and no name of one ends an element or begins one', () => {
    const tags = (html: string): string[] => html.match(/<\/?[a-z!]+/gi)?.filter((tag) => !/title/.test(tag)) ?? []
    const pageOf = (name: string): string => {
      const quoted = name.replaceAll('`', '``')
      const code = `insert into \`${quoted}\` select * from \`x${quoted}\``
      return toHtml(workflow('w').cron('00 30 02 * * ?').nodes(odpsSql('a').code(code)), march)
    }
    const wanted = tags(pageOf('t'))
    for (const name of ['</script><script>alert(1)</script>', '<!--', '"><img src=x>', "']]>&amp;", '${x}', '\u202e'])
      expect(tags(pageOf(name)), name).toEqual(wanted)
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
