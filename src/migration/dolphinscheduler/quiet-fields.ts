import { type QuietFields, quietFields } from '../reading/unasked-fields.ts'

/**
 * Which fields of an export say nothing of what runs: who changed something and when, its number and version, and where it stands
 * in a picture. Source: the entities `TaskDefinition`, `WorkflowDefinition`, `WorkflowTaskRelation` and `Schedule`, and of 1.3
 * `TaskNode`; what is none of them, and is not read, is told.
 */
const made = 'id version createTime updateTime operateTime userId userName operator modifyBy user projectCode projectId'

export const quietOfTask: QuietFields = quietFields(
  // Texts and lists of these stand in the parameters of a task, too; a number of a group counts with the group.
  `${made} projectName taskParamList taskParamMap resourceIds taskGroupPriority isConditionsTask conditionsTask forbidden ` +
    // Of 1.3: what stands in the list of tasks before, where it is drawn, and what other fields say.
    'loc depList preTaskNodeList extras workerGroupId taskTimeoutParameter dependence conditionResult switchResult code name desc',
  'workerGroup=default environmentCode=-1',
)

export const quietOfProcess: QuietFields = quietFields(
  `${made} globalParamMap locations connects scheduleReleaseState code name globalParams.type globalParamList.type`,
  'flag=YES warningGroupId=0 tenantId=-1 tenantCode=default',
)

/** What stands beside the definition of a process. */
export const quietOfEntry: QuietFields = quietFields(
  `${made} processDefinition workflowDefinition taskDefinitionList ` +
    'name processDefinitionVersion processDefinitionCode workflowDefinitionVersion workflowDefinitionCode ' +
    'processDefinitionName workflowDefinitionName definitionDescription preTaskVersion postTaskVersion environmentName ' +
    'globalParams.type processDefinitionId processDefinitionLocations processDefinitionConnects',
  'conditionType=NONE|0 conditionParams={} warningGroupId=0 scheduleWarningGroupId=0 workerGroup=default ' +
    'scheduleWorkerGroupName=default scheduleWorkerGroup=default environmentCode=-1 tenantCode=default tenantId=-1',
)

/**
 * Settings of tasks that say nothing of what they do: how results are shown and mail is called, which program of a family runs
 * them, and what tasks of every type have beside those that use it. Source: the classes `…Parameters` of the task plugins.
 */
export const quietOfParams: QuietFields = quietFields(
  'localParams resourceList dependence conditionResult switchResult displayRows limit title groupId receivers receiversCc ' +
    'showType sendEmail datasourceName sparkVersion flinkVersion programType customConfig type ' +
    // What an item of a dependency says besides its code, or what its runs came to.
    'dependItemList.projectCode dependItemList.projectId dependItemList.cycle dependItemList.state dependItemList.dependResult ' +
    'dependItemList.dependentType dependItemList.depTasks dependItemList.projectName dependItemList.definitionName ' +
    'localParams.type mainJar.id mainJar.res mainJar.name mainJar.fullName ' +
    'resourceList.id resourceList.res resourceList.name resourceList.fullName resourceList.resourceName nextBranch',
  'dependence.failurePolicy=DEPENDENT_FAILURE_FAILURE hiveCliTaskExecutionType=SCRIPT sqlExecutionType=SCRIPT sqlSource=SCRIPT',
)
