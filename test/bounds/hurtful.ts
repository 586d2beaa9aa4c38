import { checkProject, checkSpec, convertSpec, formatDiagnostics, isFlowSpecError } from 'flowspec'
import { toDot, toMermaid } from 'flowspec/graph'
import { toJsonReport, toSarif } from 'flowspec/rules'
import { parseCron, parseParameter } from 'flowspec/schedule'
import { bundle, node, times, upstream } from './parts.ts'
import { shapes } from './shapes.ts'

/** Runs in a process with little memory, which the answers must not take: see `hurtful.test.ts`. */
const inputs: Readonly<Record<string, () => unknown>> = {
  '26,000 unknown references': () => checkSpec(shapes['unknown references']?.(26_000)).length,
  '26,000 unknown resource groups': () => checkSpec(shapes['unknown resource groups']?.(26_000)).length,
  'a script of 2,000 parameters in 2,000 nodes': () => {
    const parameters = times(2000, (at) => ({ artifactType: 'Variable', name: `p${at}`, scope: 'NodeParameter' }))
    const scripts = [{ id: 's', path: 'retail/s', parameters }]
    const nodes = times(2000, (at) => ({ id: `n${at}`, name: `n${at}`, script: '{{s}}' }))
    try {
      return convertSpec({ kind: 'Node', version: '1.1.0', spec: { scripts, nodes } }, { version: '2.0.0' })
    } catch (error) {
      return isFlowSpecError(error) ? error.diagnostics[0]?.rule : String(error)
    }
  },
  'a script of a megabyte in 2,000 nodes': () => {
    const scripts = [{ id: 's', path: 'retail/s', content: 'x'.repeat(1_000_000) }]
    const nodes = times(2000, (at) => ({ id: `n${at}`, name: `n${at}`, script: '{{s}}' }))
    try {
      return convertSpec({ kind: 'Node', version: '1.1.0', spec: { scripts, nodes } }, { version: '2.0.0' })
    } catch (error) {
      return isFlowSpecError(error) ? error.diagnostics[0]?.rule : String(error)
    }
  },
  '16,000 loops in loops, drawn': () => {
    const document = shapes['loops in loops']?.(16_000) ?? {}
    return Math.ceil((toMermaid(document).length + toDot(document).length) / 10_000_000)
  },
  'a name of 100,000 characters and 10,000 unknown nodes': () => {
    const long = 'x'.repeat(100_000)
    const depends = times(10_000, (at) => upstream(`u${at}`))
    const found = checkSpec(bundle([node(0, { id: long, name: long })], [{ nodeId: long, depends }]))
    const texts = [formatDiagnostics(found), JSON.stringify(toJsonReport(found)), JSON.stringify(toSarif(found))]
    return texts.every((text) => text.length < 40_000_000)
  },
  '30,000 fields that nobody knows': () => {
    const found = checkSpec(shapes['unknown fields of the document']?.(30_000))
    return [found.length, found.find(({ rule }) => rule === 'document/more-faults')?.severity].join(' ')
  },
  '950,000 nodes that are numbers': () => {
    const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: { nodes: times(950_000, () => 5) } }
    const found = [...checkSpec(document), ...checkProject([document], { identifier: 'retail' })]
    return found.filter(({ message }) => message === '949000 more items of nodes are not what it takes.').length
  },
  '520 parameters and crons of a megabyte': () => {
    for (let at = 0; at < 520; at++) {
      parseParameter(`$[${at}${'y'.repeat(1_000_000)}`)
      parseCron(`${at}${'0'.repeat(1_000_000)} * * * * ?`)
    }
    return 'read'
  },
}

const answers = Object.entries(inputs).map(([name, run]) => [name, run()])
process.stdout.write(JSON.stringify(Object.fromEntries(answers)))
