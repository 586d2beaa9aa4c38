import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type AnyNode,
  type Diagnostic,
  FlowSpecError,
  isFlowSpecError,
  manualWorkflow,
  odpsSql,
  projectRoot,
  shell,
  virtual,
  type Workflow,
  workflow,
} from 'flowspec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

function faults(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ rule, path }) => `${rule} ${path}`)
}

describe('build', () => {
  it('throws every error at once, sorted by place, and check gives the same', () => {
    const dynamic: string = 'strat'
    const broken = workflow('w')
      .cron('00 02 25 * * ?')
      .timezone('Asia/Peking')
      .nodes(
        virtual('start'),
        odpsSql('q').code('select 1').after(dynamic).strategy({ rerunTimes: 11 }),
        virtual('start'),
      )
    expect(() => broken.build()).toThrow(FlowSpecError)
    try {
      broken.build()
      expect.unreachable()
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      expect(faults(error.diagnostics)).toEqual([
        'reference/unknown-node /spec/workflows/0/dependencies/0/depends/0/nodeId',
        'schema/range /spec/workflows/0/nodes/1/rerunTimes',
        'name/duplicate-node /spec/workflows/0/nodes/2/name',
        'schedule/cron-syntax /spec/workflows/0/trigger/cron',
        'schedule/unknown-zone /spec/workflows/0/trigger/timezone',
      ])
      expect(error.diagnostics).toEqual(broken.check())
      expect(error.diagnostics[0]).toMatchObject({
        hint: 'Did you mean "start"?',
        subject: { kind: 'node', name: 'q' },
      })
    }
  })

  it('does not throw for warnings', () => {
    const warned = daily().nodes(virtual('a b'))
    expect(faults(warned.check())).toEqual(['name/characters /spec/workflows/0/nodes/0/name'])
    expect(warned.build().spec.workflows?.[0]?.nodes).toHaveLength(1)
  })

  it('throws for a warning that the settings call an error, and not for an error that is off', () => {
    expect(() =>
      daily()
        .nodes(virtual('a b'))
        .build({ rules: { 'name/characters': 'error' } }),
    ).toThrow('name/characters')
    expect(workflow('w').build({ rules: { 'schedule/missing-trigger': 'off' } }).kind).toBe('CycleWorkflow')
  })

  it('finds a name that is known only at run time and missing', () => {
    const names: string[] = ['nowhere']
    const builder = daily().nodes(virtual('a').after(...names))
    expect(faults(builder.check())).toEqual([
      'reference/unknown-node /spec/workflows/0/dependencies/0/depends/0/nodeId',
    ])
  })

  it('says that a schedule on a manual workflow is not followed', () => {
    // Types refuse this; plain JavaScript gets the diagnostic.
    const cron: unknown = Reflect.get(manualWorkflow('m'), 'cron')
    const scheduled =
      typeof cron === 'function' ? (cron.call(manualWorkflow('m'), '00 02 00 * * ?') as Workflow) : undefined
    expect(faults(scheduled?.check({ rules: { 'graph/empty-workflow': 'off' } }) ?? [])).toEqual([
      'schedule/unused-cron /spec/workflows/0/trigger/cron',
    ])
  })

  it('looks for the node of a previous cycle that plain JavaScript gave by name', () => {
    const name: unknown = 'nowhere'
    const builder = daily().nodes(virtual('a').afterPrevious(name as 'self'))
    expect(faults(builder.check())).toEqual([
      'reference/unknown-node /spec/workflows/0/dependencies/0/depends/0/nodeId',
    ])
  })

  it('says which of the nodes is none', () => {
    const strays: unknown = [virtual('a'), 'b']
    expect(() => daily().nodeList(strays as AnyNode[])).toThrow('nodeList(): node 2 is "b".')
  })

  it('says that the root of an unknown project cannot be named', () => {
    const builder = daily().nodes(virtual('a').after(projectRoot()))
    expect(faults(builder.check())).toEqual(['reference/unknown-project /spec/workflows/0/dependencies/0'])
    expect(builder.check({ project: 'p' })).toEqual([])
  })

  it('says what extra() holds that JSON cannot', () => {
    const self: Record<string, unknown> = { name: 'x' }
    self['self'] = self
    for (const value of [{ f: () => 1 }, { n: Number.NaN }, { d: new Date(0) }, { deep: { self } }]) {
      const builder = daily().nodes(virtual('a').extra(value))
      expect(faults(builder.check()).filter((fault) => fault.startsWith('document/'))).toEqual([
        'document/not-json /spec/workflows/0/nodes/0',
      ])
    }
    const notFields: unknown = 'text'
    expect(() => daily().extra(notFields as Record<string, unknown>)).toThrow('extra(): fields is "text".')
  })

  it('does not set a prototype from extra()', () => {
    const extra = JSON.parse('{"__proto__":{"polluted":true}}')
    const node = daily().nodes(virtual('a').extra(extra)).build().spec.workflows?.[0]?.nodes?.[0]
    expect(Object.getPrototypeOf(node)).toBe(Object.prototype)
    expect(Object.hasOwn(node ?? {}, '__proto__')).toBe(true)
  })
})

