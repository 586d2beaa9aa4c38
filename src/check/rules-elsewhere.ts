import type { RuleDescription } from './rule.ts'

/** The rules that are not looked for in a finished document, but raised where it is read, indexed or built. */
export const rulesElsewhere: readonly RuleDescription[] = [
  {
    name: 'code/file-unreadable',
    severity: 'error',
    summary: 'A code file of a node cannot be read.',
    evidence: 'A node without its code would be deployed empty.',
  },
  {
    name: 'document/cyclic',
    severity: 'error',
    summary: 'A document contains itself.',
    evidence: 'JSON cannot hold it.',
  },
  {
    name: 'document/not-json',
    severity: 'error',
    summary: 'A document, or a field added to one, is not what JSON can hold.',
    evidence: 'A FlowSpec document is a JSON object.',
  },
  {
    name: 'document/one-workflow',
    severity: 'error',
    summary: 'A document to be submitted does not hold exactly one workflow, or has nodes outside of it.',
    evidence:
      'ImportWorkflowDefinition takes the first workflow with its nodes and leaves the rest out without a word.',
  },
  {
    name: 'document/syntax',
    severity: 'error',
    summary: 'A text is not JSON.',
    evidence: 'The JSON standard; one key with two values is refused too, because readers disagree on the winner.',
  },
  {
    name: 'document/too-deep',
    severity: 'error',
    summary: 'A document is nested deeper than any workflow is.',
    evidence: 'A limit of this library, far above real documents.',
  },
  {
    name: 'document/too-large',
    severity: 'error',
    summary: 'A document has more entities than this library looks at.',
    evidence: 'A limit of this library, above 100,000 nodes.',
  },
  {
    name: 'document/unsafe-key',
    severity: 'error',
    summary: 'A document has a key "__proto__".',
    evidence: 'No field has that name, and JavaScript would take it for a prototype.',
  },
  {
    name: 'parameter/date-range',
    severity: 'error',
    summary: 'A scheduling parameter comes to a date outside of the years 1 to 9999.',
    evidence: 'No format of a date has room for it.',
  },
  {
    name: 'parameter/misleading',
    severity: 'warning',
    summary: 'A scheduling parameter means something else than it looks.',
    evidence: 'Offsets in $[…] count days, whatever the format shows; hh is the 12-hour clock; mm is the month.',
  },
  {
    name: 'parameter/missing-time',
    severity: 'error',
    summary: 'A scheduling parameter is evaluated without the time it depends on.',
    evidence: '${…} counts from the business date, $[…] from the schedule time.',
  },
  {
    name: 'parameter/runtime-only',
    severity: 'error',
    summary: 'A scheduling parameter has a value that only the service knows.',
    evidence: 'Ids of instances, and parameters kept in the workspace, are given out when an instance is made.',
  },
  {
    name: 'parameter/spacing',
    severity: 'warning',
    summary: 'A scheduling parameter has a space or an equals sign.',
    evidence:
      '"Supported formats of scheduling parameters": expressions support neither, and they separate parameters written in one line.',
  },
  {
    name: 'parameter/syntax',
    severity: 'error',
    summary: 'A scheduling parameter cannot be read.',
    evidence: '"Supported formats of scheduling parameters" lists the formats and offsets there are.',
  },
  {
    name: 'parameter/unknown',
    severity: 'error',
    summary: 'A scheduling parameter names something DataWorks does not document.',
    evidence: 'Other schedulers have similar parameters; what the service makes of them is not documented.',
  },
  {
    name: 'reference/unknown-project',
    severity: 'error',
    summary: 'A node comes after the root of a project that is not known.',
    evidence: 'The output of the root is <project>_root.',
  },
  {
    name: 'schedule/calendar-unknown',
    severity: 'error',
    summary: 'The runs of a custom calendar are asked for.',
    evidence: 'Its days are kept by the service and are in no document.',
  },
  {
    name: 'schedule/cron-not-carried',
    severity: 'error',
    summary: 'A cron of another dialect says what a cron of DataWorks cannot.',
    evidence:
      'The help page "DataWorks cron expression": no seconds, no years, no W, nothing counted back from the last day.',
  },
  {
    name: 'suppression/missing-reason',
    severity: 'error',
    summary: 'A rule is suppressed without a reason.',
    evidence: 'Who reads it later must be able to tell whether it still holds.',
  },
  {
    name: 'suppression/unknown-rule',
    severity: 'error',
    summary: 'A suppression names a rule that does not exist.',
    evidence: 'It would silence nothing.',
  },
]
