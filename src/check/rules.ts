import type { Rule } from './rule.ts'
import { controlBranchArm } from './rules/control-branch-arm.ts'
import { controlJoinArm } from './rules/control-join-arm.ts'
import { controlJoinExpression } from './rules/control-join-expression.ts'
import { controlStructure } from './rules/control-structure.ts'
import { graphCrossCycleMix } from './rules/graph-cross-cycle-mix.ts'
import { graphCycle } from './rules/graph-cycle.ts'
import { graphSelfDependency } from './rules/graph-self-dependency.ts'
import { nameCharacters } from './rules/name-characters.ts'
import { nameDuplicateId } from './rules/name-duplicate-id.ts'
import { nameDuplicateNode } from './rules/name-duplicate-node.ts'
import { nameDuplicateOutput } from './rules/name-duplicate-output.ts'
import { nameDuplicateWorkflow } from './rules/name-duplicate-workflow.ts'
import { nameLength } from './rules/name-length.ts'
import { nameMissingPath } from './rules/name-missing-path.ts'
import { namePathMismatch } from './rules/name-path-mismatch.ts'
import { nodeMissingCommand } from './rules/node-missing-command.ts'
import { nodeMissingScript } from './rules/node-missing-script.ts'
import { parameterUndeclared } from './rules/parameter-undeclared.ts'
import { referenceMissingTarget } from './rules/reference-missing-target.ts'
import { referenceUnknownEntity } from './rules/reference-unknown-entity.ts'
import { referenceUnknownNode } from './rules/reference-unknown-node.ts'
import { referenceUnknownOutput } from './rules/reference-unknown-output.ts'
import { scheduleCronAmbiguousStep } from './rules/schedule-cron-ambiguous-step.ts'
import { scheduleCronLeapDay } from './rules/schedule-cron-leap-day.ts'
import { scheduleCronNeverFires } from './rules/schedule-cron-never-fires.ts'
import { scheduleCronShortInterval } from './rules/schedule-cron-short-interval.ts'
import { scheduleCronSpacing } from './rules/schedule-cron-spacing.ts'
import { scheduleCronSyntax } from './rules/schedule-cron-syntax.ts'
import { scheduleCronUnevenStep } from './rules/schedule-cron-uneven-step.ts'
import { scheduleDateOrder } from './rules/schedule-date-order.ts'
import { scheduleDateSyntax } from './rules/schedule-date-syntax.ts'
import { scheduleMissingCron } from './rules/schedule-missing-cron.ts'
import { scheduleMissingTrigger } from './rules/schedule-missing-trigger.ts'
import { scheduleUnknownZone } from './rules/schedule-unknown-zone.ts'
import { scheduleUnusedCron } from './rules/schedule-unused-cron.ts'
import { scheduleZoneCase } from './rules/schedule-zone-case.ts'
import { scheduleZoneFixedOffset } from './rules/schedule-zone-fixed-offset.ts'
import { schemaEnum } from './rules/schema-enum.ts'
import { schemaMissingField } from './rules/schema-missing-field.ts'
import { schemaRange } from './rules/schema-range.ts'
import { schemaType } from './rules/schema-type.ts'
import { schemaUnknownField } from './rules/schema-unknown-field.ts'
import { schemaValue } from './rules/schema-value.ts'
import { strategyDeniedRerun } from './rules/strategy-denied-rerun.ts'
import { strategyPriorityConsole } from './rules/strategy-priority-console.ts'
import { strategyTimeoutUnit } from './rules/strategy-timeout-unit.ts'
import { tableOrder } from './rules/table-order.ts'

/** The catalogue: every rule that looks at a document, one a file. */
export const rules: readonly Rule[] = [
  controlBranchArm,
  controlJoinArm,
  controlJoinExpression,
  controlStructure,
  graphCrossCycleMix,
  graphCycle,
  graphSelfDependency,
  nameCharacters,
  nameDuplicateId,
  nameDuplicateNode,
  nameDuplicateOutput,
  nameDuplicateWorkflow,
  nameLength,
  nameMissingPath,
  namePathMismatch,
  nodeMissingCommand,
  nodeMissingScript,
  parameterUndeclared,
  referenceMissingTarget,
  referenceUnknownEntity,
  referenceUnknownNode,
  referenceUnknownOutput,
  scheduleCronAmbiguousStep,
  scheduleCronLeapDay,
  scheduleCronNeverFires,
  scheduleCronShortInterval,
  scheduleCronSpacing,
  scheduleCronSyntax,
  scheduleCronUnevenStep,
  scheduleDateOrder,
  scheduleDateSyntax,
  scheduleMissingCron,
  scheduleMissingTrigger,
  scheduleUnknownZone,
  scheduleUnusedCron,
  scheduleZoneCase,
  scheduleZoneFixedOffset,
  schemaEnum,
  schemaMissingField,
  schemaRange,
  schemaType,
  schemaUnknownField,
  schemaValue,
  strategyDeniedRerun,
  strategyPriorityConsole,
  strategyTimeoutUnit,
  tableOrder,
]
