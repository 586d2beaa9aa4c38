import { node, odpsSql, project, pyodps3, shell, workflow } from 'flowspec'
import { toHtml } from 'flowspec/preview'
import { describe, expect, test } from 'vitest'
import { dataOf } from './page-data.ts'

const march = { from: '2026-03-01', to: '2026-03-31' } as const

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

  // A browser takes seconds for a picture of tens of thousands of things.
  test('all of them, and draws as many as a browser shows at once, which it says', () => {
    const many = Array.from({ length: 2500 }, (_, at) =>
      odpsSql(`n${at}`).code(`insert into t${at} select * from s${at}`),
    )
    const html = toHtml(workflow('w').cron('00 30 02 * * ?').nodeList(many), march)
    const page = dataOf(html)
    expect([page.tables.length, page.uses.length]).toEqual([5000, 5000])
    const drawn = [...html.slice(html.indexOf('id="lineage"')).matchAll(/data-item="(t\d+)"/g)].map(([, id = '']) => id)
    expect(new Set(drawn).size).toBeLessThan(4000)
    expect(drawn.length).toBeGreaterThan(2000)
    const known = new Set(page.tables.map(({ id }) => id))
    expect(drawn.filter((id) => !known.has(id))).toEqual([])
    const nodes = drawn.length / 2
    expect(html).toContain(
      `This picture shows the first ${nodes.toLocaleString('en')} of 2,500 nodes that use tables, and ${drawn.length.toLocaleString('en')} of 5,000 tables.`,
    )
    expect(toHtml(first, march)).not.toContain('This picture shows')
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
