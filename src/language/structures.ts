import type { EntityName } from './generated/entity-name.ts'

/**
 * The control structures of the language, by the names that builders have for them.
 * Source: the node documentation, and the parsers of the reference implementation 2.0.0.
 */
export const structures = {
  branch: { name: 'branch', command: 'CONTROLLER_BRANCH', field: 'branch', entity: 'Branch' },
  join: { name: 'join', command: 'CONTROLLER_JOIN', field: 'join', entity: 'Join' },
  assignment: { name: 'assignment', command: 'CONTROLLER_ASSIGNMENT' },
  doWhile: {
    name: 'doWhile',
    command: 'CONTROLLER_CYCLE',
    field: 'do-while',
    entity: 'DoWhile',
    edges: 'flow',
    isLoop: true,
  },
  forEach: {
    name: 'forEach',
    command: 'CONTROLLER_TRAVERSE',
    field: 'for-each',
    entity: 'ForEach',
    edges: 'flow',
    isLoop: true,
  },
  combined: {
    name: 'combined',
    command: 'COMBINED_NODE',
    field: 'combined',
    entity: 'SubFlow',
    edges: 'dependencies',
  },
  paiFlow: { name: 'paiFlow', command: 'PAI_FLOW', field: 'paiflow', entity: 'PaiFlow', edges: 'flow' },
  subProcess: {
    name: 'subProcess',
    command: 'SUB_PROCESS',
    field: 'subflow',
    entity: 'SubFlow',
    edges: 'dependencies',
  },
  paramHub: { name: 'paramHub', command: 'PARAM_HUB', field: 'param-hub', entity: 'ParamHub' },
} as const

/** The name of a kind of control structure. */
export type StructureName = keyof typeof structures

/** A kind of control structure: the command of its node, and how the node says more. */
export interface ControlStructure {
  readonly name: StructureName
  /** Commands of the start and end nodes of a loop begin with it: see {@link loopEndCommand}. */
  readonly command: string
  /** The field of the node that tells of it; undefined for one that is told by its command alone. */
  readonly field?: string
  /** What stands in that field. */
  readonly entity?: EntityName
  /** Of one that holds nodes, the field where the dependencies between these are written; both are read. */
  readonly edges?: 'flow' | 'dependencies'
  /** Whether its nodes run in rounds, between a start node and an end node. */
  readonly isLoop?: boolean
}

/** All kinds of control structures. */
export function everyStructure(): readonly ControlStructure[] {
  return Object.values(structures)
}

/** The control structure of nodes with a command; undefined for the commands of plain nodes. */
export function structureOfCommand(command: string): ControlStructure | undefined {
  return everyStructure().find((structure) => structure.command === command)
}

/** The control structure that a field of a node holds, as the schema spells the field. */
export function structureInField(field: string): ControlStructure | undefined {
  return everyStructure().find((structure) => structure.field === field)
}

/** The kinds of loops. */
export type LoopName = 'doWhile' | 'forEach'

/** The command of the node at which the rounds of a loop start or end. */
export function loopEndCommand(loop: LoopName, end: 'START' | 'END'): string {
  return `${structures[loop].command}_${end}`
}

/** The entities in nodes that hold nodes themselves, in the order of the schema. */
export const bodyEntities: readonly EntityName[] = ['DoWhile', 'ForEach', 'SubFlow', 'PaiFlow']
