import type { Pass } from '../support/fixture.ts'
import { bodyPasses } from './body-passes.ts'
import { codePasses } from './code-passes.ts'
import { contentPasses } from './content-passes.ts'
import { controlPasses } from './control-passes.ts'
import { decisionPasses } from './decision-passes.ts'
import { flowPasses } from './flow-passes.ts'
import { meaningPasses } from './meaning-passes.ts'
import { missingPasses } from './missing-passes.ts'
import { nodePasses } from './node-passes.ts'
import { parameterPasses } from './parameter-passes.ts'
import { parameterUsePasses } from './parameter-use-passes.ts'
import { shapePasses } from './shape-passes.ts'
import { tablePasses } from './table-passes.ts'
import { timePasses } from './time-passes.ts'

export { projectPasses } from './project-passes.ts'

/** What each rule must stay silent about, in one document. */
export const passes: readonly Pass[] = [
  ...shapePasses,
  ...meaningPasses,
  ...controlPasses,
  ...bodyPasses,
  ...decisionPasses,
  ...missingPasses,
  ...tablePasses,
  ...parameterPasses,
  ...nodePasses,
  ...flowPasses,
  ...timePasses,
  ...parameterUsePasses,
  ...codePasses,
  ...contentPasses,
]
