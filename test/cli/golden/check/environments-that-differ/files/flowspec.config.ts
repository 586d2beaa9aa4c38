import { odpsSql, project, workflow } from 'flowspec'
import { defineConfig } from 'flowspec/config'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))

export default defineConfig({
  project: project('dw_project')
    .environments({ dev: {}, prod: {} })
    .add(() => orders),
  environments: {
    prod: { projectId: 10000, region: 'cn-shanghai' },
    staging: { projectId: 20000, region: 'cn-shanghai' },
    dve: { projectId: 30000, region: 'cn-shanghai' },
  },
})
