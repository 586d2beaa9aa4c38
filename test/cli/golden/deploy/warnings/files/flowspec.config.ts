import { external, odpsSql, project, workflow } from 'flowspec'
import { defineConfig } from 'flowspec/config'

const nodes = ['a', 'b', 'c', 'd', 'e'].map((name) => odpsSql(name).code('select 1').after(external(`dw_project.${name}_raw`)))
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(...nodes)

export default defineConfig({
  project: project('dw_project').add(orders),
  environments: {
    dev: { projectId: 10000, region: 'cn-shanghai' },
    prod: { projectId: 20000, region: 'cn-shanghai' },
  },
})
