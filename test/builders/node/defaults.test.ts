import { assignment, type DefaultsInput, hologresSql, node, odpsSql, shell, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

describe('defaults', () => {
  it('fill what a node leaves out, and only where it makes sense', () => {
    const [flow] =
      daily()
        .defaults({
          owner: '1',
          datasource: 'odps_first',
          resourceGroup: 'group_1',
          strategy: { rerunTimes: 2, priority: 3 },
        })
        .nodes(
          virtual('v'),
          shell('s').owner('2').strategy({ priority: 5 }),
          odpsSql('q').datasource('other').resourceGroup('group_2'),
        )
        .build().spec.workflows ?? []
    const [start, script, sql] = flow?.nodes ?? []
    expect(flow?.owner).toBe('1')
    expect(start).toMatchObject({ owner: '1', rerunTimes: 2 })
    expect(start).not.toHaveProperty('datasource')
    expect(start).not.toHaveProperty('runtimeResource')
    expect(script).toMatchObject({
      owner: '2',
      priority: 5,
      rerunTimes: 2,
      runtimeResource: { resourceGroup: 'group_1' },
    })
    expect(script).not.toHaveProperty('datasource')
    expect(sql).toMatchObject({
      datasource: { name: 'other', type: 'odps' },
      runtimeResource: { resourceGroup: 'group_2' },
    })
  })

  it('give a data source of one type only to nodes that run on it, and merge by key', () => {
    const [flow] =
      daily()
        .defaults({ datasource: { name: 'h', type: 'hologres' }, strategy: { rerunTimes: 1 } })
        .defaults({ strategy: { priority: 3 } })
        .nodes(odpsSql('q'), node('h', 'HOLOGRES_SQL'))
        .build().spec.workflows ?? []
    expect(flow?.nodes?.[0]).not.toHaveProperty('datasource')
    expect(flow?.nodes?.[0]).toMatchObject({ rerunTimes: 1, priority: 3 })
    expect(flow?.nodes?.[1]).toMatchObject({ datasource: { name: 'h', type: 'hologres' } })
  })
})

describe('the data sources of engines', () => {
  const names = (flow: ReturnType<typeof daily>): unknown =>
    (JSON.parse(JSON.stringify(flow)).spec.workflows[0].nodes as { datasource?: object }[]).map(
      ({ datasource }) => datasource,
    )
  const nodes = [
    odpsSql('q').code('1'),
    hologresSql('h').code('1'),
    assignment('a', 'odps').code('1'),
    shell('s').code('1'),
  ]
  const filled = (...datasources: readonly NonNullable<DefaultsInput['datasource']>[]): unknown =>
    names(datasources.reduce((flow, datasource) => flow.defaults({ datasource }), daily()).nodeList(nodes))
  const odps = { name: 'o', type: 'odps' }
  const hologres = { name: 'h', type: 'hologres' }

  // Source: the data source types of node types; an assignment node in SQL runs on MaxCompute.
  it.each<[string, unknown, unknown]>([
    ['one for each', filled({ odps: 'o', hologres: 'h' }), [odps, hologres, odps, undefined]],
    ['one engine alone', filled({ hologres: 'h' }), [undefined, hologres, undefined, undefined]],
    ['one name of a type', filled({ name: 'o', type: 'odps' }), [odps, undefined, odps, undefined]],
    ['one name for all', filled('o'), [odps, { name: 'o', type: 'hologres' }, odps, undefined]],
    ['a later one beside an earlier', filled({ odps: 'o' }, { hologres: 'h' }), [odps, hologres, odps, undefined]],
    ['a later one in place of an earlier', filled({ odps: 'x' }, { odps: 'o' }), [odps, undefined, odps, undefined]],
  ])('fill %s', (_, found, right) => {
    expect(found).toEqual(right)
  })

  it.each<readonly [unknown]>([[{}], [{ odsp: 'o' }], [{ odps: 1 }], [[]], [{ toString: 'o' }]])(
    'are refused: %j',
    (datasource) => {
      expect(() => daily().defaults({ datasource: datasource as 'o' })).toThrow('defaults.datasource')
    },
  )
})
