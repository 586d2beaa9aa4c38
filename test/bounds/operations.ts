import {
  checkProject,
  checkSpec,
  convertSpec,
  formatDiagnostics,
  fromSpec,
  isFlowSpecError,
  readSpec,
  writeJson,
} from 'flowspec'
import { graphOf, order, toDot, toMermaid, toSvg } from 'flowspec/graph'
import { toJsonReport, toSarif } from 'flowspec/rules'
import { formatInstances, simulate, timelineSvg } from 'flowspec/simulate'
import { deriveDependencies, lineage, lineageToMermaid, sqlRules, toOpenLineage } from 'flowspec/sql'
import { readYaml, writeYaml } from 'flowspec/yaml'

/** What is done with a document; that it cannot be done is an answer too, and has to come as quickly. */
export type Operation = (document: object) => unknown

function told(operation: Operation): Operation {
  return (document) => {
    try {
      return operation(document)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      return error
    }
  }
}

export const operations: Readonly<Record<string, Operation>> = {
  check: (document) => checkSpec(document),
  report: (document) => {
    const found = checkSpec(document)
    return [formatDiagnostics(found), JSON.stringify(toJsonReport(found)), JSON.stringify(toSarif(found))]
  },
  'check of a project': (document) => checkProject([document, structuredClone(document)], { identifier: 'retail' }),
  'read and write': told((document) => readSpec(writeJson(document))),
  'read and write YAML': told((document) => readYaml(writeYaml(document))),
  'convert to 2.0.0': told((document) => convertSpec(document, { version: '2.0.0' })),
  'convert back': told((document) => {
    const { documents } = convertSpec(document, { version: '2.0.0' })
    return convertSpec([...documents], { version: '1.1.0' })
  }),
  'build again': told((document) => fromSpec(document).build()),
  draw: told((document) => {
    const graph = graphOf(document)
    return [toMermaid(graph), toDot(graph)]
  }),
  order: told((document) => order(document)),
  'draw as SVG': told((document) => toSvg(document)),
  simulate: told((document) => {
    const fields: Record<string, unknown> = { ...document }
    const simulation = simulate(fields, { from: '2026-03-01', to: '2026-03-02' })
    return [formatInstances(simulation), timelineSvg(simulation)]
  }),
  'rules of tables': (document) => checkSpec(document, { custom: sqlRules() }),
  'lineage of tables': told((document) => {
    const tables = lineage(document)
    return [lineageToMermaid(tables), toOpenLineage(document, { producer: 'https://example.com/flowspec' })]
  }),
  'edges from SQL': told((document) => deriveDependencies(fromSpec(document))),
}
