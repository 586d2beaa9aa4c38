import { createClient, fetchTransport, regionEndpoint } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { parseEndpoint } from '../../src/dataworks/transport/endpoint.ts'
import { nearRegion } from '../../src/dataworks/transport/regions.ts'
import { key } from './support/key.ts'

describe('an endpoint', () => {
  test.each([
    ['dataworks.cn-shanghai.aliyuncs.com', 'https://dataworks.cn-shanghai.aliyuncs.com/'],
    ['https://dataworks-vpc.cn-shanghai.aliyuncs.com', 'https://dataworks-vpc.cn-shanghai.aliyuncs.com/'],
    ['proxy.example:8443', 'https://proxy.example:8443/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://127.1.2.3', 'http://127.1.2.3/'],
    ['http://localhost:1', 'http://localhost:1/'],
    ['http://[::1]:1', 'http://[::1]:1/'],
    ['https://dataworks.cn-shanghai.aliyuncs.com/', 'https://dataworks.cn-shanghai.aliyuncs.com/'],
  ])('%s is %s', (endpoint, url) => {
    expect(parseEndpoint(endpoint).href).toBe(url)
  })

  test.each([
    ['http://dataworks.cn-shanghai.aliyuncs.com', /must be https/],
    ['http://127.0.0.1.example.com', /must be https/],
    ['http://localhost.example.com', /must be https/],
    ['http://128.0.0.1', /must be https/],
    ['http://[::2]', /must be https/],
    ['http://0.0.0.0:80', /must be https/],
    ['ftp://127.0.0.1', /must be an https address, not ftp/],
    ['https://host/path', /without path or query/],
    ['https://host/?a=b', /without path or query/],
    ['https://host/#a', /without path or query/],
    ['', /is not a host name/],
    ['a b', /is not a host name/],
    ['https://', /is not a host name/],
  ])('%j is refused', (endpoint, message) => {
    expect(() => fetchTransport({ endpoint })).toThrow(TypeError)
    expect(() => fetchTransport({ endpoint })).toThrow(message)
  })

  test.each(['https://host/?token=hunter22', 'https://host#hunter22', 'ho st?hunter22'])(
    'with a query is refused without showing it: %s',
    (endpoint) => {
      expect(() => fetchTransport({ endpoint })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hunter22') }),
      )
    },
  )

  test('with a password is refused without showing it', () => {
    expect(() => fetchTransport({ endpoint: 'https://user:hunter22@host' })).toThrow(/"host" must not hold a user name/)
    expect(() => fetchTransport({ endpoint: 'https://hunter22@host' })).toThrow(/"host" must not hold a user name/)
    expect(() => fetchTransport({ endpoint: 'https://user:hunter22@ho st' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter22') }),
    )
  })
})

describe('a region', () => {
  test.each([
    ['cn-shanghai', 'dataworks.cn-shanghai.aliyuncs.com'],
    ['ap-southeast-7', 'dataworks.ap-southeast-7.aliyuncs.com'],
    ['cn-north-2-gov-1', 'dataworks.cn-north-2-gov-1.aliyuncs.com'],
    ['cn-qingdao', 'dataworks.aliyuncs.com'],
    ['ap-south-1', 'dataworks.aliyuncs.com'],
    ['xx-future-9', 'dataworks.xx-future-9.aliyuncs.com'],
  ])('%s is served at %s', (region, host) => {
    expect(regionEndpoint(region)).toBe(host)
  })

  test.each([
    '',
    'shanghai',
    'CN-SHANGHAI',
    'cn-',
    'cn-x.evil.example',
    'cn-x/y',
    'cn-x\n',
    '-cn',
    `cn-${'x'.repeat(70)}`,
  ])('%j is refused', (region) => {
    expect(() => regionEndpoint(region)).toThrow(/is not a region id/)
  })
})

describe('the options of a client', () => {
  test.each([
    ['no address', {}, /region or endpoint, exactly one/],
    ['two addresses', { region: 'cn-shanghai', endpoint: 'host' }, /region or endpoint, exactly one/],
    ['a timeout of nothing', { region: 'cn-shanghai', timeout: 0 }, /timeout must be a whole number of milliseconds/],
    ['half a millisecond', { region: 'cn-shanghai', timeout: 0.5 }, /timeout must be/],
    ['no attempt', { region: 'cn-shanghai', retry: { attempts: 0 } }, /retry.attempts must be/],
    ['a negative delay', { region: 'cn-shanghai', retry: { baseDelay: -1 } }, /retry.baseDelay must be/],
    [
      'a timeout beside a transport',
      { transport: { send: async () => ({ status: 200, headers: {}, body: '' }) }, timeout: 5 },
      /timeout would do nothing beside a transport/,
    ],
    [
      'a region and credentials beside a transport',
      {
        transport: { send: async () => ({ status: 200, headers: {}, body: '' }) },
        region: 'cn-shanghai',
        credentials: key,
      },
      /region, credentials would do nothing beside a transport/,
    ],
  ])('with %s are refused', (_, options, message) => {
    // @ts-expect-error: these options are for callers without types
    expect(() => createClient(options)).toThrow(message)
  })
})

describe('a region that may be misspelt', () => {
  test.each([
    ['cn-shangai', 'cn-shanghai'],
    ['cn-hangzhuo', 'cn-hangzhou'],
    ['cn-hong-kong', 'cn-hongkong'],
    ['ap-southest-1', 'ap-southeast-1'],
    ['cn-shanghai', undefined],
    ['ap-south-1', undefined],
    ['ap-southeast-9', undefined],
    ['cn-shanghai-finance-2', undefined],
    ['sa-east-1', undefined],
    ['na-south-1', undefined],
  ])('%s may be meant as %s', (region, near) => {
    expect(nearRegion(region)).toBe(near)
  })

  test.each([
    ['cn-shangai', 'ENOTFOUND', 'There is no host for region "cn-shangai". Did you mean "cn-shanghai"?'],
    ['sa-east-1', 'ENOTFOUND', 'Check region, endpoint and network.'],
    ['cn-shangai', 'ECONNREFUSED', 'Check region, endpoint and network.'],
  ])('%s, of which the network says %s, is told with a way out', async (region, code, hint) => {
    const fetch = () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } }))
    const client = createClient({ region, credentials: key, fetch, retry: { attempts: 1 } })
    await expect(client.getProject({ id: 10000 })).rejects.toMatchObject({ code, hint })
  })
})
