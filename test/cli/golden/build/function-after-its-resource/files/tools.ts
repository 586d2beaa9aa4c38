import { fileResource, project, udf } from 'flowspec'

const jar = fileResource('text-tools.jar')
const clean = udf('clean_text').className('com.example.text.Clean').resources(jar)

export default project('retail').defaults({ owner: '1107550004253538', datasource: 'odps_first' }).add(jar, clean)
