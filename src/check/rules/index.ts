import type { Rule } from '../engine/rule.ts'
import { codeCommentSemicolon } from './code/comment-semicolon.ts'
import { codeLoneSetting } from './code/lone-setting.ts'
import { codeMissing } from './code/missing.ts'
import { codeSize } from './code/size.ts'
import { codeStatementCount } from './code/statement-count.ts'
import { codeTaskSteps } from './code/task-steps.ts'
import { controlBodyBorder } from './control/body-border.ts'
import { controlBranchArm } from './control/branch-arm.ts'
import { controlBranchCondition } from './control/branch-condition.ts'
import { controlBranchCount } from './control/branch-count.ts'
import { controlConditionSyntax } from './control/condition-syntax.ts'
import { controlEmptyBody } from './control/empty-body.ts'
import { controlExclusiveArms } from './control/exclusive-arms.ts'
import { controlJoinArm } from './control/join-arm.ts'
import { controlJoinExpression } from './control/join-expression.ts'
import { controlLoopEndComment } from './control/loop-end-comment.ts'
import { controlLoopEnds } from './control/loop-ends.ts'
import { controlLoopList } from './control/loop-list.ts'
import { controlLoopMerge } from './control/loop-merge.ts'
import { controlLoopParallelism } from './control/loop-parallelism.ts'
import { controlLoopRounds } from './control/loop-rounds.ts'
import { controlLoopVariable } from './control/loop-variable.ts'
import { controlMissingArms } from './control/missing-arms.ts'
import { controlNestedLoop } from './control/nested-loop.ts'
import { controlNotCitable } from './control/not-citable.ts'
import { controlStructure } from './control/structure.ts'
import { documentBody } from './document/body.ts'
import { documentEdgeField } from './document/edge-field.ts'
import { documentMissingContent } from './document/missing-content.ts'
import { documentVersion } from './document/version.ts'
import { graphCrossCycleMix } from './graph/cross-cycle-mix.ts'
import { graphCycle } from './graph/cycle.ts'
import { graphDuplicateEntry } from './graph/duplicate-entry.ts'
import { graphEmptyWorkflow } from './graph/empty-workflow.ts'
import { graphInputMismatch } from './graph/input-mismatch.ts'
import { graphIsolatedNode } from './graph/isolated-node.ts'
import { graphNodeCount } from './graph/node-count.ts'
import { graphSelfDependency } from './graph/self-dependency.ts'
import { nameCharacters } from './name/characters.ts'
import { nameDuplicateId } from './name/duplicate-id.ts'
import { nameDuplicateNode } from './name/duplicate-node.ts'
import { nameDuplicateOutput } from './name/duplicate-output.ts'
import { nameDuplicateWorkflow } from './name/duplicate-workflow.ts'
import { nameFunction } from './name/function.ts'
import { nameLength } from './name/length.ts'
import { nameMissingPath } from './name/missing-path.ts'
import { namePathMismatch } from './name/path-mismatch.ts'
import { nameResource } from './name/resource.ts'
import { nodeCommandCode } from './node/command-code.ts'
import { nodeContentJson } from './node/content-json.ts'
import { nodeDatasource } from './node/datasource.ts'
import { nodeDatasourceTypes } from './node/datasource-types.ts'
import { nodeLanguage } from './node/language.ts'
import { nodeLegacyCommand } from './node/legacy-command.ts'
import { nodeMissingCommand } from './node/missing-command.ts'
import { nodeMissingPath } from './node/missing-path.ts'
import { nodeMissingScript } from './node/missing-script.ts'
import { nodeUnknownCommand } from './node/unknown-command.ts'
import { parameterComponent } from './parameter/component.ts'
import { parameterDuplicate } from './parameter/duplicate.ts'
import { parameterMisleading } from './parameter/misleading.ts'
import { parameterPositional } from './parameter/positional.ts'
import { parameterPyodpsName } from './parameter/pyodps-name.ts'
import { parameterShellName } from './parameter/shell-name.ts'
import { parameterSyntax } from './parameter/syntax.ts'
import { parameterUndeclared } from './parameter/undeclared.ts'
import { parameterUnknown } from './parameter/unknown.ts'
import { parameterUnknownWorkflow } from './parameter/unknown-workflow.ts'
import { parameterUnused } from './parameter/unused.ts'
import { projectCycle } from './project/cycle.ts'
import { projectDuplicateName } from './project/duplicate-name.ts'
import { projectDuplicateOutput } from './project/duplicate-output.ts'
import { projectDuplicatePath } from './project/duplicate-path.ts'
import { projectMisspeltName } from './project/misspelt-name.ts'
import { projectUnknownOutput } from './project/unknown-output.ts'
import { referenceEmptyOutput } from './reference/empty-output.ts'
import { referenceMissingTarget } from './reference/missing-target.ts'
import { referenceNoOutput } from './reference/no-output.ts'
import { referenceRoundedId } from './reference/rounded-id.ts'
import { referenceUnknownContainer } from './reference/unknown-container.ts'
import { referenceUnknownEntity } from './reference/unknown-entity.ts'
import { referenceUnknownNode } from './reference/unknown-node.ts'
import { referenceUnknownOutput } from './reference/unknown-output.ts'
import { scheduleCronAmbiguousStep } from './schedule/cron-ambiguous-step.ts'
import { scheduleCronLeapDay } from './schedule/cron-leap-day.ts'
import { scheduleCronNeverFires } from './schedule/cron-never-fires.ts'
import { scheduleCronShortInterval } from './schedule/cron-short-interval.ts'
import { scheduleCronSpacing } from './schedule/cron-spacing.ts'
import { scheduleCronSyntax } from './schedule/cron-syntax.ts'
import { scheduleCronUnevenStep } from './schedule/cron-uneven-step.ts'
import { scheduleCycleType } from './schedule/cycle-type.ts'
import { scheduleDateOrder } from './schedule/date-order.ts'
import { scheduleDateSyntax } from './schedule/date-syntax.ts'
import { scheduleDelayUnit } from './schedule/delay-unit.ts'
import { scheduleInnerTrigger } from './schedule/inner-trigger.ts'
import { scheduleMissingCron } from './schedule/missing-cron.ts'
import { scheduleMissingTrigger } from './schedule/missing-trigger.ts'
import { scheduleMissingType } from './schedule/missing-type.ts'
import { scheduleUnknownZone } from './schedule/unknown-zone.ts'
import { scheduleUnusedCron } from './schedule/unused-cron.ts'
import { scheduleZoneCase } from './schedule/zone-case.ts'
import { scheduleZoneFixedOffset } from './schedule/zone-fixed-offset.ts'
import { schemaDoubledField } from './schema/doubled-field.ts'
import { schemaEmptyText } from './schema/empty-text.ts'
import { schemaEnum } from './schema/enum.ts'
import { schemaMissingField } from './schema/missing-field.ts'
import { schemaRange } from './schema/range.ts'
import { schemaType } from './schema/type.ts'
import { schemaUnknownField } from './schema/unknown-field.ts'
import { schemaValue } from './schema/value.ts'
import { strategyConcurrency } from './strategy/concurrency.ts'
import { strategyDeniedRerun } from './strategy/denied-rerun.ts'
import { strategyPriorityConsole } from './strategy/priority-console.ts'
import { strategyRerunInterval } from './strategy/rerun-interval.ts'
import { strategyRerunUnit } from './strategy/rerun-unit.ts'
import { strategyTimeoutRange } from './strategy/timeout-range.ts'
import { strategyTimeoutUnit } from './strategy/timeout-unit.ts'
import { tableOrder } from './table/order.ts'
import { variableHubOutputs } from './variable/hub-outputs.ts'
import { variableIncomplete } from './variable/incomplete.ts'
import { variableSource } from './variable/source.ts'
import { variableUnbound } from './variable/unbound.ts'

