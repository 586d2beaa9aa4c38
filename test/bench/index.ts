import { execFileSync } from 'node:child_process'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { benchBuild, benchGrowth } from './build-bench.ts'
import { benchCold } from './cold-bench.ts'
import { benchCommand } from './command-bench.ts'
import { benchDeploys } from './deploy-bench.ts'
import { type Figure, formatFigure, isOver } from './figure.ts'
import { benchPage } from './page-bench.ts'
import { benchPictures } from './picture-bench.ts'
import { describeRules } from './rule-bench.ts'
import { benchPreviews, benchTexts } from './schedule-bench.ts'
import { benchSize } from './size-bench.ts'
import { benchSql } from './sql-bench.ts'
import { benchTypes } from './types-bench.ts'

execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build/build.ts'], { cwd: projectFolder, stdio: 'inherit' })
const figures: Figure[] = []
for (const bench of [
  benchCold,
  benchCommand,
  benchBuild,
  benchGrowth,
  benchPreviews,
  benchTexts,
  benchSql,
  benchPictures,
  benchDeploys,
  benchPage,
  benchTypes,
  benchSize,
]) {
  for (const figure of await bench()) {
    figures.push(figure)
    process.stdout.write(formatFigure(figure))
  }
}
process.stdout.write(describeRules())
if (figures.some(isOver)) process.exitCode = 1
