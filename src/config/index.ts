export { type Config, defineConfig } from './config.ts'
export type { EnvironmentProject } from './environment-project.ts'
export type { EndpointSettings, EnvironmentSettings, RegionSettings, SharedSettings } from './environment-settings.ts'
export { type Environment, type OpenEnvironmentOptions, openEnvironment } from './open-environment.ts'
export type {
  EnvironmentFacts,
  LoadModule,
  ProjectContent,
  ProjectInput,
  ProjectItem,
  ProjectOfEnvironments,
} from './project-input.ts'