/** The catalogue: every rule that looks at a document, one a file. */
export const rules: readonly Rule[] = [
  codeCommentSemicolon,
  codeLoneSetting,
  codeMissing,
  codeSize,
  codeStatementCount,
  codeTaskSteps,
  controlBodyBorder,
  controlBranchArm,
  controlBranchCondition,
  controlBranchCount,
  controlConditionSyntax,
  controlEmptyBody,
  controlExclusiveArms,
  controlJoinArm,
  controlJoinExpression,
  controlLoopEndComment,
  controlLoopEnds,
  controlLoopList,
  controlLoopMerge,
  controlLoopParallelism,
  controlLoopRounds,
  controlLoopVariable,
  controlMissingArms,
  controlNestedLoop,
  controlNotCitable,
  controlStructure,
  documentBody,
  documentEdgeField,
  documentMissingContent,
  documentVersion,
  graphCrossCycleMix,
  graphCycle,
  graphDuplicateEntry,
  graphEmptyWorkflow,
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
  nameResource,
  nameLength,
  nameMissingPath,
  namePathMismatch,
  nodeCommandCode,
  nodeContentJson,
  nodeDatasource,
  nodeDatasourceTypes,
  nodeLanguage,
  nodeLegacyCommand,
  nodeMissingCommand,
  nodeMissingPath,
  nodeMissingScript,
  nodeUnknownCommand,
  parameterComponent,
  parameterDuplicate,
  parameterMisleading,
  parameterPositional,
  parameterPyodpsName,
  parameterShellName,
  parameterSyntax,
  parameterUndeclared,
  parameterUnknown,
  parameterUnknownWorkflow,
  parameterUnused,
  projectCycle,
  projectDuplicateName,
  projectDuplicateOutput,
  projectDuplicatePath,
  projectMisspeltName,
  projectUnknownOutput,
  referenceEmptyOutput,
  referenceMissingTarget,
  referenceNoOutput,
  referenceRoundedId,
  referenceUnknownContainer,
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
  schemaDoubledField,
  schemaEmptyText,
  schemaEnum,
  schemaMissingField,
  schemaRange,
  schemaType,
  schemaUnknownField,
  schemaValue,
  strategyConcurrency,
  strategyDeniedRerun,
  strategyPriorityConsole,
  strategyRerunInterval,
  strategyRerunUnit,
  strategyTimeoutRange,
  strategyTimeoutUnit,
  tableOrder,
  variableHubOutputs,
  variableIncomplete,
  variableSource,
  variableUnbound,
]
