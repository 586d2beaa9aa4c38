export { readYaml } from './read-yaml.ts'
export { writeYaml } from './write-yaml.ts'
