import { specNotParsed, unknownLabel } from '../errors/error-catalogue.ts'
import { type JsonObject, readField } from '../json/json-object.ts'

/** Names of the enumerations, as the service's messages give them. */
export type Enumeration =
  | 'ArtifactType'
  | 'DependencyType'
  | 'FailureStrategy'
  | 'NodeInstanceModeType'
  | 'NodeRecurrenceType'
  | 'NodeRerunModeType'
  | 'SourceType'
  | 'TriggerType'

/** Labels of the enumerations of FlowSpec; they are matched whatever their case. */
const enumerations: Readonly<Record<Enumeration, readonly string[]>> = {
  ArtifactType: ['NodeOutput', 'Output', 'Table', 'Variable', 'File'],
  DependencyType: ['Normal', 'CrossCycleDependsOnSelf', 'CrossCycleDependsOnChildren', 'CrossCycleDependsOnOtherNode'],
  FailureStrategy: ['Break', 'Continue'],
  NodeInstanceModeType: ['T+1', 'Immediately'],
  NodeRecurrenceType: ['Normal', 'Skip', 'Pause', 'NoneAuto'],
  NodeRerunModeType: ['Allowed', 'Denied', 'FailureAllowed'],
  SourceType: ['System', 'Manual', 'CodeParse'],
  TriggerType: ['Scheduler', 'Manual', 'Streaming', 'None', 'Custom'],
}

/** Refuses a field that is there and holds none of the labels of its enumeration. */
export function checkLabel(
  object: JsonObject | undefined,
  field: string,
  enumeration: Enumeration,
  path: string,
): void {
  const value = readField(object, field)
  if (value === undefined) return
  if (typeof value !== 'string') throw specNotParsed(`${field} is not a string`, `${path}.${field}`)
  const labels = enumerations[enumeration]
  if (!labels.some((label) => label.toLowerCase() === value.toLowerCase())) {
    throw unknownLabel(enumeration, value, `${path}.${field}`)
  }
}
