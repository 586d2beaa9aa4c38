/** Where an emulator says that it is one, and which key it takes; nothing of the service stands there. */
export const emulatorPath = '/.well-known/flowspec-emulator'

/** The key that an emulator takes when nothing else is said. */
export const usualKey: { readonly accessKeyId: string; readonly accessKeySecret: string } = {
  accessKeyId: 'emulator-access-key-id',
  accessKeySecret: 'emulator-access-key-secret',
}
