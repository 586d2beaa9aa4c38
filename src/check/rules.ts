import type { Rule } from './rule.ts'
import { controlBodyBorder } from './rules/control-body-border.ts'
import { controlBranchArm } from './rules/control-branch-arm.ts'
import { controlBranchCondition } from './rules/control-branch-condition.ts'
import { controlJoinArm } from './rules/control-join-arm.ts'
import { controlJoinExpression } from './rules/control-join-expression.ts'
import { controlLoopEnds } from './rules/control-loop-ends.ts'
import { controlLoopList } from './rules/control-loop-list.ts'
import { controlLoopRounds } from './rules/control-loop-rounds.ts'
import { controlNotCitable } from './rules/control-not-citable.ts'
import { controlStructure } from './rules/control-structure.ts'
import { documentVersion } from './rules/document-version.ts'
import { graphCrossCycleMix } from './rules/graph-cross-cycle-mix.ts'
import { graphCycle } from './rules/graph-cycle.ts'
import { graphInputMismatch } from './rules/graph-input-mismatch.ts'
import { graphIsolatedNode } from './rules/graph-isolated-node.ts'
import { graphNodeCount } from './rules/graph-node-count.ts'
import { graphSelfDependency } from './rules/graph-self-dependency.ts'
import { nameCharacters } from './rules/name-characters.ts'
import { nameDuplicateId } from './rules/name-duplicate-id.ts'
import { nameDuplicateNode } from './rules/name-duplicate-node.ts'
import { nameDuplicateOutput } from './rules/name-duplicate-output.ts'
import { nameDuplicateWorkflow } from './rules/name-duplicate-workflow.ts'
import { nameFunction } from './rules/name-function.ts'
import { nameLength } from './rules/name-length.ts'
import { nameMissingPath } from './rules/name-missing-path.ts'
import { namePathMismatch } from './rules/name-path-mismatch.ts'
import { nodeCommandCode } from './rules/node-command-code.ts'
import { nodeContentJson } from './rules/node-content-json.ts'
import { nodeDatasource } from './rules/node-datasource.ts'
import { nodeLanguage } from './rules/node-language.ts'
import { nodeLegacyCommand } from './rules/node-legacy-command.ts'
import { nodeMissingCommand } from './rules/node-missing-command.ts'
import { nodeMissingScript } from './rules/node-missing-script.ts'
import { nodeUnknownCommand } from './rules/node-unknown-command.ts'
import { parameterComponent } from './rules/parameter-component.ts'
import { parameterDuplicate } from './rules/parameter-duplicate.ts'
import { parameterMisleading } from './rules/parameter-misleading.ts'
import { parameterPositional } from './rules/parameter-positional.ts'
import { parameterSyntax } from './rules/parameter-syntax.ts'
import { parameterUndeclared } from './rules/parameter-undeclared.ts'
import { parameterUnused } from './rules/parameter-unused.ts'
import { projectCycle } from './rules/project-cycle.ts'
import { projectDuplicateName } from './rules/project-duplicate-name.ts'
import { projectDuplicateOutput } from './rules/project-duplicate-output.ts'
import { projectDuplicatePath } from './rules/project-duplicate-path.ts'
import { projectUnknownOutput } from './rules/project-unknown-output.ts'
import { referenceEmptyOutput } from './rules/reference-empty-output.ts'
import { referenceMissingTarget } from './rules/reference-missing-target.ts'
import { referenceRoundedId } from './rules/reference-rounded-id.ts'
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
import { scheduleCycleType } from './rules/schedule-cycle-type.ts'
import { scheduleDateOrder } from './rules/schedule-date-order.ts'
import { scheduleDateSyntax } from './rules/schedule-date-syntax.ts'
import { scheduleDelayUnit } from './rules/schedule-delay-unit.ts'
import { scheduleInnerTrigger } from './rules/schedule-inner-trigger.ts'
import { scheduleMissingCron } from './rules/schedule-missing-cron.ts'
import { scheduleMissingTrigger } from './rules/schedule-missing-trigger.ts'
import { scheduleMissingType } from './rules/schedule-missing-type.ts'
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
import { strategyConcurrency } from './rules/strategy-concurrency.ts'
import { strategyDeniedRerun } from './rules/strategy-denied-rerun.ts'
import { strategyPriorityConsole } from './rules/strategy-priority-console.ts'
import { strategyRerunUnit } from './rules/strategy-rerun-unit.ts'
import { strategyTimeoutRange } from './rules/strategy-timeout-range.ts'
import { strategyTimeoutUnit } from './rules/strategy-timeout-unit.ts'
import { tableOrder } from './rules/table-order.ts'
import { variableHubOutputs } from './rules/variable-hub-outputs.ts'
import { variableSource } from './rules/variable-source.ts'
import { variableUnbound } from './rules/variable-unbound.ts'

/** The catalogue: every rule that looks at a document, one a file. */
export const rules: readonly Rule[] = [
  controlBodyBorder,
  controlBranchArm,
  controlBranchCondition,
  controlJoinArm,
  controlJoinExpression,
  controlLoopEnds,
  controlLoopList,
  controlLoopRounds,
  controlNotCitable,
  controlStructure,
  documentVersion,
  graphCrossCycleMix,
  graphCycle,
  graphInputMismatch,
  graphIsolatedNode,
  graphNodeCount,
  graphSelfDependency,
  nameCharacters,
  nameDuplicateId,
  nameDuplicateNode,
  nameDuplicateOutput,
  nameDuplicateWorkflow,
  nameFunction,
  nameLength,
  nameMissingPath,
  namePathMismatch,
  nodeCommandCode,
  nodeContentJson,
  nodeDatasource,
  nodeLanguage,
  nodeLegacyCommand,
  nodeMissingCommand,
  nodeMissingScript,
  nodeUnknownCommand,
  parameterComponent,
  parameterDuplicate,
  parameterMisleading,
  parameterPositional,
  parameterSyntax,
  parameterUndeclared,
  parameterUnused,
  projectCycle,
  projectDuplicateName,
  projectDuplicateOutput,
  projectDuplicatePath,
  projectUnknownOutput,
  referenceEmptyOutput,
  referenceMissingTarget,
  referenceRoundedId,
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
  scheduleCycleType,
  scheduleDateOrder,
  scheduleDateSyntax,
  scheduleDelayUnit,
  scheduleInnerTrigger,
  scheduleMissingCron,
  scheduleMissingTrigger,
  scheduleMissingType,
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
  strategyConcurrency,
  strategyDeniedRerun,
  strategyPriorityConsole,
  strategyRerunUnit,
  strategyTimeoutRange,
  strategyTimeoutUnit,
  tableOrder,
  variableHubOutputs,
  variableSource,
  variableUnbound,
]
