import { odpsSql, workflow } from 'flowspec'

const variable = { artifactType: 'Variable', scope: 'NodeContext', type: 'NodeOutput', node: { output: 'hubb' } }
const variables = ['region', 'zone'].map((name) => ({ ...variable, name, inputName: name }))
const report = odpsSql('report').code("select '${region}', '${zone}'").extra({ inputs: { variables } })

// A note before two warnings that say the same of one place.
export default workflow('returns').cron('00 02 00 * * ?').extra({ colour: 'red' }).nodes(report)
