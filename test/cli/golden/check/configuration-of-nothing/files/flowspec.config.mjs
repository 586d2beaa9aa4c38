export const environments = {}
