import { describeEntity } from '../describe-entity.ts'
import type { Rule } from '../rule.ts'
import { shapeRule } from '../shape-rule.ts'

/** An entity lacks a field it must have. */
export const schemaMissingField: Rule = shapeRule(
  {
    name: 'schema/missing-field',
    severity: 'error',
    summary: 'An entity lacks a field it must have.',
    evidence: 'Required fields of the official schema and of the reference parser.',
  },
  ['required'],
  ({ entity, error }) => ({
    message: `${String(error.params['missingProperty'])} is missing; ${describeEntity(entity)} must have it.`,
  }),
)