describe('extra fields', () => {
  it('are listed at info', () => {
    const found = daily()
      .nodes(virtual('a').extra({ brandNew: 1 }))
      .check()
    expect(found).toMatchObject([
      { rule: 'schema/unknown-field', severity: 'info', path: '/spec/workflows/0/nodes/0/brandNew' },
    ])
  })

  it('are a warning when they look like a misspelling', () => {
    expect(
      daily()
        .nodes(virtual('a').extra({ prioritty: 1 }))
        .check(),
    ).toMatchObject([{ severity: 'warning', hint: 'Did you mean "priority"?' }])
  })
})

describe('suppress', () => {
  it('silences a rule for one node, edges included, and no other', () => {
    const strange = virtual('a b').suppress('name/characters', 'the name is given from outside')
    expect(faults(daily().nodes(strange, virtual('c d')).check())).toEqual([
      'name/characters /spec/workflows/0/nodes/1/name',
    ])
    const missing: string = 'nowhere'
    const edge = virtual('a').after(missing).suppress('reference/unknown-node', 'made by hand in the console')
    expect(daily().nodes(edge).check()).toEqual([])
  })

  it('silences a rule for the whole workflow', () => {
    expect(daily().suppress('name/characters', 'migrated names').nodes(virtual('a b'), virtual('c d')).check()).toEqual(
      [],
    )
  })

  it('needs a reason', () => {
    const found = daily().nodes(virtual('a b').suppress('name/characters', ' ')).check()
    expect(faults(found)).toEqual([
      'suppression/missing-reason /spec/workflows/0/nodes/0',
      'name/characters /spec/workflows/0/nodes/0/name',
    ])
  })

  it('silences what only the builder knows, too', () => {
    const builder = daily().nodes(
      virtual('a').after(projectRoot()).suppress('reference/unknown-project', 'added on deploy'),
    )
    expect(builder.check()).toEqual([])
  })
})

describe('toJSON', () => {
  it('never throws, whatever is wrong', () => {
    const broken = workflow('w').nodes(odpsSql('q').codeFile('/nowhere/at/all.sql').after(projectRoot()))
    expect(JSON.stringify(broken)).toContain('"name":"q"')
    expect(JSON.stringify(odpsSql('q').codeFile('nowhere.sql'))).toContain('"path":"q"')
  })
})

describe('code files', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowspec-'))
    writeFileSync(join(folder, 'q.sql'), '\uFEFFselect 1\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const content = (builder: Workflow, baseDir?: string | URL): unknown =>
    builder.build(baseDir === undefined ? {} : { baseDir }).spec.workflows?.[0]?.nodes?.[0]?.script?.content

  it('are read at build, by URL, by absolute path and from the base folder, without a byte order mark', () => {
    const file = join(folder, 'q.sql')
    expect(content(daily().nodes(odpsSql('q').codeFile(pathToFileURL(file))))).toBe('select 1\n')
    expect(content(daily().nodes(odpsSql('q').codeFile(file)))).toBe('select 1\n')
    expect(content(daily().nodes(odpsSql('q').codeFile('q.sql')), folder)).toBe('select 1\n')
    expect(content(daily().nodes(odpsSql('q').codeFile('q.sql')), pathToFileURL(`${folder}/`))).toBe('select 1\n')
    expect(content(daily().nodes(odpsSql('q').code('old').codeFile('q.sql')), folder)).toBe('select 1\n')
  })

  it('that cannot be read are a diagnostic each, with the rest of the check', () => {
    const builder = daily().nodes(
      odpsSql('q').codeFile('missing.sql'),
      odpsSql('r').codeFile(new URL('https://example.com/r.sql')),
      virtual('a b'),
    )
    expect(faults(builder.check({ baseDir: folder }))).toEqual([
      'code/file-unreadable /spec/workflows/0/nodes/0/script/content',
      'code/file-unreadable /spec/workflows/0/nodes/1/script/content',
      'name/characters /spec/workflows/0/nodes/2/name',
    ])
    expect(builder.check({ baseDir: folder })[0]).toMatchObject({
      message: expect.stringContaining('missing.sql'),
      subject: { kind: 'node', name: 'q' },
    })
  })

  it.each<[as: string, file: (path: string) => string | URL, name: string, hint: RegExp]>([
    ['a URL', pathToFileURL, 'q.sqll', /^Did you mean "q\.sql"\?$/],
    ['a path', (path) => path, 'elsewhere.sql', /^Write the file, or name one that is there\.$/],
    ['a relative path', (path) => relative(process.cwd(), path), 'elsewhere.sql', /build\(\{ baseDir \}\)/],
  ])('that are not there are named once, as %s, with the way out', (_, file, name, hint) => {
    const path = join(folder, name)
    const [found] = daily()
      .nodes(odpsSql('q').codeFile(file(path)))
      .check()
    expect(found?.message).toBe(`The code file "${path}" of node 'q' cannot be read: there is no such file.`)
    expect(found?.hint).toMatch(hint)
  })
})

it('says which is which when a node offers the output of its workflow, whose name it has', () => {
  const same = workflow('same').cron('00 02 00 * * ?').nodes(shell('same').code('x'))
  expect(same.check().map(({ message }) => message)).toContain(
    `Workflow 'same' offers the output "same", which node 'same' offers already.`,
  )
})
