import type { Fault } from '../support/fixture.ts'
import { bodyFaults } from './body-faults.ts'
import { codeFaults } from './code-faults.ts'
import { contentFaults } from './content-faults.ts'
import { controlFaults } from './control-faults.ts'
import { decisionFaults } from './decision-faults.ts'
import { flowFaults } from './flow-faults.ts'
import { missingFaults } from './missing-faults.ts'
import { nameFaults } from './name-faults.ts'
import { nodeFaults } from './node-faults.ts'
import { parameterFaults } from './parameter-faults.ts'
import { parameterUseFaults } from './parameter-use-faults.ts'
import { referenceFaults } from './reference-faults.ts'
import { scheduleFaults } from './schedule-faults.ts'
import { schemaFaults } from './schema-faults.ts'
import { tableFaults } from './table-faults.ts'
import { timeFaults } from './time-faults.ts'

export { projectFaults } from './project-faults.ts'

/** Every single fault of one document, by what it is about: what is wrong, the edit, the rule and the path it is told at. */
export const faultsByArea: readonly (readonly [area: string, faults: readonly Fault[]])[] = [
  ['schema', schemaFaults],
  ['names', nameFaults],
  ['references', referenceFaults],
  ['schedule and strategy', scheduleFaults],
  ['control structures', controlFaults],
  ['bodies of loops', bodyFaults],
  ['conditions, arms and loops', decisionFaults],
  ['missing parts', missingFaults],
  ['tables', tableFaults],
  ['parameters', parameterFaults],
  ['kinds of nodes', nodeFaults],
  ['how nodes belong together', flowFaults],
  ['units, triggers and values of parameters', timeFaults],
  ['code', codeFaults],
  ['missing contents', contentFaults],
  ['code and parameters', parameterUseFaults],
]
