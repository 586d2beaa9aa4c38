/** A relation and a task as version 3 exports them; `after` are the codes of the tasks before it. */
export interface TaskParts {
  readonly code: number | bigint | string
  readonly name: string
  readonly type: string
  readonly params?: object
  readonly after?: readonly (number | bigint | string)[]
  /** Fields beside these, such as `flag`. */
  readonly more?: object
}

/** A workflow as version 3 exports it. */
export interface WorkflowParts {
  readonly code?: number | bigint
  readonly name?: string
  readonly globals?: Readonly<Record<string, string>>
  readonly tasks: readonly TaskParts[]
  readonly schedule?: object | null
  readonly definition?: object
}

/** Parameters as the export lists them. */
export const properties = (values: Readonly<Record<string, string>>, direct = 'IN'): readonly object[] =>
  Object.entries(values).map(([prop, value]) => ({ prop, value, direct, type: 'VARCHAR' }))

const daily = {
  crontab: '0 0 2 * * ? *',
  timezoneId: 'Asia/Shanghai',
  failureStrategy: 'CONTINUE',
  releaseState: 'ONLINE',
}

/** An entry of an export of version 3. */
export function exportedWorkflow({
  code = 1,
  name = 'orders',
  globals,
  tasks,
  schedule = daily,
  definition,
}: WorkflowParts) {
  return {
    processDefinition: { code, name, globalParams: JSON.stringify(properties(globals ?? {})), ...definition },
    processTaskRelationList: tasks.flatMap((task) =>
      (task.after ?? [0]).map((preTaskCode) => ({ preTaskCode, postTaskCode: task.code })),
    ),
    taskDefinitionList: tasks.map((task) => ({
      code: task.code,
      name: task.name,
      taskType: task.type,
      taskParams: task.params ?? {},
      flag: 'YES',
      taskPriority: 'MEDIUM',
      workerGroup: 'default',
      failRetryTimes: 0,
      failRetryInterval: 1,
      ...task.more,
    })),
    schedule,
  }
}

/** A workflow of one task. */
export const withTask = (
  type: string,
  params: object,
  more: object = {},
  globals: Readonly<Record<string, string>> = {},
) => exportedWorkflow({ globals, tasks: [{ code: 11, name: 'step', type, params, more }] })
