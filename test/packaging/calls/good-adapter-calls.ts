import { defineConfig } from '../../../src/config/index.ts'
import { createClient, type DeployRecord } from '../../../src/dataworks/index.ts'
import { project, virtual, workflow } from '../../../src/index.ts'

const orders = workflow('w').cron('00 02 00 * * ?').nodes(virtual('v'))
const document = orders.build()

/** A client of a network that is not there, which thousands of calls need not wait for. */
export const offline = createClient({
  transport: { send: () => Promise.reject(new Error('offline')) },
  rateLimit: false,
  retry: { attempts: 1 },
})

const record: DeployRecord = { version: 1, projectId: '1', workflows: [], resources: [], functions: [] }

export const configuration = defineConfig({
  project: project('p').add(orders),
  environments: { prod: { projectId: '1', region: 'cn-shanghai' } },
})

/** Good arguments of what talks to the service, and of what stands in for it, as in `goodCalls`. */
export const ofAdapter: Readonly<Record<string, readonly unknown[]>> = {
  'flowspec/dataworks createClient': [
    { region: 'cn-shanghai', credentials: { accessKeyId: 'a', accessKeySecret: 'b' } },
  ],
  'flowspec/dataworks isDataWorksError': [new Error('x')],
  'flowspec/dataworks isTransportError': [new Error('x')],
  'flowspec/dataworks environmentCredentials': [{}],
  'flowspec/dataworks credentialsChain': [],
  'flowspec/dataworks profileCredentials': [{}],
  'flowspec/dataworks signRequest': [
    { method: 'POST', host: 'h', action: 'a', version: 'v', query: {}, body: '', date: new Date(0), nonce: 'n' },
    { accessKeyId: 'a', accessKeySecret: 'b' },
  ],
  'flowspec/dataworks deploy': [offline, document, { projectId: '1' }],
  'flowspec/dataworks plan': [offline, document, { projectId: '1' }],
  'flowspec/dataworks readRecord': ['no-such-record.json'],
  'flowspec/dataworks writeRecord': ['no-such-folder/record.json', record],
  'flowspec/dataworks readPlan': ['no-such-plan.json'],
  'flowspec/dataworks writePlan': [
    'no-such-folder/plan.json',
    { version: 1, projectId: '1', changes: [], ignored: [], seen: [] },
  ],
  'flowspec/dataworks toBusiness': [document, { identifier: 'p' }],
  'flowspec/dataworks submitBusiness': [offline, document, { projectId: '1' }],
  'flowspec/dataworks deployFiles': [offline, { projectId: '1', fileIds: ['2'] }],
  'flowspec/dataworks publish': [offline, { projectId: '1', workflowIds: ['2'] }],
  'flowspec/dataworks unpublish': [offline, { projectId: '1', workflowIds: ['2'] }],
  'flowspec/dataworks runOnce': [offline, { projectId: '1', workflowId: '2' }],
  'flowspec/dataworks backfill': [offline, { projectId: '1', workflowId: '2', from: '2026-01-01' }],
  'flowspec/dataworks statusOf': [offline, { instanceIds: ['3'] }],
  'flowspec/dataworks eachDocument': [offline, { projectId: '1' }],
  'flowspec/dataworks readWorkspace': [offline, { projectId: '1' }],
  'flowspec/dataworks pinIds': [document, { projectId: '1' }],
  'flowspec/dataworks submit': [offline, document, { projectId: '1' }],
  'flowspec/dataworks clientTransport': [{ callApi: () => Promise.reject(new Error('offline')) }, {}],
  'flowspec/dataworks regionEndpoint': ['cn-shanghai'],
  'flowspec/dataworks fetchTransport': [{ endpoint: 'localhost' }],
  'flowspec/config defineConfig': [configuration],
  'flowspec/config openEnvironment': [configuration, 'prod', { client: offline }],
  'flowspec/testing/vitest client': [
    { emulator: { url: 'http://127.0.0.1:1', credentials: { accessKeyId: 'a', accessKeySecret: 'b' } } },
    () => Promise.resolve(),
  ],
  'flowspec/testing/vitest emulator': [{}, () => Promise.resolve()],
  'flowspec/testing/vitest toBeValidFlowSpec': [document],
  'flowspec/testing/vitest toDeployCleanly': [document, { outputs: [] }],
  'flowspec/testing/vitest toRunAt': [orders, '2026-03-01 00:02:00'],
  'flowspec/testing startEmulator': [{}],
  'flowspec/command runCommand': [['--version'], { write: () => undefined }],
}
