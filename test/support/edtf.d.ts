declare module "edtf" {
  /** Parses EDTF; `min` and `max` are milliseconds of the first and last instant. Throws what it cannot read. */
  const edtf: (text: string) => { readonly min: number; readonly max: number }
  export default edtf
}
