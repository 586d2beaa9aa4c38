import { odpsSql, workflow } from 'flowspec'
import { defineConfig } from 'flowspec/config'
import { profileCredentials } from 'flowspec/dataworks'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))

export default defineConfig({
  project: orders,
  environments: {
    prod: {
      projectId: 10000,
      identifier: 'dw_project',
      region: 'cn-shanghai',
      credentials: profileCredentials({ profile: 'prod', file: 'there-is-no-such-file.json' }),
    },
  },
})
