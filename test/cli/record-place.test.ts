import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OptionValues } from '../../src/cli/option-values.ts'
import { recordPlaceOf } from '../../src/cli/service/record-place.ts'
import { requireWorkspace, workspaceSettings } from '../../src/cli/service/workspace-settings.ts'
import type { EnvironmentSettings } from '../../src/config/environment-settings.ts'
import { testConsole } from './support/test-console.ts'

const prod: EnvironmentSettings = { projectId: 10000, region: 'cn-shanghai' }

/** Where the record is kept of a deploy with these options. */
function placeOf(options: Readonly<Record<string, string>>, own: EnvironmentSettings, paths: readonly string[] = []) {
  const { console } = testConsole({ cwd: '/shop/pipelines' })
  const config = { project: [], environments: { prod: own } }
  const found = { config, path: '/shop/flowspec.config.ts', uri: 'flowspec.config.ts', folder: '/shop' }
  const call = { console, words: paths, options: new OptionValues(options), given: [], commands: [] }
  const settings = requireWorkspace(workspaceSettings(found, 'prod', call), found)
  return recordPlaceOf(
    call,
    { found, paths, environment: 'prod', rules: {}, custom: [], suppress: [] },
    'prod',
    settings,
  )
}

describe('the record of an environment', () => {
  const file = '/shop/.flowspec/prod.json'
  const elsewhere = { without: 'other-workspace' }
  const vpc: EnvironmentSettings = { projectId: '10000', endpoint: 'dataworks-vpc.cn-shanghai.aliyuncs.com' }
  const here: EnvironmentSettings = { projectId: 10000, endpoint: 'http://127.0.0.1:8080' }

  const named: EnvironmentSettings = { projectId: 10000, endpoint: 'http://LOCALHOST:8080' }
  const plain: EnvironmentSettings = { projectId: 10000, endpoint: 'http://127.0.0.1' }

  test.each([
    ['the environment as it is', {}, prod, { file }],
    ['its workspace, said again', { projectId: '10000', region: 'cn-shanghai' }, prod, { file }],
    ['the host of its region', { endpoint: 'https://dataworks.cn-shanghai.aliyuncs.com' }, prod, { file }],
    // The reference of endpoints has a public host and one for VPCs for each region: one service.
    ['the host of its region in a VPC', { endpoint: 'dataworks-vpc.cn-shanghai.aliyuncs.com' }, prod, { file }],
    ['the region of a host in a VPC', { region: 'cn-shanghai' }, vpc, { file }],
    ['a server that is its own', { endpoint: 'http://127.0.0.1:8080' }, here, { file }],
    // RFC 6761 (localhost) and RFC 4291 (::1): names of this machine.
    ['a server that is its own, by its name', { endpoint: 'http://localhost:8080' }, here, { file }],
    ['a server that is its own, in version 6', { endpoint: 'http://[::1]:8080' }, here, { file }],
    ['a server of its own that it names', { endpoint: 'http://127.0.0.1:8080/' }, named, { file }],
    ['another port of that', { endpoint: 'http://localhost:8081' }, here, elsewhere],
    ['another way to it, whose port is another one', { endpoint: 'https://localhost' }, plain, elsewhere],
    ['a host with a longer name', { endpoint: 'https://localhost.example.com:8080' }, here, elsewhere],
    ['another port', { endpoint: 'http://127.0.0.1:8081' }, here, elsewhere],
    ['an emulator', { endpoint: 'http://127.0.0.1:8080' }, prod, elsewhere],
    ['another region', { region: 'cn-beijing' }, prod, elsewhere],
    ['another workspace', { projectId: '10001' }, prod, elsewhere],
    [
      'a record that is named',
      { region: 'cn-beijing', record: 'there.json' },
      prod,
      { file: '/shop/pipelines/there.json' },
    ],
  ])('of %s', (_, options, own, expected) => {
    const place = placeOf(options, own)
    expect(place.file === undefined ? place : { file: resolve(place.file) }).toEqual(expected)
  })

  test('is not that of paths which the call names', () => {
    expect(placeOf({}, prod, ['orders.ts'])).toEqual({ without: 'paths' })
  })
})
