/** The switches that Electron runs with, and those that it refuses to be run with. Pure, so that tests can ask. */

/** Silence towards any network, and nothing kept on disk. Set by the shell itself before anything starts. */
export const ownSwitches: readonly (readonly [name: string, value?: string])[] = [
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["proxy-server", "http://127.0.0.1:9"],
  ["proxy-bypass-list", "<-loopback>"],
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["disable-breakpad"],
  ["no-pings"],
  ["force-webrtc-ip-handling-policy", "disable_non_proxied_udp"],
  ["disable-http-cache"],
  ["disable-gpu-shader-disk-cache"],
  ["disk-cache-size", "1"],
  ["media-cache-size", "1"],
]

const refused =
  /^--?(remote-debugging-(port|pipe|address)|remote-allow-origins|inspect(-brk|-port|-wait|-publish-uid)?|js-flags|no-sandbox|disable-web-security|load-extension|require|r)(=|$)/

/** Words of the command line that would open the packaged app to somebody else's eyes. */
export const refusedSwitches = (words: readonly string[]): string[] => words.filter((word) => refused.test(word))
