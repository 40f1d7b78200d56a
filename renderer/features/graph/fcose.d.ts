/** The layout brings no types; it is registered, never called. */
declare module "cytoscape-fcose" {
  import type { Ext } from "cytoscape"
  const fcose: Ext
  export default fcose
}
