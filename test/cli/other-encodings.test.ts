import { join } from 'node:path'
import { odpsSql, workflow } from 'flowspec'
import { importFiles, toLayout } from 'flowspec/codegen'
import { describe, expect, test } from 'vitest'
import { TrialFolder } from './support/trial-folder.ts'

/** `select '订单'`, as an editor on Windows in Chinese saves it; the bytes are those of GBK for 订单. */
const gbk = (before: string, after: string): Buffer =>
  Buffer.concat([Buffer.from(before), Buffer.from([0xb6, 0xa9, 0xb5, 0xa5]), Buffer.from(after)])
const sql = gbk("select '", "'")
const document = JSON.stringify(
  workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select MARK')).toJSON(),
)
const [before = '', after = ''] = document.split('MARK')

const folder = new TrialFolder('encodings')
const write = (path: string, bytes: string | Uint8Array): string => folder.write(path, bytes)

describe('what is not UTF-8', () => {
  test.each<[string, Uint8Array, string]>([
    ['GBK', sql, 'byte 9, 0xB6, in line 1, column 9'],
    ['Latin-1', Buffer.from("select 'é'", 'latin1'), 'byte 9, 0xE9, in line 1, column 9'],
    ['UTF-16', Buffer.from('\uFEFFselect 1', 'utf16le'), 'byte 1, 0xFF, in line 1, column 1'],
  ])('is told of a code file in %s, and is no code', (_, bytes, place) => {
    write('load.sql', bytes)
    const load = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('load').codeFile('load.sql'))
    const found = load.check({ baseDir: folder.path }).filter(({ rule }) => rule === 'code/file-unreadable')
    expect(found).toMatchObject([
      {
        message: expect.stringContaining(`cannot be read: it is not UTF-8: ${place}.`),
        hint: expect.stringContaining('Save it as UTF-8'),
      },
    ])
    expect(() => load.build({ baseDir: folder.path })).toThrow('it is not UTF-8')
  })

  test('is told of a code file of Git mode', async () => {
    const load = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('load').code('select 1'))
    for (const [path, text] of Object.entries(toLayout(load, 'git'))) write(join('git', path), text)
    write('git/orders/load/load.sql', sql)
    const { documents, notes } = importFiles(join(folder.path, 'git'))
    expect(JSON.stringify(documents)).not.toContain('\uFFFD')
    const message = expect.stringContaining('it is not UTF-8: byte 9, 0xB6, in line 1, column 9')
    expect(notes).toEqual([{ file: 'orders/load/load.sql', message }])
    const { code, said } = await folder.said('check', 'git')
    expect([code, said]).toEqual([1, expect.stringContaining('error git/orders/load/load.sql code/file-unreadable')])
  })

  test.each(['json', 'yaml'])('is told of a document .%s', async (suffix) => {
    write(`in/orders.${suffix}`, gbk(before, after))
    const { code, said } = await folder.said('check', `in/orders.${suffix}`)
    expect(code).toBe(1)
    expect(said).toContain(
      `error in/orders.${suffix} document/syntax\n  The text cannot be read: it is not UTF-8: byte `,
    )
    expect(said).toContain('Save it as UTF-8')
    expect((await folder.said('import', `in/orders.${suffix}`, '--out', 'ob')).code).toBe(1)
    for (const path of ['in', `in/orders.${suffix}`]) {
      const { documents, notes } = importFiles(join(folder.path, path))
      expect([documents, notes]).toEqual([
        [],
        [{ file: `orders.${suffix}`, message: expect.stringMatching(/not UTF-8.*Save it as UTF-8/) }],
      ])
    }
  })

  test('is told of what another scheduler exported', async () => {
    write('crons.csv', gbk('name,cron\n', ',0 0 2 * * ?\n'))
    const { code, said } = await folder.said('import', 'crons.csv', '--from', 'quartz-table', '--out', 'ob')
    expect(code).not.toBe(0)
    expect(said).toContain('it is not UTF-8: byte 11, 0xB6, in line 2, column 1')
    write('export.json', gbk('[{"dag_id":"', '"}]'))
    const airflow = await folder.said('import', 'export.json', '--from', 'airflow', '--out', 'ob')
    expect([airflow.code, airflow.said]).toEqual([code, expect.stringContaining('it is not UTF-8: byte 13, 0xB6')])
  })
})

test('a byte order mark is no fault', async () => {
  write('load.sql', '\uFEFFselect 1')
  const load = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('load').codeFile('load.sql'))
  expect(JSON.stringify(load.build({ baseDir: folder.path }))).toContain('"select 1"')
  write('orders.json', `\uFEFF${JSON.stringify(load.build({ baseDir: folder.path }))}`)
  expect((await folder.said('check', 'orders.json')).code).toBe(0)
})
