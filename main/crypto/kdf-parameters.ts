/** Cost of Argon2id. Apart from the function itself, so that who only passes it on loads no native code. */
export interface KdfParameters {
  memoryKiB: number
  passes: number
  lanes: number
}

export const productKdf: KdfParameters = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 }
