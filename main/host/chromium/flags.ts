/** How Chromium is started: one window of ours, nothing else, and no word to any network. */
export const pageOrigin = "https://vault.invalid"
export const mediaOrigin = "https://media.invalid"

export interface FlagOptions {
  readonly profileFolder: string
  readonly headless: boolean
  /** Chromium refuses its own sandbox for root. */
  readonly runsAsRoot: boolean
  readonly size: { readonly width: number; readonly height: number }
}

const silent = [
  // Every name fails to resolve, and every connection, loopback too, goes to a proxy that is not there.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--disable-breakpad",
  "--no-pings",
  // The same by its name of today and its older one.
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--metrics-recording-only",
]

const nothingKept = [
  "--incognito",
  "--disk-cache-size=1",
  "--media-cache-size=1",
  "--disable-gpu-shader-disk-cache",
  "--password-store=basic",
  "--use-mock-keychain",
]

const nothingElse = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-notifications",
  "--disable-print-preview",
  "--disable-search-engine-choice-screen",
  "--hide-crash-restore-bubble",
  // No bar above the page that calls our own network lock a danger: there is no other way to be rid of it.
  "--test-type",
  "--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,DialMediaRouteProvider,GlobalMediaControls,HardwareMediaKeyHandling,SpellcheckService,WebBluetooth,WebUSB",
]

export const chromiumFlags = (options: FlagOptions): string[] => [
  "--remote-debugging-pipe",
  `--user-data-dir=${options.profileFolder}`,
  // Subtle: a window without a browser's bars, and empty. Our own address cannot be answered before we are attached to
  // the page, and Chromium's error page in its place costs a tenth of a second.
  "--app=data:text/html,",
  `--window-size=${options.size.width},${options.size.height}`,
  ...silent,
  ...nothingKept,
  ...nothingElse,
  ...(options.headless ? ["--headless=new", "--hide-scrollbars"] : []),
  ...(options.runsAsRoot ? ["--no-sandbox"] : []),
]

const passedOn = [
  "HOME",
  "PATH",
  "LANG",
  "LC_ALL",
  "DISPLAY",
  "WAYLAND_DISPLAY",
  "XAUTHORITY",
  "XDG_RUNTIME_DIR",
  "XDG_SESSION_TYPE",
  "XDG_CURRENT_DESKTOP",
  "DBUS_SESSION_BUS_ADDRESS",
  "GTK_IM_MODULE",
  "XMODIFIERS",
]

/** Only what a window needs of the environment; its temporary files go where the profile goes. */
export const chromiumEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
  profileFolder: string,
): Record<string, string> => {
  const kept = passedOn.flatMap((name) => {
    const value = environment[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  // Subtle: where no UTF-8 locale is set, Chromium drops every chosen file whose name is not ASCII, and says nothing.
  const isUtf8 = /utf-?8/i.test(environment["LC_ALL"] ?? environment["LANG"] ?? "")
  return { ...Object.fromEntries(kept), ...(isUtf8 ? {} : { LC_ALL: "C.UTF-8" }), TMPDIR: profileFolder }
}
