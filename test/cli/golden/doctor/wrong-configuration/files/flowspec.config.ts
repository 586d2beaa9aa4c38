export default { project: 'shop.ts', environments: { dev: { projectId: 'ten', region: 'cn-shanghai' } } }
