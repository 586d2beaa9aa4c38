import { odpsSql, project, workflow } from 'flowspec'
import { defineConfig } from 'flowspec/config'
import { owned } from './rules/owned.ts'

const daily = (name: string) => workflow(name).cron('00 02 00 * * ?').nodes(odpsSql(`ods_${name}`).code('select 1'))

export default defineConfig({
  project: project('retail').add(daily('orders'), daily('returns')),
  environments: { dev: { projectId: 10000, region: 'cn-shanghai' } },
  custom: [owned],
})
