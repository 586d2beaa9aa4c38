import { project, workflow } from 'flowspec'
import { type Config, defineConfig } from 'flowspec/config'
import { describe, expect, test } from 'vitest'

const shop = project('retail').add(workflow('orders').cron('00 02 00 * * ?'))
const prod = { projectId: '10000', region: 'cn-shanghai' }

/** What is given to `defineConfig`, and what its error says. */
const wrong: Readonly<Record<string, readonly [config: unknown, message: RegExp]>> = {
  nothing: [undefined, /config is undefined/],
  'no project': [{ environments: { prod } }, /config has no project/],
  'no environments': [{ project: shop }, /config has no environments/],
  'environments that name none': [{ project: shop, environments: {} }, /config\.environments names none/],
  'a project that is a number': [{ project: 5, environments: { prod } }, /config\.project is 5/],
  'a misspelt key': [{ project: shop, environment: { prod } }, /"environment".*Did you mean "environments"/],
  'a misspelt setting': [
    { project: shop, environments: { prod: { ...prod, datasource: {} } } },
    /config\.environments\.prod has a key "datasource".*"datasources"/,
  ],
  'an environment that is a text': [{ project: shop, environments: { prod: 'x' } }, /config\.environments\.prod is/],
  'a name with a slash': [{ project: shop, environments: { 'a/b': prod } }, /"a\/b"/],
  'no workspace': [{ project: shop, environments: { prod: { region: 'cn-shanghai' } } }, /prod has no projectId/],
  'a number that lost digits': [
    { project: shop, environments: { prod: { ...prod, projectId: 2 ** 60 } } },
    /prod\.projectId.*the id of a workspace/,
  ],
  'a workspace of number 0': [
    { project: shop, environments: { prod: { ...prod, projectId: 0 } } },
    /prod\.projectId is 0.*the id of a workspace/,
  ],
  // The service's numbers are of 64 bits with a sign.
  'a workspace of a number that the service has not': [
    { project: shop, environments: { prod: { ...prod, projectId: '9223372036854775808' } } },
    /prod\.projectId is a text.*the id of a workspace/,
  ],
  'a workspace below 0': [
    { project: shop, environments: { prod: { ...prod, projectId: -1n } } },
    /prod\.projectId is -1n?.*the id of a workspace/,
  ],
  'a suppression of a path that is none': [
    { project: shop, environments: { prod }, suppress: [{ rule: 'graph/cycle', reason: 'x', path: 'spec' }] },
    /config\.suppress\[0\]\.path is "spec".*JSON Pointer/,
  ],
  'neither region nor endpoint': [
    { project: shop, environments: { prod: { projectId: 1 } } },
    /prod has neither region nor endpoint/,
  ],
  'region and endpoint': [
    { project: shop, environments: { prod: { ...prod, endpoint: 'https://x.example' } } },
    /prod has both region and endpoint/,
  ],
  'a region that is none': [{ project: shop, environments: { prod: { ...prod, region: 'Shanghai' } } }, /"Shanghai"/],
  'plain http': [
    { project: shop, environments: { prod: { projectId: 1, endpoint: 'http://dataworks.example' } } },
    /must be https/,
  ],
  'a type of data source that no node has': [
    { project: shop, environments: { prod: { ...prod, datasources: { odsp: 'x' } } } },
    /prod\.datasources has a key "odsp".*Did you mean "odps"/,
  ],
  'a data source without a name': [
    { project: shop, environments: { prod: { ...prod, datasources: { odps: '' } } } },
    /prod\.datasources\.odps/,
  ],
  'paused as a text': [
    { project: shop, environments: { prod: { ...prod, paused: 'yes' } } },
    /prod\.paused.*true or false/,
  ],
  'suppressions that are no list': [
    { project: shop, environments: { prod }, suppress: { rule: 'graph/cycle', reason: 'x' } },
    /config\.suppress is .* a list/,
  ],
  'a suppression that is a text': [
    { project: shop, environments: { prod }, suppress: ['graph/cycle'] },
    /config\.suppress\[0\] is "graph\/cycle"/,
  ],
  'suppressions with a hole': [
    { project: shop, environments: { prod }, suppress: new Array(1) },
    /config\.suppress\[0\] is undefined/,
  ],
  'a suppression with a misspelt key': [
    { project: shop, environments: { prod }, suppress: [{ rule: 'graph/cycle', reason: 'x', nodes: 'ods' }] },
    /config\.suppress\[0\] has a key "nodes".*Did you mean "node"/,
  ],
  'a suppression without a reason': [
    { project: shop, environments: { prod }, suppress: [{ rule: 'graph/cycle', reason: ' ' }] },
    /config\.suppress\[0\]: .*without a reason/,
  ],
  'a suppression of a rule there is not': [
    { project: shop, environments: { prod }, suppress: [{ rule: 'graph/cycles', reason: 'x' }] },
    /config\.suppress\[0\]: "graph\/cycles".*Did you mean "graph\/cycle"/,
  ],
  'rules that are a list': [{ project: shop, environments: { prod }, rules: [] }, /config\.rules/],
}

describe('defineConfig', () => {
  for (const [what, [config, message]] of Object.entries(wrong)) {
    test(`refuses ${what}`, () => {
      expect(() => Reflect.apply(defineConfig, undefined, [config])).toThrow(TypeError)
      expect(() => Reflect.apply(defineConfig, undefined, [config])).toThrow(message)
    })
  }

  test.each([
    [{ projectId: 1, regoin: 'cn-shanghai' }, ['has a key "regoin", which nothing reads.']],
    [{ projectID: 1, region: 'cn-shanghai' }, ['has a key "projectID", which nothing reads.']],
    [
      { projectId: 1, regoin: 'cn-shanghai', endpoint: 'http://dataworks.example' },
      ['has a key "regoin", which nothing reads.', expect.stringContaining('must be https')],
    ],
  ])('tells %j without what is misspelt as missing too', (dev, said) => {
    const define = () => Reflect.apply(defineConfig, undefined, [{ project: shop, environments: { dev } }])
    const messages = said.map((text) => (typeof text === 'string' ? `config.environments.dev ${text}` : text))
    const faults = messages.map((message) => expect.objectContaining({ message }))
    expect(define).toThrow(expect.objectContaining({ faults }))
  })

  test('says nothing of an access key that stands in the wrong place', () => {
    const environments = { prod: { ...prod, credentials: 'LTAI-secret' } }
    const define = () => Reflect.apply(defineConfig, undefined, [{ project: shop, environments }])
    expect(define).toThrow(/credentials/)
    expect(define).not.toThrow(/LTAI/)
  })

  test('gives back what was written, which nobody changes afterwards', () => {
    const environments = { prod, dev: { ...prod, projectId: 10001n, paused: true } }
    const given: Config<'prod' | 'dev'> = { project: shop, environments, rules: { 'graph/empty-workflow': 'off' } }
    const config = defineConfig(given)
    environments.prod = { ...prod, region: 'cn-beijing' }
    expect(config).toEqual({ ...given, environments: { prod, dev: environments.dev } })
    expect(Object.isFrozen(config.environments.dev)).toBe(true)
  })
})
